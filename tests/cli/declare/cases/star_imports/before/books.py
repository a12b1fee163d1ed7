from sqliter.orm import BaseDBModel, ForeignKey

from authors import Author
from readers import Reader


class Book(BaseDBModel):
    author: ForeignKey[Author] = ForeignKey(Author, related_name="books")


class Loan(BaseDBModel):
    reader: ForeignKey[Reader] = ForeignKey(Reader, related_name="loans")
