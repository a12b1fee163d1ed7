"""What is for sale."""

from __future__ import annotations

from sqliter.orm import BaseDBModel, ForeignKey, ManyToMany

from bookshop.models.people import Author, Country


class Publisher(BaseDBModel):
    """A house that publishes books."""

    name: str
    country: ForeignKey[Country] = ForeignKey(Country)


class Genre(BaseDBModel):
    """A shelf in the shop."""

    name: str


class Book(BaseDBModel):
    """A printed book.

    Two keys lead to `Author`. The first is content with the default accessor, `Author.books`;
    the second needs a name of its own.
    """

    title: str
    year: int
    price_cents: int
    stock: int = 0
    author: ForeignKey[Author] = ForeignKey(Author, on_delete="CASCADE")
    translator: ForeignKey[Author | None] = ForeignKey(
        Author, on_delete="SET NULL", related_name="translations"
    )
    # Without a publisher: published by the author.
    publisher: ForeignKey[Publisher] = ForeignKey(Publisher, null=True, related_name="catalogue")
    genres: ManyToMany[Genre] = ManyToMany(Genre)
    # "Readers of this also liked": true in both directions, so there is no reverse name.
    similar: ManyToMany[Book] = ManyToMany("Book", symmetrical=True)
    sources: ManyToMany[Book] = ManyToMany("Book", related_name="inspired", through="book_sources")

    def imprint(self) -> str:
        """Name the publisher, as it is printed on the title page."""
        publisher = self.publisher
        return publisher.name if publisher is not None else f"{self.author.name} (own press)"

    def rating(self) -> float | None:
        """Average the stars that customers gave, if there are any."""
        stars = [review.stars for review in self.reviews.fetch_all()]
        return sum(stars) / len(stars) if stars else None


class AudioBook(Book):
    """A book to listen to.

    It is stored in a table of its own and isn't one of `Author.books`. It inherits `author`,
    to be read; to create one, pass `author_id`.
    """

    minutes: int
    narrator: ForeignKey[Author] = ForeignKey(Author, related_name="narrations")


class Recommendation(BaseDBModel):
    """A remark from the staff that leads from one book to the next."""

    remark: str
    source: ForeignKey[Book] = ForeignKey(Book, related_name="recommends", on_delete="CASCADE")
    target: ForeignKey[Book] = ForeignKey(Book, related_name="recommended_by", on_delete="CASCADE")
