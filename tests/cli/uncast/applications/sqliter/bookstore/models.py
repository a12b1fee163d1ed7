"""The tables."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Optional, cast

from sqliter.orm import BaseDBModel, ForeignKey, ManyToMany

if TYPE_CHECKING:
    from sqliter.orm.m2m import ManyToManyManager
    from sqliter.orm.query import ReverseQuery


class Country(BaseDBModel):
    """Where somebody lives."""

    name: str

    def citizens(self) -> list[Author]:
        """Everybody, by name."""
        people = cast("ReverseQuery", self.authors).fetch_all()  # type: ignore[type-arg]
        return sorted(cast("list[Author]", people), key=lambda author: author.name)


class Author(BaseDBModel):
    """Somebody who writes."""

    name: str
    country: ForeignKey[Country] = ForeignKey(Country, related_name="authors")

    # SQLiter adds these at runtime.
    if TYPE_CHECKING:
        books: Any
        edited: Any

    def titles(self) -> list[str]:
        """What was written."""
        return [cast("Book", book).title for book in self.books.fetch_all()]


class Genre(BaseDBModel):
    """A kind of book."""

    name: str


class Book(BaseDBModel):
    """A book, edited or not."""

    title: str
    price: int
    author: ForeignKey[Author] = ForeignKey(Author, related_name="books")
    editor: ForeignKey[Optional[Author]] = ForeignKey(Author, related_name="edited", null=True)
    genres: ManyToMany[Genre] = ManyToMany(Genre, related_name="books")

    def genre_names(self) -> list[str]:
        """Its kinds."""
        manager = cast("ManyToManyManager[Genre]", self.genres)
        return sorted(cast(Genre, genre).name for genre in manager.fetch_all())

    def is_edited(self) -> bool:
        """Whether somebody else has read it."""
        return cast(Optional[int], self.editor_id) is not None  # type: ignore[redundant-cast]


class Review(BaseDBModel):
    """What a reader says."""

    stars: int
    text: str
    book: ForeignKey[Book] = ForeignKey(Book, related_name="reviews")
