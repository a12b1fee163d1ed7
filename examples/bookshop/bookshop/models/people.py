"""Everyone with a name.

Nothing here imports a book, an order or a review; `Author.books` and the other accessors
appear because models elsewhere point at these classes. `topics` is the exception: it and
this module import each other, which works because many-to-many targets can be strings.
"""

from __future__ import annotations

from sqliter.orm import BaseDBModel, ForeignKey, ManyToMany

from bookshop.models import topics


class Country(BaseDBModel):
    """A country: authors live in it, publishers have their seat in it."""

    name: str


class Person(BaseDBModel):
    """What authors and customers have in common. It has no table of its own."""

    name: str

    @property
    def initials(self) -> str:
        """Say "A. B." for Astrid Berg."""
        return " ".join(f"{part[0]}." for part in self.name.split())


class Author(Person):
    """Somebody who writes, translates or reads aloud."""

    country: ForeignKey[Country] = ForeignKey(Country)

    def active_years(self) -> str:
        """Give the years of the first and the last book."""
        years = sorted(book.year for book in self.books.fetch_all())
        return f"from {years[0]} to {years[-1]}" if years else "not published yet"


class Customer(Person):
    """Somebody who buys."""

    email: str
    favourite: ForeignKey[Author | None] = ForeignKey(
        Author, related_name="fans", on_delete="SET NULL"
    )
    interests: ManyToMany[topics.Topic] = ManyToMany("Topic", related_name="followers")

    def subscriptions(self) -> str:
        """List the newsletters for this customer."""
        return topics.headline(*self.interests.fetch_all())

    def spent_cents(self) -> int:
        """Add up everything this customer ever ordered."""
        return sum(order.total_cents() for order in self.orders.fetch_all())


def names(*persons: Person) -> str:
    """List people in alphabetical order."""
    return ", ".join(sorted(person.name for person in persons))
