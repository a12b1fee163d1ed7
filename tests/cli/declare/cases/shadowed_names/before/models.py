"""Fields that have the names of types, and accessors that have the names of modules."""

from __future__ import annotations

import decimal as prices
from typing import ClassVar, Literal

from sqliter.orm import BaseDBModel, ForeignKey


class Author(BaseDBModel):
    name: str
    str: ClassVar[Literal["a"]] = "a"


class Ledger(BaseDBModel):
    total: prices.Decimal
    author: ForeignKey[Author] = ForeignKey(Author)


class Price(BaseDBModel):
    ledger: ForeignKey[Ledger] = ForeignKey(Ledger, related_name="prices")
    author: ForeignKey[Author] = ForeignKey(Author)
    int: ClassVar[Literal[1]] = 1


class Shelf(BaseDBModel):
    class Item:
        pass


class Item(BaseDBModel):
    shelf: ForeignKey[Shelf] = ForeignKey(Shelf, related_name="items")
