"""`book.author`: the related object, through the library's transparent proxy."""

from __future__ import annotations

from sqliter.orm import BaseDBModel, ForeignKey
from typing_extensions import reveal_type

from .library import Author, Book, Publisher


def read(book: Book) -> None:
    reveal_type(book.author)  # R: required
    reveal_type(book.author.name)  # R: through
    reveal_type(book.editor)  # R: nullable
    reveal_type(book.translator)  # R: optional
    reveal_type(book.publisher)  # R: null-without-none
    reveal_type(book.author_id)  # R: key
    reveal_type(book.editor_id)  # R: nullable-key
    print(book.editor.name)  # E: unchecked-none
    if book.editor is not None:
        reveal_type(book.editor)  # R: checked-none


def read_from_class(model: type[Book]) -> None:
    reveal_type(Book.author)  # R: class
    reveal_type(model.editor)  # R: class-nullable
    reveal_type(Book.author.fk_info.null)  # R: metadata


def assign(book: Book, author: Author, publisher: Publisher) -> None:
    book.author = author
    book.author = 3
    book.editor = None
    book.author = book.editor or author
    book.author = None  # E: assign-none
    book.author = publisher  # E: assign-other-model
    book.author = "Hamsun"  # E: assign-text
    book.author = 3
    reveal_type(book.author)  # R: after-assigning-a-key


def misspell(book: Book) -> None:
    print(book.titel)  # E: read-typo
    print(book.author.nmae)  # E: read-typo-through
    book.titel = "Sult"  # E: assign-typo
    book.pages = "many"  # E: assign-wrong-type


def declare() -> None:
    class Review(BaseDBModel):
        book: ForeignKey[Book] = ForeignKey(Author)  # E: declare-other-target
        reader: ForeignKey[Author] = ForeignKey("Author")  # E: declare-text-target
        other: ForeignKey[Author] = ForeignKey(Author, on_delete="DELETE")  # E: declare-action
