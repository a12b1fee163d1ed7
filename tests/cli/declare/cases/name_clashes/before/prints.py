from sqliter.orm import BaseDBModel, ForeignKey

from authors import Author


class Book(BaseDBModel):
    author: ForeignKey[Author] = ForeignKey(Author, related_name="prints")


class Warning(BaseDBModel):
    author: ForeignKey[Author] = ForeignKey(Author, related_name="warnings")
