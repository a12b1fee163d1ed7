"""The other side of the relations, in a module that `people` does not import."""

from __future__ import annotations

from typing import Optional

from sqliter.asyncio.orm import AsyncBaseDBModel, AsyncForeignKey, AsyncManyToMany
from sqliter.orm import BaseDBModel, ForeignKey, ManyToMany

from .people import Author, Genre, Speaker


class Book(BaseDBModel):
    title: str
    author: ForeignKey[Author] = ForeignKey(Author, related_name="books")
    editor: ForeignKey[Author | None] = ForeignKey(Author, null=True, related_name="edited")
    translator: ForeignKey[Optional[Author]] = ForeignKey(Author, related_name="translated")
    genres: ManyToMany[Genre] = ManyToMany(Genre, related_name="books")


class Essay(BaseDBModel):
    """Its foreign key leaves the accessor's name to the library."""

    author: ForeignKey[Author] = ForeignKey(Author)


class Series(BaseDBModel):
    books: ManyToMany[Book] = ManyToMany(Book, related_name="series")
    continued: ManyToMany[Series] = ManyToMany("Series", related_name="continues")


class Talk(AsyncBaseDBModel):
    title: str
    speaker: AsyncForeignKey[Speaker] = AsyncForeignKey(Speaker, related_name="talks")
    host: AsyncForeignKey[Speaker | None] = AsyncForeignKey(
        Speaker, null=True, related_name="hosted"
    )
    subjects: AsyncManyToMany[Subject] = AsyncManyToMany("Subject", related_name="talks")


class Subject(AsyncBaseDBModel):
    label: str
