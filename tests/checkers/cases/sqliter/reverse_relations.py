"""`author.books`: what a foreign key leaves on the class that it points at."""

from __future__ import annotations

from sqliter.orm.query import PrefetchedResult, ReverseQuery
from typing_extensions import reveal_type

from .library import Author, Book


def read(author: Author) -> None:
    reveal_type(author.books)  # R: instance
    reveal_type(author.books.fetch_all())  # R: fetch-all
    reveal_type(author.books.fetch_one())  # R: fetch-one
    reveal_type(author.books.count())  # R: count
    reveal_type(author.books.exists())  # R: exists
    reveal_type([book.author.name for book in author.books.fetch_all()])  # R: comprehension
    print(author.books.fetch_one().title)  # E: unchecked-none
    print(author.articles)  # E: undeclared


def chain(author: Author, titles: list[str]) -> None:
    reveal_type(author.books.filter(pages__gt=100).limit(3).offset(1))  # R: chain
    reveal_type(author.books.filter(title__in=titles, editor_id=None).fetch_all())  # R: filter
    print(author.books.order("title"))  # E: not-a-query-builder
    for book in author.books:  # E: iterate
        print(book)


def read_from_class(model: type[Author]) -> None:
    reveal_type(Author.books)  # R: class
    reveal_type(model.books)  # R: type
    reveal_type(Author.books.related_name)  # R: metadata


def refuse(author: Author, book: Book) -> None:
    author.books = author.books  # E: assign-itself
    author.books = [book]  # E: assign-list


def after_prefetch(books: PrefetchedResult[Book]) -> None:
    reveal_type(books.fetch_all())  # R: prefetched-all
    reveal_type(books.fetch_one())  # R: prefetched-one
    reveal_type(books.filter(title="Sult"))  # R: prefetched-filter
    print(books.limit(3))  # E: prefetched-limit


def longest(books: ReverseQuery[Book]) -> Book | None:
    return max(books.fetch_all(), key=lambda book: book.pages, default=None)


def use(author: Author) -> None:
    print(longest(author.books))
    print(longest(author.name))  # E: wrong-argument
