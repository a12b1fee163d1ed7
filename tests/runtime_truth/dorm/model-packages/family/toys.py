"""Models that inherit."""

import dorm

from family.bases import Counted, HeadKeeper, Kept, Keeper, Mixin
from family.managers import ToyManager


class Toy(Kept):
    weight = dorm.IntegerField(default=1)
    objects = ToyManager()


class Doll(Mixin, Kept):
    hair = dorm.CharField(max_length=10, null=True)


class Marble(Counted):
    colour = dorm.CharField(max_length=10, null=True)


class Robot(Toy):
    """A concrete child of a concrete model inherits no fields."""

    volts = dorm.IntegerField(default=12)
    robots = dorm.Manager["Robot"]()
    maker = dorm.ForeignKey(Keeper, null=True, on_delete=dorm.SET_NULL, related_name="robots")


class OldToy(Toy):
    class Meta:
        proxy = True


class Repair(dorm.Model):
    robot = dorm.ForeignKey(Robot, on_delete=dorm.CASCADE, related_name="repairs")
    toy = dorm.ForeignKey("Toy", null=True, on_delete=dorm.SET_NULL, related_name="mended")
    head = dorm.ForeignKey(HeadKeeper, null=True, on_delete=dorm.SET_NULL, related_name="ordered")
    cost = dorm.IntegerField(default=1)
