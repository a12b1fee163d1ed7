"""A lending library's models, with its relations declared as users would write them."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, ClassVar, Optional

from pydantic import ConfigDict, Field
from sqliter.model import unique
from sqliter.orm import BaseDBModel, ForeignKey, ManyToMany

if TYPE_CHECKING:
    from sqliter.orm.m2m import ReverseManyToMany
    from sqliter.orm.query import ReverseRelationship


class Author(BaseDBModel):
    name: str
    email: str = unique()
    born: Optional[datetime.date] = None
    if TYPE_CHECKING:
        books: ClassVar[ReverseRelationship["Book"]]
        edited: ClassVar[ReverseRelationship["Book"]]

    class Meta:
        table_name: str = "writers"
        indexes: ClassVar[list[str | tuple[str, ...]]] = ["name"]


class Publisher(BaseDBModel):
    model_config = ConfigDict(str_strip_whitespace=True)

    title: str = Field(min_length=1)
    city: str = Field(default="Oslo")
    rating: float = Field(default=0.0, ge=0)


class Tag(BaseDBModel):
    label: str
    if TYPE_CHECKING:
        books: ClassVar[ReverseManyToMany["Book"]]


class Book(BaseDBModel):
    title: str
    pages: int = 0
    author: ForeignKey[Author] = ForeignKey(Author, on_delete="CASCADE", related_name="books")
    editor: ForeignKey[Author | None] = ForeignKey(Author, null=True, related_name="edited")
    publisher: ForeignKey[Publisher] = ForeignKey(Publisher, null=True, db_column="pub")
    translator: ForeignKey[Optional[Author]] = ForeignKey(Author, related_name="translated")
    tags: ManyToMany[Tag] = ManyToMany(Tag, related_name="books")
    shelves: ManyToMany[Shelf] = ManyToMany("Shelf", through="book_shelves")
    if TYPE_CHECKING:
        author_id: int = 0
        editor_id: int | None = None


class Shelf(BaseDBModel):
    place: str
    if TYPE_CHECKING:
        books: ClassVar[ReverseManyToMany["Book"]]


class Reader(BaseDBModel):
    name: str
    friends: ManyToMany[Reader] = ManyToMany("Reader", symmetrical=True)
