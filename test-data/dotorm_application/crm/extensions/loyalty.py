"""Points for partners."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from dotorm import Date, Integer, Many2one, One2many

from crm.core.database import BaseModel
from crm.core.extensions import extend
from crm.models.partners import Partner
from crm.models.sales import Order

if TYPE_CHECKING:
    from crm.models.users import User


class PointsEntry(BaseModel):
    __table__ = "points_entry"

    id = Integer(primary_key=True)
    partner_id = Many2one(Partner, ondelete="cascade")
    order_id = Many2one(Order, null=True)
    points = Integer(default=0)
    expires = Date(null=True)

    def is_valid(self, today: datetime.date) -> bool:
        return self.expires is None or self.expires >= today


@extend(Partner)
class LoyalPartner:
    points: int = Integer(default=0)
    entries: list[PointsEntry] = One2many(lambda: PointsEntry, "partner_id")

    def level(self) -> str:
        return "gold" if self.points > 1000 else "silver"


async def reward(order: Order, points: int) -> None:
    await PointsEntry.create(
        payload=PointsEntry(partner_id=order.partner_id.id, order_id=order.id, points=points)
    )
    await order.partner_id.update(Partner(points=points))


def greet(partner: Partner, seller: User | None) -> str:
    name = seller.name if seller else "We"
    return f"{name} greets {partner.name} ({partner.points})"  # plugin: added by @extend(Partner)


async def richest() -> list[Partner]:
    return await Partner.search(sort="points", order="DESC", limit=10)
