"""`book.tags` and `tag.books`: the managers at both ends, and what a prefetch puts there."""

from __future__ import annotations

from sqliter.orm import BaseDBModel, ManyToMany
from sqliter.orm.m2m import ManyToManyManager, PrefetchedM2MResult
from typing_extensions import reveal_type

from .library import Author, Book, Reader, Shelf, Tag


def read(book: Book, tag: Tag, shelf: Shelf, reader: Reader) -> None:
    reveal_type(book.tags)  # R: forward
    reveal_type(book.tags.fetch_all())  # R: forward-all
    reveal_type(book.shelves)  # R: text-target
    reveal_type(book.shelves.fetch_one())  # R: text-target-one
    reveal_type(tag.books)  # R: reverse
    reveal_type(tag.books.fetch_all())  # R: reverse-all
    reveal_type(shelf.books.count())  # R: reverse-count
    reveal_type(reader.friends.fetch_all())  # R: symmetrical
    reveal_type(book.tags.sql_metadata.junction_table)  # R: metadata


def chain(book: Book, keys: list[int]) -> None:
    reveal_type(book.tags.filter(label="new", pk__in=keys))  # R: filter
    reveal_type(book.tags.filter(label="new").order("label").fetch_first())  # R: filter-first
    for tag in book.tags:  # E: iterate
        print(tag)


def read_from_class() -> None:
    reveal_type(Book.tags)  # R: class
    reveal_type(Tag.books)  # R: class-reverse


def change(book: Book, tag: Tag, author: Author) -> None:
    book.tags.add(tag, tag)
    book.tags.set(*book.tags.fetch_all())
    tag.books.remove(book)
    book.tags.clear()
    book.tags.add(author)  # E: add-other-model
    book.tags.set([tag])  # E: set-list
    tag.books.add(tag)  # E: add-other-model-reverse


def refuse(book: Book, tag: Tag) -> None:
    book.tags = [tag]  # E: assign
    book.tags = book.tags  # E: assign-itself
    tag.books = tag.books  # E: assign-reverse


def after_prefetch(tags: PrefetchedM2MResult[Tag], tag: Tag) -> None:
    reveal_type(tags.fetch_all())  # R: prefetched-all
    reveal_type(tags.filter(label="new").fetch_one())  # R: prefetched-filter
    tags.add(tag)


def labels(tags: ManyToManyManager[Tag]) -> list[str]:
    return [tag.label for tag in tags.fetch_all()]


def use(book: Book, tag: Tag) -> None:
    print(labels(book.tags))
    print(labels(tag.books))  # E: wrong-manager


def declare() -> None:
    class Event(BaseDBModel):
        guests: ManyToMany[Author] = ManyToMany(Reader)  # E: declare-other-target
