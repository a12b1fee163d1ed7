from sqliter.orm import BaseDBModel, ForeignKey

from ..authors import Author


class Book(BaseDBModel):
    author: ForeignKey[Author] = ForeignKey(Author)
