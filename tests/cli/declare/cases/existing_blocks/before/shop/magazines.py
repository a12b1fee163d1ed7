from sqliter.orm import BaseDBModel, ForeignKey

from shop.authors import Author


class Magazine(BaseDBModel):
    editor: ForeignKey[Author] = ForeignKey(Author)


class Column(BaseDBModel):
    author: ForeignKey[Author] = ForeignKey(Author)
