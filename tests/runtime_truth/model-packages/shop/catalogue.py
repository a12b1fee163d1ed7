"""Books, with annotations that are text, aliases, and targets through other modules."""

from __future__ import annotations

from typing import Optional

import sqliter.orm as o
from sqliter.orm.fields import ForeignKey as Key

import shop.people
from shop import places
from shop.people import Person

MaybePerson = Optional[Person]
MaybeKey = Key[Optional[Person]]
MADE_BY = "made"


class Category(o.BaseDBModel):
    name: str


class BookSeries(o.BaseDBModel):
    name: str
    category: o.ForeignKey[Category] = o.ForeignKey(Category)


class Book(o.BaseDBModel):
    title: str
    pages: int = 100
    author: Key[shop.people.Person] = Key(shop.people.Person)
    editor: Key[Person | None] = Key(Person, related_name="edited")
    reader: Key[MaybePerson] = Key(Person, related_name="read")
    maker: MaybeKey = Key(Person, related_name=MADE_BY)
    printed_in: o.ForeignKey[places.City] = o.ForeignKey(places.City)
    book_series: Key[BookSeries | None] = Key(BookSeries, related_name="volumes")


class Address(o.BaseDBModel):
    street: str
    city: Key[places.City] = Key(places.City, related_name="addresses")
    tenant: Key[Person] = Key(Person, null=True)
