"""Abstract models, and targets."""

import dorm

from family.managers import CountedManager, KeeperQuerySet


class Named(dorm.Model):
    name = dorm.CharField(max_length=50)

    class Meta:
        abstract = True


class Keeper(Named):
    objects = dorm.Manager.from_queryset(KeeperQuerySet)()


class HeadKeeper(Keeper):
    class Meta:
        proxy = True


class Label(Named):
    colour = dorm.CharField(max_length=10, null=True)


class Kept(Named):
    keeper = dorm.ForeignKey(Keeper, null=True, on_delete=dorm.SET_NULL)
    helper = dorm.ForeignKey(
        "family.Keeper", null=True, on_delete=dorm.SET_NULL, related_name="helps"
    )
    card = dorm.OneToOneField(Label, null=True, on_delete=dorm.SET_NULL)
    labels = dorm.ManyToManyField(Label)

    class Meta:
        abstract = True


class Counted(dorm.Model):
    count = dorm.IntegerField(default=0)
    counted = CountedManager()

    class Meta:
        abstract = True


class Mixin:
    """No model: its fields are none of the models'."""

    shine = dorm.IntegerField(default=0)

    def polish(self) -> int:
        return 1
