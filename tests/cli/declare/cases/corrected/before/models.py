"""Declarations that contradict the relations."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from sqliter.orm import BaseDBModel, ForeignKey, ManyToMany

if TYPE_CHECKING:
    from sqliter.orm.m2m import ReverseManyToMany
    from sqliter.orm.query import ReverseQuery, ReverseRelationship

    from archive import Book as ArchivedBook


class Author(BaseDBModel):
    name: str

    if TYPE_CHECKING:
        # The other model.
        books: ClassVar[ReverseRelationship[Essay]]  # first of all
        essays: ReverseQuery[Essay]
        poems: ClassVar[ReverseManyToMany[Poem]]
        # A model of that name, from a module that is gone.
        archived: ClassVar[ReverseRelationship[ArchivedBook]]
        # These agree, in the user's own words.
        letters: ClassVar[ReverseRelationship[Any]]
        diaries: "ClassVar[ReverseRelationship[Diary]]"
        # The user knows better.
        songs: list[Song]  # type: ignore[orm-declared-accessor]


class Book(BaseDBModel):
    author: ForeignKey[Author] = ForeignKey(Author, related_name="books")
    editor: ForeignKey[Author] = ForeignKey(Author, null=True, related_name="archived")

    if TYPE_CHECKING:
        author_id: int | None = None
        editor_id: int = 0


class Essay(BaseDBModel):
    author: ForeignKey[Author] = ForeignKey(Author)


class Poem(BaseDBModel):
    author: ForeignKey[Author] = ForeignKey(Author)


class Letter(BaseDBModel):
    author: ForeignKey[Author] = ForeignKey(Author)


class Diary(BaseDBModel):
    author: ForeignKey[Author] = ForeignKey(Author, related_name="diaries")


class Song(BaseDBModel):
    author: ForeignKey[Author] = ForeignKey(Author)
