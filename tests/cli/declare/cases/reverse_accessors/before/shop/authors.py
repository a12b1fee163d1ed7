"""People; nothing here imports a book."""

from sqliter.orm import BaseDBModel


class Author(BaseDBModel):
    """Somebody who writes."""

    name: str

    def titles(self) -> list[str]:
        return [book.title for book in self.books.fetch_all()]


class Country(BaseDBModel):
    name: str
