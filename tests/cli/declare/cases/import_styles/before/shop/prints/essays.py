from sqliter.orm import BaseDBModel, ForeignKey

from ..authors import Author
from . import Book


class Essay(BaseDBModel):
    author: ForeignKey[Author] = ForeignKey(Author)
    book: ForeignKey[Book] = ForeignKey(Book)
