"""Names that are taken: the module's own, a builtin, and two models with one name."""

from sqliter.orm import BaseDBModel


class Book:
    """A book as the printer sees it, no model."""


class ClassVar:
    """A variable of a school class."""


class Author(BaseDBModel):
    name: str

    def print(self) -> Book:
        return Book()
