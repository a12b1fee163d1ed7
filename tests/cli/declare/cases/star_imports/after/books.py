from typing import TYPE_CHECKING

from sqliter.orm import BaseDBModel, ForeignKey

from authors import Author
from readers import Reader


class Book(BaseDBModel):
    author: ForeignKey[Author] = ForeignKey(Author, related_name="books")

    if TYPE_CHECKING:
        author_id: int = 0


class Loan(BaseDBModel):
    reader: ForeignKey[Reader] = ForeignKey(Reader, related_name="loans")

    if TYPE_CHECKING:
        reader_id: int = 0
