from typing import TYPE_CHECKING

from sqliter.orm import BaseDBModel, ForeignKey

import authors


class Tape(BaseDBModel):
    author: ForeignKey[authors.Author] = ForeignKey(authors.Author, related_name="tapes")

    if TYPE_CHECKING:
        author_id: int = 0


class Studio:
    class Book(BaseDBModel):
        author: ForeignKey[authors.Author] = ForeignKey(authors.Author, related_name="recordings")

        if TYPE_CHECKING:
            author_id: int = 0
