from typing import TYPE_CHECKING

from sqliter.orm import BaseDBModel, ForeignKey

from shop.authors import Author, Country


class Book(BaseDBModel):
    title: str
    author: ForeignKey[Author] = ForeignKey(Author, related_name="books")
    # Nobody needs the year.
    printed_in: ForeignKey[Country] = ForeignKey(Country, related_name="prints")

    if TYPE_CHECKING:
        author_id: int = 0
        printed_in_id: int = 0


class Essay(BaseDBModel):
    author: ForeignKey[Author] = ForeignKey(Author)

    if TYPE_CHECKING:
        author_id: int = 0
