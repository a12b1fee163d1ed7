"""Its label is the package's: ``registry.Shelf``."""

import dorm


class Shelf(dorm.Model):
    height = dorm.IntegerField(default=1)
    room = dorm.ForeignKey("registry.shop.Room", null=True, on_delete=dorm.SET_NULL)
    below = dorm.OneToOneField(
        "registry.Shelf", null=True, on_delete=dorm.SET_NULL, related_name="above"
    )


class Box(dorm.Model):
    content = dorm.ForeignKey("stock.Item", null=True, on_delete=dorm.SET_NULL)
    twin = dorm.ForeignKey(
        "registry.shop.Box", null=True, on_delete=dorm.SET_NULL, related_name="twins"
    )
    size = dorm.IntegerField(default=1)


class Lost(dorm.Model):
    where = dorm.ForeignKey("Nowhere", null=True)
    itself = dorm.ForeignKey("self", null=True)
    size = dorm.IntegerField(default=1)
