"""Fields that have the names of types, and accessors that have the names of modules."""

from __future__ import annotations

import decimal as prices
from typing import TYPE_CHECKING, ClassVar, Literal

from sqliter.orm import BaseDBModel, ForeignKey

if TYPE_CHECKING:
    import builtins

    from sqliter.orm.query import ReverseRelationship


class Author(BaseDBModel):
    name: str
    str: ClassVar[Literal["a"]] = "a"

    if TYPE_CHECKING:
        ledgers: ClassVar[ReverseRelationship[Ledger]]
        prices: ClassVar[ReverseRelationship[Price]]


class Ledger(BaseDBModel):
    total: prices.Decimal
    author: ForeignKey[Author] = ForeignKey(Author)

    if TYPE_CHECKING:
        author_id: int = 0


class Price(BaseDBModel):
    ledger: ForeignKey[Ledger] = ForeignKey(Ledger, related_name="prices")
    author: ForeignKey[Author] = ForeignKey(Author)
    int: ClassVar[Literal[1]] = 1

    if TYPE_CHECKING:
        ledger_id: builtins.int = 0
        author_id: builtins.int = 0


class Shelf(BaseDBModel):
    class Item:
        pass


class Item(BaseDBModel):
    shelf: ForeignKey[Shelf] = ForeignKey(Shelf, related_name="items")

    if TYPE_CHECKING:
        shelf_id: int = 0
