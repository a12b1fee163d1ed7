"""What a star brings keeps its name."""

from typing import TYPE_CHECKING, ClassVar

from sqliter.orm import BaseDBModel

from printing import *

if TYPE_CHECKING:
    from sqliter.orm.query import ReverseRelationship

    from books import Book as _Book


class Author(BaseDBModel):
    name: str

    def print(self) -> Book:
        return Book()

    if TYPE_CHECKING:
        books: ClassVar[ReverseRelationship["_Book"]]
