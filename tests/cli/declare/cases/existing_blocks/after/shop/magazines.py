from typing import TYPE_CHECKING

from sqliter.orm import BaseDBModel, ForeignKey

from shop.authors import Author


class Magazine(BaseDBModel):
    editor: ForeignKey[Author] = ForeignKey(Author)

    if TYPE_CHECKING:
        editor_id: int = 0


class Column(BaseDBModel):
    author: ForeignKey[Author] = ForeignKey(Author)

    if TYPE_CHECKING:
        author_id: int = 0
