"""Questions to the store."""

from __future__ import annotations

import json
import typing as t
from typing import Any, cast

from sqliter import SqliterDB
from sqliter.orm.m2m import ManyToManyManager
from sqliter.orm.query import PrefetchedResult, ReverseQuery

from bookstore.models import Author, Book, Country, Genre, Review


def author_called(db: SqliterDB, name: str) -> Author:
    """Find an author who is there."""
    found = cast("t.Optional[Author]", db.select(Author).filter(name=name).fetch_first())
    return cast(Author, found)


def shelf(author: Author) -> list[str]:
    """The titles of an author, dear ones first."""
    query = cast(ReverseQuery, author.books)
    books = cast(t.List[Book], query.fetch_all())
    return [book.title for book in sorted(books, key=lambda book: -cast(int, book.price))]


def cheap(author: Author, limit: int) -> int:
    """How many cost less."""
    return cast(int, cast(Any, author).books.filter(price__lt=limit).count())


def stars(book: Book) -> float:
    """The mean of the reviews."""
    reviews: t.Any = book.reviews
    rows: "list[t.Any]" = reviews.fetch_all()
    if not rows:
        return 0.0
    return sum(cast(Review, row).stars for row in rows) / len(rows)


def written_by(book: Book) -> str:
    """The author, and where from."""
    author = t.cast("Author", book.author)
    country = cast(Country, author.country)
    return f"{author.name} ({cast(Country, cast(Author, book.author).country).name})" + (
        "" if country.name else "?"
    )


def edited_by(book: Book) -> str:
    """The editor, if there is one."""
    editor = cast("Author | None", book.editor)
    if editor is None:
        return "nobody"
    return editor.name


def same_author(book: Book, other: Book) -> bool:
    """Whether two books have one author."""
    return cast(int, book.author_id) == cast(int, other.author_id)


def colleagues(book: Book) -> list[str]:
    """Who else writes in this kind."""
    names: set[str] = set()
    for genre in cast(ManyToManyManager[Genre], book.genres).fetch_all():
        manager = cast(
            ManyToManyManager[Book],
            genre.books,  # the other side
        )
        for other in cast("list[Book]", manager.fetch_all()):
            names.add(cast(Author, other.author).name)
    names.discard(cast(Author, book.author).name)
    return sorted(names)


def overview(db: SqliterDB) -> dict[str, int]:
    """How many books each has, with one query."""
    authors = db.select(Author).prefetch_related("books").order("name").fetch_all()
    return {
        author.name: len(cast(PrefetchedResult, author.books).fetch_all())
        for author in cast("list[Author]", authors)
    }


def tag(book: Book, *genres: Genre) -> None:
    """Put a book into genres."""
    getattr(book, "genres").add(*genres)


def editions(author: Author) -> int:
    """All that somebody had a hand in."""
    edited = getattr(author, "edited")
    return cast(int, edited.count()) + author.books.count()


def settings(text: str) -> dict[str, int]:
    """This cast has nothing to do with the database."""
    return cast("dict[str, int]", json.loads(text))
