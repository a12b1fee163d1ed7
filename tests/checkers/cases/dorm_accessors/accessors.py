"""What relations leave on the other model, and the keys beside foreign keys."""

from typing_extensions import reveal_type

from .people import Author, Country
from .works import Book, Portrait, Shelf


def read(author: Author, country: Country, book: Book) -> None:
    reveal_type(author.books)  # R: reverse
    reveal_type(author.books.all())  # R: all
    reveal_type(author.books.filter(title="Sult").first())  # R: chain
    reveal_type([book.title for book in author.books])  # R: comprehension
    reveal_type(author.books.create(title="Sult"))  # R: create
    reveal_type(author.edited.count())  # R: count
    reveal_type(country.book_set)  # R: default-name
    reveal_type(book.sequels)  # R: self-reference
    reveal_type(author.portrait)  # R: one-to-one
    reveal_type(author.portrait.author.name)  # R: one-to-one-through


def read_from_class(model: type[Author]) -> None:
    reveal_type(Author.books)  # R: class
    reveal_type(model.books)  # R: type
    reveal_type(Author.portrait)  # R: class-one-to-one


async def read_async(author: Author) -> None:
    reveal_type(await author.books.acount())  # R: async-count
    reveal_type(await author.books.all())  # R: async-all


def read_targets_that_are_texts(book: Book) -> None:
    reveal_type(book.editor)  # R: text-target
    reveal_type(book.sequel_of)  # R: own-name
    reveal_type(book.shelves)  # R: many-to-many-of-text


def read_keys(author: Author, book: Book, portrait: Portrait) -> None:
    reveal_type(book.id)  # R: id
    reveal_type(author.pk)  # R: pk
    reveal_type(book.author_id)  # R: key
    reveal_type(book.editor_id)  # R: nullable-key
    reveal_type(book.printed_in_id)  # R: text-key
    reveal_type(portrait.author_id)  # R: one-to-one-key


def write(author: Author, portrait: Portrait) -> None:
    author.portrait = portrait  # E: assign-one-to-one


def refuse(author: Author, shelf: Shelf, book: Book) -> None:
    print(author.bokks)  # E: misspelt
    print(shelf.book_set)  # E: no-reverse-of-many-to-many
    print(author.books.first())  # E: no-such-method
    author.books.add(shelf)  # E: add-other-model
    author.books = [book]  # E: assign-list
    author.portrait = book  # E: assign-other-model
    book.printed_in_id = 3  # E: assign-number-to-key
