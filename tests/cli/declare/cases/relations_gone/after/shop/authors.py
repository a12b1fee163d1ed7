"""Every relation that these lines were written for is gone, or has another name."""

from typing import TYPE_CHECKING, ClassVar

from sqliter.orm import BaseDBModel

if TYPE_CHECKING:
    from sqliter.orm.query import ReverseRelationship

    from shop.books import Book


class Author(BaseDBModel):
    name: str

    if TYPE_CHECKING:
        # On sale since Monday.
        works: ClassVar[ReverseRelationship["Book"]]


class Reader(BaseDBModel):
    name: str
