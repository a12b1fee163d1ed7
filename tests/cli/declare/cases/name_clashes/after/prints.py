from typing import TYPE_CHECKING

from sqliter.orm import BaseDBModel, ForeignKey

from authors import Author


class Book(BaseDBModel):
    author: ForeignKey[Author] = ForeignKey(Author, related_name="prints")

    if TYPE_CHECKING:
        author_id: int = 0


class Warning(BaseDBModel):
    author: ForeignKey[Author] = ForeignKey(Author, related_name="warnings")

    if TYPE_CHECKING:
        author_id: int = 0
