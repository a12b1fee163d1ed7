from typing import TYPE_CHECKING

from sqliter.orm import BaseDBModel, ForeignKey

from shop.books import Book


class Loan(BaseDBModel):
    book: ForeignKey[Book] = ForeignKey(Book)

    if TYPE_CHECKING:
        book_id: int = 0
