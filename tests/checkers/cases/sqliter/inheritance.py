"""Accessors are inherited as other attributes are, and models may have bases in common."""

from __future__ import annotations

from typing_extensions import reveal_type

from .async_library import Work
from .library import Author, Book, Tag


class Novel(Book):
    chapters: int = 0


class Poet(Author):
    rhymes: bool = True

    class Meta:  # E: meta-of-a-meta
        table_name: str = "poets"


def read(novel: Novel, poet: Poet, tag: Tag) -> None:
    reveal_type(novel.author)  # R: forward
    reveal_type(novel.tags.fetch_all())  # R: many-to-many
    reveal_type(poet.books.fetch_all())  # R: reverse
    reveal_type(Poet.books)  # R: reverse-class
    tag.books.add(novel)
    print(poet.novels)  # E: none-of-its-own


def construct() -> None:
    reveal_type(Novel(title="Sult", author_id=1, chapters=4))  # R: construct
    Novel(chapters=4)  # E: missing-inherited


def refused_by_the_library(novel: Novel, poet: Poet) -> None:
    """It forgets an inherited key's descriptor: both need `author_id` when they run."""
    novel.author = poet  # E: assign-inherited-key
    Novel(title="Sult", author=poet)  # E: construct-inherited-key


def either(person: Author | Poet) -> None:
    reveal_type(person.books)  # R: union


class Sequel(Work):
    number: int = 2


def read_async(sequel: Sequel) -> None:
    reveal_type(sequel.writer)  # R: async-forward
    reveal_type(sequel.topics)  # R: async-many-to-many
