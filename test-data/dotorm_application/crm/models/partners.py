from __future__ import annotations

import decimal
from typing import TYPE_CHECKING, Any

from dotorm import (
    Boolean,
    Char,
    Decimal,
    Float,
    Integer,
    JSONField,
    Many2many,
    Many2one,
    One2many,
    PolymorphicMany2one,
    Selection,
    SmallInteger,
    Text,
)
from dotorm.decorators import hybridmethod

from crm.core.database import BaseModel
from crm.core.mixins import ArchivableMixin, AuditMixin, SequenceMixin
from crm.models.attachments import Attachment

if TYPE_CHECKING:
    from crm.models.sales import Order
    from crm.models.users import User


def user_model() -> type[User]:
    from crm.models.users import User

    return User


def order_model() -> type[Order]:
    from crm.models.sales import Order

    return Order


class Country(BaseModel):
    __table__ = "country"

    id = Integer(primary_key=True)
    name = Char(max_length=64, required=True)
    code = Char(max_length=2, unique=True)
    phone_prefix = SmallInteger()


class Currency(BaseModel):
    __table__ = "currency"

    id: int = Integer(primary_key=True)
    name: str = Char(max_length=3)
    symbol: str | None = Char(max_length=4)
    rate: decimal.Decimal = Decimal(max_digits=12, decimal_places=6, default="1.0")
    places: int = SmallInteger(default=2)

    def convert(self, amount: decimal.Decimal) -> decimal.Decimal:
        return (amount / self.rate).quantize(decimal.Decimal(1).scaleb(-self.places))


class Tag(SequenceMixin, BaseModel):
    __table__ = "tag"

    id = Integer(primary_key=True)
    name = Char(max_length=32)
    color = Integer(default=0)


class Partner(AuditMixin, ArchivableMixin, BaseModel):
    __table__ = "partner"

    id: int = Integer(primary_key=True)
    name: str = Char(max_length=256, required=True)
    kind: str = Selection(options=[("person", "Person"), ("company", "Company")], default="company")
    email: str | None = Char(max_length=256)
    phone: str | None = Char(max_length=32, widget="phone")
    notes: str | None = Text()
    latitude: float | None = Float()
    longitude: float | None = Float()
    credit_limit: decimal.Decimal = Decimal(14, 2)
    extra: dict[str, Any] | None = JSONField()
    is_customer: bool = Boolean(default=True)
    country_id: Country | None = Many2one(Country)
    currency_id: Currency | None = Many2one(lambda: Currency)
    parent_id: Partner | None = Many2one(lambda: Partner)
    children: list[Partner] = One2many(lambda: Partner, "parent_id")
    contacts: list[Contact] = One2many(lambda: Contact, "partner_id", default=[])
    user_id: User | None = Many2one(user_model)
    orders: list[Order] = One2many(order_model, "partner_id")
    tags: list[Tag] = Many2many(
        relation_table=Tag,
        many2many_table="partner_tag",
        column1="tag_id",
        column2="partner_id",
    )
    logo: Attachment | None = PolymorphicMany2one(Attachment)

    @hybridmethod
    async def find_by_email(self, email: str) -> list[Partner]:
        return await self.search(filter=[("email", "ilike", email)], order="asc", sort="name")

    @hybridmethod
    async def create(self, payload: Partner, session: Any = None) -> int:
        payload.name = payload.name.strip()
        return await super().create(payload, session)

    async def update(
        self, payload: Partner, fields: list[str] | None = None, session: Any = None
    ) -> None:
        if payload.email:
            payload.email = payload.email.lower()
        await super().update(payload, fields, session)

    def address(self) -> str:
        if self.country_id is None:
            return self.name
        return f"{self.name}, {self.country_id.name} (+{self.country_id.phone_prefix})"

    def country_code(self) -> str:
        return self.country_id.code  # planted: there may be no country

    def tag_line(self) -> str:
        return ", ".join(tag.name.title() for tag in self.tags)


class Contact(BaseModel):
    __table__ = "contact"

    id = Integer(primary_key=True)
    partner_id = Many2one(Partner, ondelete="cascade", required=True)
    first_name = Char(max_length=64)
    last_name = Char(max_length=64)
    position = Char(max_length=64, null=True)
    primary = Boolean(default=False)

    def full_name(self) -> str:
        name = f"{self.first_name} {self.last_name}".strip()
        return f"{name}, {self.position}" if self.position else name

    def company(self) -> str:
        return self.partner_id.name

    def shout(self) -> str:
        return self.position.upper()  # planted: there may be no position


class BankAccount(BaseModel):
    __table__ = "bank_account"

    id = Integer(primary_key=True)
    partner_id = Many2one(lambda: Partner)
    currency_id = Many2one(Currency)
    number = Char(max_length=34, unique=True, ondelete="forget")  # planted: no such action
    balance = Decimal(max_digits=14, decimal_places=2)
    limit = Decimal(max_digits=14)  # planted: no decimal places
