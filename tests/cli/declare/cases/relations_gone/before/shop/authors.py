"""Every relation that these lines were written for is gone, or has another name."""

from typing import TYPE_CHECKING, ClassVar

from sqliter.orm import BaseDBModel

if TYPE_CHECKING:
    from sqliter.orm.query import ReverseRelationship

    from shop.books import Book, Essay
    from shop.magazines import Magazine
    from shop.poems import Poem


class Author(BaseDBModel):
    name: str

    if TYPE_CHECKING:
        books: ClassVar[ReverseRelationship["Book"]]
        essays: ClassVar[ReverseRelationship["Essay"]]
        poems: ClassVar[ReverseRelationship["Poem"]]
        # On sale since Monday.
        magazines: ClassVar[ReverseRelationship["Magazine"]]


class Reader(BaseDBModel):
    name: str

    if TYPE_CHECKING:
        books: ClassVar[ReverseRelationship["Book"]]
