from typing import TYPE_CHECKING

from sqliter.orm import BaseDBModel, ForeignKey

from ..authors import Author
from . import Book


class Essay(BaseDBModel):
    author: ForeignKey[Author] = ForeignKey(Author)
    book: ForeignKey[Book] = ForeignKey(Book)

    if TYPE_CHECKING:
        author_id: int = 0
        book_id: int = 0
