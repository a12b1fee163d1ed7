"""A flag of the module's own, which checkers take for ``typing.TYPE_CHECKING``."""

from sqliter.orm import BaseDBModel, ForeignKey

TYPE_CHECKING = False


class Author(BaseDBModel):
    name: str


class Book(BaseDBModel):
    author: ForeignKey[Author] = ForeignKey(Author, related_name="books")
