"""What relations leave on the other model, and the keys beside foreign keys."""

from typing_extensions import reveal_type

from .people import Author, Genre, Novelist, Speaker
from .works import Book, Series, Subject, Talk


def read(author: Author, novelist: Novelist, genre: Genre) -> None:
    reveal_type(author.books)  # R: reverse
    reveal_type(author.books.fetch_all())  # R: fetch-all
    reveal_type(author.books.fetch_one())  # R: fetch-one
    reveal_type(author.books.filter(title="Sult"))  # R: chain
    reveal_type([book.title for book in author.books.fetch_all()])  # R: comprehension
    reveal_type(author.edited.count())  # R: count
    reveal_type(author.essays)  # R: default-name
    reveal_type(novelist.books)  # R: inherited
    reveal_type(genre.books)  # R: many-to-many
    reveal_type(genre.books.fetch_all())  # R: many-to-many-all


def read_within_the_module(book: Book, series: Series) -> None:
    reveal_type(book.series)  # R: source-below
    reveal_type(series.continues)  # R: self-reference


def read_from_class(model: type[Author]) -> None:
    reveal_type(Author.books)  # R: class
    reveal_type(model.books)  # R: type
    reveal_type(Genre.books)  # R: class-many-to-many


def read_keys(book: Book) -> None:
    reveal_type(book.author_id)  # R: key
    reveal_type(book.editor_id)  # R: nullable-key
    reveal_type(book.translator_id)  # R: optional-key


def write(author: Author) -> None:
    Book(title="Sult", author=author, translator=None)
    Book(title="Sult", author_id=author.pk, editor_id=None)  # E: construct-by-key


async def read_async(speaker: Speaker, subject: Subject, talk: Talk) -> None:
    reveal_type(speaker.talks)  # R: async-reverse
    reveal_type(await speaker.talks.fetch_all())  # R: async-fetch-all
    reveal_type(await speaker.hosted.count())  # R: async-count
    reveal_type(subject.talks)  # R: async-many-to-many
    reveal_type(Speaker.talks)  # R: async-class
    reveal_type(talk.speaker_id)  # R: async-key
    reveal_type(talk.host_id)  # R: async-nullable-key


def refuse(author: Author, genre: Genre, book: Book) -> None:
    print(author.boks)  # E: misspelt
    print(author.books.fetch_one().title)  # E: unchecked-none
    print(author.books.fetch_all()[0].titel)  # E: misspelt-field
    print(author.books.order("title"))  # E: no-such-method
    author.books = [book]  # E: assign-list
    genre.books.add(genre)  # E: add-other-model
    book.author_id = "3"  # E: assign-text-to-key
