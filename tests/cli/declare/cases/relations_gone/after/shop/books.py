from typing import TYPE_CHECKING

from sqliter.orm import BaseDBModel, ForeignKey

from shop.authors import Author


class Book(BaseDBModel):
    title: str
    writer: ForeignKey[Author] = ForeignKey(Author, related_name="works")

    if TYPE_CHECKING:
        writer_id: int = 0
