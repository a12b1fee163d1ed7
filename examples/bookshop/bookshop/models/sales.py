"""Orders and what customers think of what they ordered."""

from datetime import date

from sqliter.orm import BaseDBModel, ForeignKey

from bookshop.models.catalogue import Book
from bookshop.models.people import Customer


class Order(BaseDBModel):
    """What one customer bought on one day, perhaps for another one."""

    placed_on: date
    customer: ForeignKey[Customer] = ForeignKey(Customer)
    recipient: ForeignKey[Customer | None] = ForeignKey(Customer, related_name="gifts")

    def total_cents(self) -> int:
        """Add up the lines."""
        return sum(line.quantity * line.book.price_cents for line in self.lines.fetch_all())


class OrderLine(BaseDBModel):
    """So many copies of one book."""

    quantity: int
    order: ForeignKey[Order] = ForeignKey(Order, on_delete="CASCADE", related_name="lines")
    book: ForeignKey[Book] = ForeignKey(Book)


class Review(BaseDBModel):
    """One customer's verdict on one book."""

    stars: int
    text: str
    book: ForeignKey[Book] = ForeignKey(Book, on_delete="CASCADE")
    customer: ForeignKey[Customer] = ForeignKey(Customer, on_delete="CASCADE")
