"""Targets whose default accessors have irregular plurals pointing at them."""

from shop.base import Link, Entity


class Country(Entity):
    name: str


class City(Entity):
    name: str
    country: Link[Country] = Link(Country)
