"""What DotORM 2.3 has beyond 2.1; code that is written for either is right."""

from __future__ import annotations

from typing import Any

from dotorm import DotModel, Integer, One2many, set_access_session
from dotorm.access import BYPASS_DOMAIN, SUPERUSER, AccessChecker, Operation, SystemSession
from dotorm.components.dialect import POSTGRES
from dotorm.components.filter_parser import FilterParser, SqlFragment
from dotorm.decorators import depends, hybridmethod
from dotorm.fields import Decimal, Many2one, TranslatedChar
from typing_extensions import reveal_type


class Order(DotModel):
    __table__ = "order"
    __indexes__ = [("id", "total")]

    id: int = Integer(primary_key=True)
    title = TranslatedChar(required=True)
    subtitle = TranslatedChar(null=True)
    heading: str = TranslatedChar()
    total: float = Decimal(max_digits=10, decimal_places=2, compute="_compute_total")
    secret: int = Integer(private=True, default=0, default_db=True, role_update=SUPERUSER)
    lines: list[Line] = One2many(lambda: Line, "order_id")

    @depends(triggers_with_prefetch=[(lines, "amount")])
    async def _compute_total(self) -> None:
        self.total = float(sum(Decimal.to_decimal(line.amount) for line in self.lines))

    async def update(
        self,
        payload: Order,
        fields: list[str] | None = None,
        session: Any = None,
        depends_jobs: Any = None,
    ) -> Any:
        result = await super().update(payload, fields, session, depends_jobs)
        reveal_type(result)  # R: handed-on
        return result

    @hybridmethod
    async def create(self, payload: Order, session: Any = None, depends_jobs: Any = None) -> int:
        return await super().create(payload, session, depends_jobs=depends_jobs)


class Line(DotModel):
    """Its overrides are those of 2.1."""

    __table__ = "line"

    id: int = Integer(primary_key=True)
    amount = Decimal(max_digits=10, decimal_places=2)
    tax: float = Decimal(max_digits=10, decimal_places=2, compute="_compute_tax")
    order_id: Order = Many2one(lambda: Order)

    @depends("amount", prefetch=["order_id.title"], triggers=[amount, (order_id, "title")])
    async def _compute_tax(self) -> None:
        self.tax = 0.2 * float(self.amount)

    async def update(
        self, payload: Line, fields: list[str] | None = None, session: Any = None
    ) -> bool:
        await super().update(payload, fields, session)
        return True

    @hybridmethod
    async def delete_bulk(self, ids: list[int], session: Any = None) -> None:
        await super().delete_bulk(ids, session)

    async def delete(self, session: Any = None) -> bool:
        return await super().delete(session)  # E: nothing-for-bool


class Checker(AccessChecker[SystemSession]):
    require_session = True

    async def get_domain_filter(
        self, session: SystemSession, model: str, operation: Operation
    ) -> list[Any]:
        return BYPASS_DOMAIN if session.is_system else [SqlFragment("owner = %s", [1])]


async def write(order: Order, line: Line) -> None:
    reveal_type(order.title)  # R: translated
    reveal_type(order.subtitle)  # R: translated-null
    reveal_type(order.heading)  # R: translated-annotated
    order.title = "Lamps"
    order.title = {"en": "Lamps", "de": "Lampen"}
    order.title = 5  # E: translated-wrong
    reveal_type(await order.get_field_translations("title"))  # R: translations
    reveal_type(order.assigned_fields(exclude_none=True))  # R: assigned
    reveal_type(order.is_assigned("title"))  # R: is-assigned
    reveal_type(await order.recompute({"lines"}))  # R: recomputed
    reveal_type(Order.secret)  # R: class-annotated
    reveal_type(Order.title.private)  # R: private
    await Order.create_bulk([order], depends_jobs={})
    await line.update(line, ["amount"])
    await line.delete()
    set_access_session(SystemSession())
    parser = FilterParser(POSTGRES, Order.get_fields())
    reveal_type(parser.parse(SqlFragment("TRUE")))  # R: fragment
