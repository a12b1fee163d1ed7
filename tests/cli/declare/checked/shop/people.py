"""Imports none of the modules whose models point here."""

from sqliter.orm import BaseDBModel


class Author(BaseDBModel):
    name: str


class Critic(Author):
    pass


class Tag(BaseDBModel):
    label: str
