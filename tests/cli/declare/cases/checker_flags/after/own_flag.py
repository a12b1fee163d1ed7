"""A flag of the module's own, which checkers take for ``typing.TYPE_CHECKING``."""

from typing import ClassVar

from sqliter.orm import BaseDBModel, ForeignKey

TYPE_CHECKING = False

if TYPE_CHECKING:
    from sqliter.orm.query import ReverseRelationship


class Author(BaseDBModel):
    name: str

    if TYPE_CHECKING:
        books: ClassVar[ReverseRelationship["Book"]]


class Book(BaseDBModel):
    author: ForeignKey[Author] = ForeignKey(Author, related_name="books")

    if TYPE_CHECKING:
        author_id: int = 0
