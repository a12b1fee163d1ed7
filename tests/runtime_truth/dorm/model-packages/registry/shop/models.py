"""Its label is ``registry.shop``."""

import dorm


class Room(dorm.Model):
    name = dorm.CharField(max_length=10)
    first = dorm.ForeignKey(
        "registry.Shelf", null=True, on_delete=dorm.SET_NULL, related_name="firsts"
    )
    last = dorm.ForeignKey(
        "registry.Shelf", null=True, on_delete=dorm.SET_NULL, related_name="lasts"
    )


class Box(dorm.Model):
    room = dorm.ForeignKey("Room", null=True, on_delete=dorm.SET_NULL)
    goods = dorm.ManyToManyField("registry.stock.Item")
    price = dorm.IntegerField(default=1)
