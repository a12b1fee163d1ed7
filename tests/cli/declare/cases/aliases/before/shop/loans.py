from sqliter.orm import BaseDBModel, ForeignKey

from shop.books import Book


class Loan(BaseDBModel):
    book: ForeignKey[Book] = ForeignKey(Book)
