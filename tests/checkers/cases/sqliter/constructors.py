"""`Book(title=..., author=...)`: pydantic's constructor, with the foreign keys' keywords."""

from __future__ import annotations

from typing_extensions import reveal_type

from .library import Author, Book, Publisher, Shelf, Tag


def accept(author: Author) -> None:
    Book(title="Sult", author=author)
    Book(title="Sult", author=author.pk)
    Book(title="Sult", author_id=author.pk)
    Book(title="Sult", author=author, editor=None, translator=author)
    Book(title="Sult", author=1, editor_id=None, pk=7, created_at=1, updated_at=1, db_context=None)
    Author(name="Hamsun", email="knut@example.org")
    Publisher(title="Gyldendal")
    Publisher(title="Gyldendal", city="Bergen")
    reveal_type(Book(title="Sult", author=author))  # R: result


def refuse(author: Author, tag: Tag) -> None:
    Book(author=author)  # E: missing
    Publisher(city="Oslo")  # E: missing-specified
    Book(title=1, author=author)  # E: wrong-type
    Book(title="Sult", author="Hamsun")  # E: key-text
    Book(title="Sult", author=tag)  # E: key-other-model
    Book(title="Sult", author=None)  # E: key-none
    Book(title="Sult", autor=author)  # E: misspelt
    Book(title="Sult", author=author, tags=[tag])  # E: many-to-many
    Book("Sult")  # E: positional
    Shelf(place="A1", books=[])  # E: reverse


def accepted_by_defaults() -> None:
    """Both calls fail when they run, but `unique()` and `ForeignKey()` count as defaults."""
    Author(name="Hamsun")
    Book(title="Sult")  # E: missing-key
