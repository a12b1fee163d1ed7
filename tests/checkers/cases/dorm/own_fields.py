"""Field classes of a project's own."""

from __future__ import annotations

import decimal
from typing import TYPE_CHECKING, Any

import dorm
from dorm.fields import Field
from typing_extensions import reveal_type


class Money(dorm.DecimalField):
    currency = "EUR"


class Price(dorm.DecimalField):
    def __init__(self, *, currency: str = "EUR", **kwargs: Any) -> None:
        self.currency = currency
        super().__init__(max_digits=20, decimal_places=4, **kwargs)


class Discount(dorm.DecimalField):
    def __init__(self) -> None:
        super().__init__(max_digits=20, null=True)


class Colour(Field[int]):
    def db_type(self, connection: Any) -> str:
        return "INTEGER"

    def to_python(self, value: Any) -> int | None:
        return None if value is None else int(value)


class Shade(Field["int | None"]):
    pass


# The class to inherit from where each field of the class may be None.
if TYPE_CHECKING:
    NullableDecimal = dorm.DecimalField[decimal.Decimal | None]
else:
    NullableDecimal = dorm.DecimalField


class Rebate(NullableDecimal):
    def __init__(self, **kwargs: Any) -> None:
        super().__init__(null=True, **kwargs)


class Letter(dorm.CharField):
    """A field that takes more than its base says so with a `__set__`."""

    def __set__(self, instance: object, value: str | int) -> None:
        super().__set__(instance, str(value))


class Product(dorm.Model):
    money = Money()
    money_null = Money(null=True)
    price = Price(currency="USD")
    price_null = Price(null=True)
    discount = Discount()
    colour = Colour()
    colour_null = Colour(null=True)
    shade = Shade(null=True)
    rebate = Rebate()
    letter = Letter()


def read(product: Product) -> None:
    reveal_type(product.money)  # R: money
    reveal_type(product.money_null)  # R: money-null
    reveal_type(product.price)  # R: own-init
    reveal_type(product.price_null)  # R: own-init-null
    reveal_type(product.discount)  # R: null-inside
    reveal_type(product.colour)  # R: generic
    reveal_type(product.colour_null)  # R: generic-null
    reveal_type(product.shade)  # R: nullable-class
    reveal_type(product.rebate)  # R: null-inside-declared
    reveal_type(product.letter)  # R: own-set
    reveal_type(Product.money)  # R: class
    reveal_type(Product.price.currency)  # R: own-attribute


def assign(product: Product) -> None:
    product.money = "1.50"
    product.price = decimal.Decimal(1)
    product.colour = 3
    product.letter = 3
    product.rebate = None
    product.money = None  # E: none
    product.colour = "red"  # E: text
    product.letter = None  # E: none-own-set


def construct() -> None:
    Price(currency=3)  # E: own-parameter
    Money(max_digits="3")  # E: option
