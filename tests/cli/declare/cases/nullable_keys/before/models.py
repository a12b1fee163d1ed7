"""Three ways to say that a key is nullable; without the future import."""

from typing import Optional

from sqliter.orm import BaseDBModel, ForeignKey


class Author(BaseDBModel):
    name: str


class Book(BaseDBModel):
    title: str
    author: ForeignKey[Author] = ForeignKey(Author)
    editor: ForeignKey[Author] = ForeignKey(Author, null=True, related_name="edited")
    translator: ForeignKey[Optional[Author]] = ForeignKey(Author, related_name="translated")
    illustrator: ForeignKey[Author | None] = ForeignKey(Author, related_name="illustrated")
