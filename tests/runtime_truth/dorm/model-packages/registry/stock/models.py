"""Its labels are ``stock`` and ``registry.stock``."""

import dorm


class Item(dorm.Model):
    name = dorm.CharField(max_length=10)
    shelf = dorm.ForeignKey(
        "registry.Shelf", null=True, on_delete=dorm.SET_NULL, related_name="items"
    )
    box = dorm.ForeignKey("registry.shop.Box", null=True, on_delete=dorm.SET_NULL)
    part_of = dorm.ForeignKey(
        "stock.Item", null=True, on_delete=dorm.SET_NULL, related_name="parts"
    )

    class Meta:
        app_label = "stock"
