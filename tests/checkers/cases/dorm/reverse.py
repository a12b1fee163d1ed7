"""What a foreign key or a one-to-one field leaves on the other model, as a user declares it."""

from __future__ import annotations

from dorm.related_managers import ReverseFKManager
from typing_extensions import reveal_type

from .shelf import Author, Book, Portrait, Tag


def read(author: Author, book: Book) -> None:
    reveal_type(author.books)  # R: instance
    reveal_type(author.books.all())  # R: all
    reveal_type(author.books.filter(title="Sult").order_by("pages").first())  # R: chain
    reveal_type([found.title for found in author.books])  # R: iteration
    reveal_type(author.books.count())  # R: count
    reveal_type(author.books.create(title="Sult"))  # R: create
    reveal_type(author.books.get_or_create(title="Sult"))  # R: get-or-create
    reveal_type(author.books.get_queryset())  # R: get-queryset
    reveal_type(author.portrait)  # R: one-to-one
    reveal_type(author.portrait.author.name)  # R: one-to-one-through
    reveal_type(book.tags)  # R: many-to-many
    reveal_type(book.tags.filter(label="old").first())  # R: many-to-many-chain
    reveal_type(book.tags.create(label="old"))  # R: many-to-many-create


async def read_async(author: Author, book: Book) -> None:
    reveal_type(await author.books.acount())  # R: acount
    reveal_type(await author.books.aget_or_create(title="Sult"))  # R: aget-or-create
    reveal_type(await author.books.aget_queryset())  # R: aget-queryset
    reveal_type(await author.books.all())  # R: await-all
    reveal_type(await book.tags.acreate(label="old"))  # R: acreate
    reveal_type(await author.edited.aset([book], clear=True))  # R: aset
    await author.books.acreate(title="Sult")  # E: acreate-reverse
    await book.tags.acount()  # E: acount-many-to-many
    async for found in author.books:  # E: async-for
        print(found)


def read_from_class() -> None:
    reveal_type(Author.books)  # R: class
    reveal_type(Author.books.source_model)  # R: class-model
    reveal_type(Author.portrait)  # R: class-one-to-one
    reveal_type(Book.tags)  # R: class-many-to-many
    Author.books.all()  # E: class-all


def change(author: Author, book: Book, tag: Tag) -> None:
    author.books.add(book, bulk=False)
    author.edited.set([book], clear=True)
    book.tags.add(tag, 3, through_defaults={"since": 1900})
    book.tags.set(found for found in [tag])
    author.portrait = Portrait()
    author.portrait = None
    author.books.add(1)  # E: add-key
    author.books.add(tag)  # E: add-other-model
    author.books.remove(author)  # E: remove-other-model
    book.tags.add(book)  # E: many-to-many-other-model
    author.portrait = book  # E: one-to-one-other-model
    author.books = author.books  # E: assign
    book.tags = [tag]  # E: assign-many-to-many


def absent(author: Author, book: Book, tag: Tag) -> None:
    author.books.first()  # E: first
    author.books.get(title="Sult")  # E: get
    author.books.exists()  # E: exists
    author.books.exclude(title="Sult")  # E: exclude
    author.books.order_by("title")  # E: order-by
    author.books.filter(author)  # E: filter-positional
    author.books[0]  # E: index
    len(author.books)  # E: len
    book.tags.get_or_create(label="old")  # E: many-to-many-get-or-create
    book.tags.first()  # E: many-to-many-first
    tag.book_set  # E: no-reverse
    author.bokks  # E: misspelt


def longest(books: ReverseFKManager[Book]) -> Book | None:
    return max(books, key=lambda book: book.pages, default=None)


def use(author: Author) -> None:
    print(longest(author.books))
    longest(author.portrait)  # E: wrong-argument
