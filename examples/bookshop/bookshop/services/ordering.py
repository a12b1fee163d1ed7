"""Selling books."""

from collections.abc import Mapping
from datetime import date

from sqliter import SqliterDB

from bookshop.models import Book, Customer, Order, OrderLine


class OutOfStockError(Exception):
    """There are fewer copies than somebody wants."""

    def __init__(self, book: Book, wanted: int) -> None:
        super().__init__(f"{book.title}: {wanted} wanted, {book.stock} in stock")
        self.book = book


def place_order(
    db: SqliterDB,
    customer: Customer,
    basket: Mapping[str, int],
    *,
    on: date,
    recipient: Customer | None = None,
) -> Order:
    """Sell what is in the basket (titles and how many), all of it or nothing."""
    with db:
        order = db.insert(Order(placed_on=on, customer=customer, recipient=recipient))
        for title, quantity in basket.items():
            book = book_called(db, title)
            if book.stock < quantity:
                raise OutOfStockError(book, quantity)
            book.stock -= quantity
            db.update(book)
            db.insert(OrderLine(quantity=quantity, order=order, book=book))
    return order


def redirect_gift(db: SqliterDB, order: Order, recipient: Customer | None) -> None:
    """Let somebody else have the parcel; None sends it to the customer."""
    order.recipient = recipient
    db.update(order)


def book_called(db: SqliterDB, title: str) -> Book:
    """Find a book by its title."""
    book = db.select(Book).filter(title=title).fetch_one()
    if book is None:
        raise LookupError(title)
    return book
