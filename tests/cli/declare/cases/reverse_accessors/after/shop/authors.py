"""People; nothing here imports a book."""

from typing import TYPE_CHECKING, ClassVar

from sqliter.orm import BaseDBModel

if TYPE_CHECKING:
    from sqliter.orm.query import ReverseRelationship

    from shop.books import Book, Essay


class Author(BaseDBModel):
    """Somebody who writes."""

    name: str

    def titles(self) -> list[str]:
        return [book.title for book in self.books.fetch_all()]

    if TYPE_CHECKING:
        books: ClassVar[ReverseRelationship["Book"]]
        essays: ClassVar[ReverseRelationship["Essay"]]


class Country(BaseDBModel):
    name: str

    if TYPE_CHECKING:
        prints: ClassVar[ReverseRelationship["Book"]]
