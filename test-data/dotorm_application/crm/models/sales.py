from __future__ import annotations

import datetime
import decimal
from typing import TYPE_CHECKING, Any

from dotorm import (
    Boolean,
    Char,
    Date,
    Datetime,
    Decimal,
    Float,
    Integer,
    JSONField,
    Many2many,
    Many2one,
    One2many,
    One2one,
    PolymorphicOne2many,
    Selection,
    Text,
)
from dotorm.decorators import hybridmethod

from crm.core.database import BaseModel
from crm.core.mixins import ArchivableMixin, AuditMixin, SequenceMixin
from crm.models.attachments import Attachment
from crm.models.partners import Currency, Partner, Tag

if TYPE_CHECKING:
    from crm.models.leads import Lead
    from crm.models.users import User


def user_model() -> type[User]:
    from crm.models.users import User

    return User


def lead_model() -> type[Lead]:
    from crm.models.leads import Lead

    return Lead


class Unit(BaseModel):
    __table__ = "unit"

    id = Integer(primary_key=True)
    name = Char(max_length=16)
    factor = Float(default=1.0)


class Category(SequenceMixin, BaseModel):
    __table__ = "category"

    id = Integer(primary_key=True)
    name = Char(max_length=64)
    parent_id = Many2one(lambda: Category, null=True)
    products = One2many(lambda: Product, "category_id")

    def path(self) -> str:
        if self.parent_id is None:
            return self.name
        return f"{self.parent_id.path()} / {self.name}"


class Product(ArchivableMixin, BaseModel):
    __table__ = "product"

    id: int = Integer(primary_key=True)
    name: str = Char(max_length=256)
    sku: str | None = Char(max_length=32, unique=True)
    price: decimal.Decimal = Decimal(max_digits=12, decimal_places=2)
    weight: float | None = Float()
    options: list[dict[str, Any]] = JSONField(default=[])
    category_id: Category | None = Many2one(Category)
    unit_id: Unit = Many2one(Unit)
    pictures: list[Attachment] = PolymorphicOne2many(Attachment, "res_id")
    tags: list[Tag] = Many2many(Tag, "product_tag", column1="tag_id", column2="product_id")
    stock: Stock | None = One2one(lambda: Stock, "product_id")

    def shipping(self, per_kilo: float) -> float:
        return (self.weight or 0.0) * per_kilo * self.unit_id.factor


class Stock(BaseModel):
    __table__ = "stock"

    id = Integer(primary_key=True)
    product_id = Many2one(Product, ondelete="cascade")
    quantity = Float()
    reserved = Float(default=0.0)
    counted_on = Date(null=True)

    def free(self) -> float:
        return self.quantity - self.reserved

    def restock(self, quantity: float) -> None:
        self.quantity += quantity
        self.counted_on = datetime.date.today()


def lose(stock: Stock) -> None:
    stock.quantity = "none"  # planted: a quantity is a number


class Pricelist(BaseModel):
    __table__ = "pricelist"

    id = Integer(primary_key=True)
    name = Char(max_length=64)
    currency_id = Many2one(Currency, required=True)
    valid_from = Datetime()
    rules = JSONField(default=[])

    def is_valid(self, now: datetime.datetime) -> bool:
        return self.valid_from <= now

    def first_rule(self) -> str:
        return str(self.rules[0]["name"])


class Order(AuditMixin, BaseModel):
    __table__ = "sale_order"

    id: int = Integer(primary_key=True)
    name: str = Char(max_length=32, required=True)
    state: str = Selection(
        options=[("draft", "Draft"), ("done", "Done"), ("cancelled", "Cancelled")],
        default="draft",
    )
    confirmed: bool = Boolean(default="no")  # planted: the default is no boolean
    note: str | None = Text()
    partner_id: Partner = Many2one(Partner, ondelete="restrict")
    lead_id: Lead | None = Many2one(lead_model)
    seller_id: User | None = Many2one(user_model)
    pricelist_id: Pricelist | None = Many2one(Pricelist)
    lines: list[OrderLine] = One2many(lambda: OrderLine, "order_id", default=[])
    payments: list[Payment] = One2many(lambda: Payment, "order_id")

    def total(self) -> decimal.Decimal:
        return sum((line.subtotal() for line in self.lines), decimal.Decimal(0))

    def currency(self) -> Currency | None:
        if self.pricelist_id:
            return self.pricelist_id.currency_id
        return self.partner_id.currency_id

    @hybridmethod
    async def drafts_of(self, partner: Partner) -> list[Order]:
        return await self.search(
            filter=[("state", "=", "draft"), ("partner_id", "=", partner.id)],
            fields=["id", "name", "lines", "partner_id"],
            fields_nested={"lines": ["product_id", "quantity"], "partner_id": ["name"]},
        )

    async def confirm(self) -> None:
        await self.update(Order(state="done"), fields=["state"])

    async def reset(self) -> None:
        await self.update()  # planted: nothing to write


class OrderLine(SequenceMixin, BaseModel):
    __table__ = "sale_order_line"

    id: int = Integer(primary_key=True)
    order_id: Order = Many2one(Order, ondelete="cascade")
    product_id: Product = Many2one(lambda: Product)
    quantity: float = Float(default=1.0)
    price: decimal.Decimal = Decimal(12, 2)
    discount = Float(null=True)

    def subtotal(self) -> decimal.Decimal:
        price = self.price * decimal.Decimal(self.quantity)
        if self.discount is None:
            return price
        return price * decimal.Decimal(1 - self.discount / 100)


class Payment(BaseModel):
    __table__ = "payment"

    id = Integer(primary_key=True)
    order_id = Many2one(Order)
    method = Selection(options=[("cash", "Cash"), ("card", "Card")], required=True)
    amount = Decimal(max_digits=14, decimal_places=2)
    paid_at = Datetime(null=True)

    def receipt(self) -> str:
        when = self.paid_at.isoformat() if self.paid_at else "open"
        return f"{self.order_id.name} {self.method}: {self.amount.normalize()} {when}"
