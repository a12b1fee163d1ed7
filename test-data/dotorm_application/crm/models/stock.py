from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any

from dotorm import Char, Datetime, Integer, Many2one, One2many, Selection
from dotorm.decorators import depends, hybridmethod
from dotorm.fields import Decimal, TranslatedChar

from crm.core.database import BaseModel
from crm.core.environment import env

if TYPE_CHECKING:
    from crm.models.partners import Partner
    from crm.models.users import User


class Unit(BaseModel):
    __table__ = "unit"

    id: int = Integer(primary_key=True)
    name: str = TranslatedChar(required=True)
    symbol = Char(max_length=8)


class Warehouse(BaseModel):
    __table__ = "warehouse"

    id: int = Integer(primary_key=True)
    name: str = Char(max_length=64)
    owner_id: Partner | None = Many2one(lambda: env.models.partner)  # plugin: a cycle
    keeper_id = Many2one(lambda: env.models.user, null=True)  # plugin: a cycle
    places: list[Place] = One2many(lambda: Place, "warehouse_id")

    async def delete(self, session: Any = None, depends_jobs: Any = None) -> Any:
        result = await super().delete(session, depends_jobs)
        await Place.delete_bulk([place.id for place in self.places], depends_jobs=depends_jobs)
        return result


class Place(BaseModel):
    __table__ = "place"

    id: int = Integer(primary_key=True)
    code: str = Char(max_length=16)
    warehouse_id: Warehouse = Many2one(lambda: env.models.warehouse)  # plugin: a cycle
    stock: list[Stock] = One2many(lambda: env.models.stock, "place_id")  # plugin: a cycle
    moves = One2many(lambda: Move, "place_id")  # planted, plugin: it is source_id

    async def update(
        self, payload: Place, fields: list[str] | None = None, session: Any = None
    ) -> None:
        payload.code = payload.code.upper()
        await super().update(payload, fields, session)


class Stock(BaseModel):
    __table__ = "stock"
    __indexes__ = [("place_id", "product")]

    id: int = Integer(primary_key=True)
    product: str = Char()
    unit_id: Unit = Many2one(lambda: Unit)
    place_id: Place = Many2one(lambda: env.models.place)  # plugin: a cycle
    amount: float = Decimal(max_digits=12, decimal_places=3)
    price: float = Decimal(max_digits=12, decimal_places=2)
    value: float = Decimal(max_digits=14, decimal_places=2, compute="_compute_value")

    @depends(triggers=[amount, price], prefetch=[(unit_id, "symbol")])
    async def _compute_value(self) -> None:
        amount = Decimal.to_decimal(self.amount)
        self.value = amount * Decimal.to_decimal(self.price)  # plugin: a decimal

    @hybridmethod
    async def create(self, payload: Stock, session: Any = None, depends_jobs: Any = None) -> int:
        payload.product = payload.product.strip()
        return await super().create(payload, session, depends_jobs)


class Move(BaseModel):
    __table__ = "move"

    id: int = Integer(primary_key=True)
    kind = Selection(options=[("in", "In"), ("out", "Out")])
    amount = Decimal(max_digits=12, decimal_places=3)
    moved = Datetime(default=datetime.datetime.now)
    source_id = Many2one(lambda: env.models.place, null=True)  # plugin: a cycle
    target_id: Place = Many2one(lambda: env.models.place)  # plugin: a cycle
    user_id: User = Many2one(lambda: env.models.user)  # plugin: a cycle


async def book(stock: Stock, move: Move, amount: float) -> None:
    move.amount = amount
    move.kind = "out" if amount < 0 else "in"
    stock.amount += amount
    changed = stock.assigned_fields()
    await stock.update(stock, changed, depends_jobs={})
    await stock.update(stock, feilds=changed)  # planted, plugin: misspelt


async def translate(unit: Unit) -> str:
    unit.name = {"en": "piece", "de": "Stück"}  # plugin: all translations
    await unit.update(unit, fields=["name"])
    for language, text in (await unit.get_field_translations("name")).items():
        print(language, text.title())
    return unit.name


async def inventory(place: Place, since: datetime.datetime) -> dict[str, float]:
    amounts: dict[str, float] = {}
    for stock in await env.models.stock.search(filter=[("place_id", "=", place.id)]):
        amounts[stock.product] = stock.amount
        print(stock.place_id.warehouse_id.name, stock.unit_id.name)
    for move in await env.models.move.search(
        fields=["id", "amount", "user_id", "source_id"],
        filter=[
            ("moved", ">", since),
            [("source_id", "=", place.id), "or", ("target_id", "=", place.id)],
        ],
    ):
        print(move.user_id.name, move.source_id.code if move.source_id else "outside", move.amount)
    await env.models.move.search(filter=[("mvoed", ">", since)])  # planted, plugin: no such field
    await env.models.mvoe.search()  # planted: no such model
    return amounts
