"""A target that has subclasses with accessors of their own."""

from sqliter.orm import BaseDBModel, ForeignKey


class Named(BaseDBModel):
    name: str


class Person(Named):
    pass


class Author(Person):
    pen_name: str = ""


class Letter(BaseDBModel):
    writer: ForeignKey[Person] = ForeignKey(Person)
    receiver: ForeignKey[Author] = ForeignKey(Author, related_name="mail")


class Leader(Person):
    reports_to: ForeignKey[Person | None] = ForeignKey(Person, related_name="leads")
