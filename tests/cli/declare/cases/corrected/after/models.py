"""Declarations that contradict the relations."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from sqliter.orm import BaseDBModel, ForeignKey, ManyToMany

if TYPE_CHECKING:
    from sqliter.orm.query import ReverseRelationship


class Author(BaseDBModel):
    name: str

    if TYPE_CHECKING:
        # The other model.
        books: ClassVar[ReverseRelationship[Book]]  # first of all
        essays: ClassVar[ReverseRelationship[Essay]]
        poems: ClassVar[ReverseRelationship[Poem]]
        # A model of that name, from a module that is gone.
        archived: ClassVar[ReverseRelationship[Book]]
        # These agree, in the user's own words.
        letters: ClassVar[ReverseRelationship[Any]]
        diaries: "ClassVar[ReverseRelationship[Diary]]"
        # The user knows better.
        songs: list[Song]  # type: ignore[orm-declared-accessor]


class Book(BaseDBModel):
    author: ForeignKey[Author] = ForeignKey(Author, related_name="books")
    editor: ForeignKey[Author] = ForeignKey(Author, null=True, related_name="archived")

    if TYPE_CHECKING:
        author_id: int = 0
        editor_id: int | None = None


class Essay(BaseDBModel):
    author: ForeignKey[Author] = ForeignKey(Author)

    if TYPE_CHECKING:
        author_id: int = 0


class Poem(BaseDBModel):
    author: ForeignKey[Author] = ForeignKey(Author)

    if TYPE_CHECKING:
        author_id: int = 0


class Letter(BaseDBModel):
    author: ForeignKey[Author] = ForeignKey(Author)

    if TYPE_CHECKING:
        author_id: int = 0


class Diary(BaseDBModel):
    author: ForeignKey[Author] = ForeignKey(Author, related_name="diaries")

    if TYPE_CHECKING:
        author_id: int = 0


class Song(BaseDBModel):
    author: ForeignKey[Author] = ForeignKey(Author)

    if TYPE_CHECKING:
        author_id: int = 0
