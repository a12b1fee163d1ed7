"""Models with each kind of field: tables for the library, and classes for mypy."""

from __future__ import annotations

from typing import Any

from dotorm import (
    BigInteger,
    Binary,
    Boolean,
    Char,
    Date,
    Datetime,
    Decimal,
    DotModel,
    Float,
    Integer,
    JSONField,
    Many2many,
    Many2one,
    One2many,
    One2one,
    Selection,
    SmallInteger,
    Text,
    Time,
)
from dotorm.components import POSTGRES
from dotorm.decorators import hybridmethod
from typing_extensions import Self


class Stage(DotModel):
    """What leads go through."""

    __table__ = "stage"
    _dialect = POSTGRES

    id: int = Integer(primary_key=True)
    name: str = Char(max_length=32)
    leads: list[Lead] = One2many(lambda: Lead, "stage_id")


class Tag(DotModel):
    """A model without annotations."""

    __table__ = "tag"
    _dialect = POSTGRES

    id = Integer(primary_key=True)
    name = Char()


class Lead(DotModel):
    """All kinds of fields."""

    __table__ = "lead"
    _dialect = POSTGRES

    id: int = Integer(primary_key=True)
    name: str = Char(max_length=64)
    notes = Text(null=True)
    count = Integer()
    visits = BigInteger()
    level = SmallInteger()
    amount = Decimal(max_digits=10, decimal_places=2)
    rate = Float()
    active = Boolean(default=True)
    born = Date()
    wakes = Time()
    created = Datetime()
    settings = JSONField()
    photo = Binary()
    kind = Selection(options=[("new", "New"), ("old", "Old")])
    stage_id: Stage = Many2one(lambda: Stage)
    next_id: Stage | None = Many2one(lambda: Stage)
    last_id = Many2one(Stage)
    tags: list[Tag] = Many2many(lambda: Tag, "lead_tag", "tag_id", "lead_id")
    card: Card | None = One2one(lambda: Card, "lead_id")

    @hybridmethod
    async def newest(self, limit: int = 1) -> list[Self]:
        return await self.search(limit=limit, sort="id", order="DESC")


class Card(DotModel):
    """What a lead has one of."""

    __table__ = "card"
    _dialect = POSTGRES

    id: int = Integer(primary_key=True)
    number: str = Char()
    lead_id: Lead = Many2one(lambda: Lead)


MODELS: list[Any] = [Stage, Tag, Lead, Card]
