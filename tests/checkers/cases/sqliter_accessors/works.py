"""The other side of the relations, in a module that `people` does not import."""

from __future__ import annotations

from sqliter.asyncio.orm import AsyncBaseDBModel, AsyncForeignKey, AsyncManyToMany
from sqliter.orm import BaseDBModel, ForeignKey, ManyToMany

from .people import Author, Genre, Speaker, Subject


class Book(BaseDBModel):
    title: str
    author: ForeignKey[Author] = ForeignKey(Author, related_name="books")
    editor: ForeignKey[Author | None] = ForeignKey(Author, null=True, related_name="edited")
    genres: ManyToMany[Genre] = ManyToMany(Genre, related_name="books")


class Essay(BaseDBModel):
    """Its foreign key leaves the accessor's name to the library."""

    author: ForeignKey[Author] = ForeignKey(Author)


class Talk(AsyncBaseDBModel):
    title: str
    speaker: AsyncForeignKey[Speaker] = AsyncForeignKey(Speaker, related_name="talks")
    host: AsyncForeignKey[Speaker | None] = AsyncForeignKey(
        Speaker, null=True, related_name="hosted"
    )
    subjects: AsyncManyToMany[Subject] = AsyncManyToMany(Subject, related_name="talks")
