"""The models of all topics."""

from sqliter.asyncio.orm import AsyncBaseDBModel, AsyncForeignKey
from sqliter.orm import BaseDBModel, ForeignKey, ManyToMany


class Author(BaseDBModel):
    name: str


class Tag(BaseDBModel):
    name: str


class Book(BaseDBModel):
    title: str
    author: ForeignKey[Author] = ForeignKey(Author, related_name="books")
    tags: ManyToMany[Tag] = ManyToMany(Tag)


class Speaker(AsyncBaseDBModel):
    name: str


class Event(AsyncBaseDBModel):
    title: str
    speaker: AsyncForeignKey[Speaker] = AsyncForeignKey(Speaker, related_name="events")
