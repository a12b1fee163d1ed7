from sqliter.orm import BaseDBModel, ForeignKey

import authors


class Tape(BaseDBModel):
    author: ForeignKey[authors.Author] = ForeignKey(authors.Author, related_name="tapes")


class Studio:
    class Book(BaseDBModel):
        author: ForeignKey[authors.Author] = ForeignKey(authors.Author, related_name="recordings")
