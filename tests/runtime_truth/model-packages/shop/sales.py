"""Models that point at each other's modules, with a key attribute declared by hand."""

from sqliter.orm import BaseDBModel, ForeignKey

from shop.catalogue import Address, Book
from shop.people import Person as Customer


class Sale(BaseDBModel):
    customer: ForeignKey[Customer] = ForeignKey(Customer)
    book: ForeignKey[Book] = ForeignKey(Book)
    amount: int
    note: str | None = None
    ships_to: ForeignKey[Address | None] = ForeignKey(Address)


class Gift(BaseDBModel):
    wrapping: str = "paper"
    sale: ForeignKey[Sale] = ForeignKey(Sale)
    receiver: ForeignKey[Customer] = ForeignKey(Customer, related_name="presents")
    receiver_id: int = 1
