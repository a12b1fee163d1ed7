from typing_extensions import reveal_type

from library.books import Book, Cover
from library.people import Author, Country


def read(author: Author, country: Country, book: Book, cover: Cover) -> None:
    reveal_type(author.books)  # R: reverse
    reveal_type(list(author.books.filter(title="Emma")))  # R: rows
    reveal_type(Author.books)  # R: reverse-of-class
    reveal_type(country.book_set)  # R: default-name
    reveal_type(book.sequels.count())  # R: self-reference
    reveal_type(book.cover)  # R: one-to-one
    reveal_type(book.editor)  # R: string-target
    reveal_type(book.printed_in)  # R: labelled-target
    reveal_type(book.sequel_of)  # R: own-name
    reveal_type(book.tags)  # R: many-to-many
    reveal_type(book.author_id)  # R: uuid-key
    reveal_type(book.editor_id)  # R: nullable-key
    reveal_type(book.printed_in_id)  # R: text-key
    reveal_type(cover.book_id)  # R: one-to-one-key
    book.cover = cover
    author.boks  # E: misspelt
    book.cover = book  # E: other-model
