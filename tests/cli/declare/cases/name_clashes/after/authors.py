"""Names that are taken: the module's own, a builtin, and two models with one name."""

from typing import TYPE_CHECKING
from typing import ClassVar as _ClassVar

from sqliter.orm import BaseDBModel

if TYPE_CHECKING:
    from sqliter.orm.query import ReverseRelationship

    from prints import Book as _Book
    from prints import Warning as _Warning
    from recordings import Studio, Tape


class Book:
    """A book as the printer sees it, no model."""


class ClassVar:
    """A variable of a school class."""


class Author(BaseDBModel):
    name: str

    def print(self) -> Book:
        return Book()

    if TYPE_CHECKING:
        prints: _ClassVar[ReverseRelationship["_Book"]]
        warnings: _ClassVar[ReverseRelationship["_Warning"]]
        recordings: _ClassVar[ReverseRelationship["Studio.Book"]]
        tapes: _ClassVar[ReverseRelationship["Tape"]]
