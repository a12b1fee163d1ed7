from typing_extensions import reveal_type

from shop.books import Book, Series
from shop.events import Event, Guest, Speaker
from shop.people import Author, Critic, Tag


def read(author: Author, critic: Critic, tag: Tag, book: Book, series: Series) -> None:
    reveal_type(author.books)  # R: reverse
    reveal_type(author.books.fetch_all())  # R: rows
    reveal_type(Author.books)  # R: reverse-of-class
    reveal_type(critic.books.fetch_one())  # R: inherited
    reveal_type(author.edited.count())  # R: count
    reveal_type(tag.books)  # R: many-to-many
    reveal_type(tag.books.fetch_all())  # R: many-to-many-rows
    reveal_type(book.series)  # R: source-below
    reveal_type(series.continues)  # R: self-reference
    reveal_type(book.author_id)  # R: key
    reveal_type(book.editor_id)  # R: nullable-key
    reveal_type(book.translator_id)  # R: optional-key
    author.boks  # E: misspelt
    author.books = []  # E: assigned
    book.author_id = "1"  # E: key-of-text


def write(author: Author) -> None:
    Book(title="Emma", author=author, translator=None)
    Book(title="Emma", author_id=author.pk, editor_id=None, translator_id=None)


async def read_async(speaker: Speaker, event: Event, guest: Guest) -> None:
    reveal_type(speaker.events)  # R: async-reverse
    reveal_type(await speaker.hosted.fetch_all())  # R: async-rows
    reveal_type(guest.invitations)  # R: async-many-to-many
    reveal_type(event.speaker_id)  # R: async-key
    reveal_type(event.host_id)  # R: async-nullable-key
