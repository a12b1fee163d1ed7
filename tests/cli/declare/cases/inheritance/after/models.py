from typing import TYPE_CHECKING, ClassVar

from sqliter.orm import BaseDBModel, ForeignKey

if TYPE_CHECKING:
    from sqliter.orm.query import ReverseRelationship


class Person(BaseDBModel):
    name: str

    if TYPE_CHECKING:
        narrated: ClassVar[ReverseRelationship["AudioBook"]]
        owned: ClassVar[ReverseRelationship["Book"]]


class Author(Person):
    if TYPE_CHECKING:
        books: ClassVar[ReverseRelationship["Book"]]


class Book(BaseDBModel):
    title: str
    author: ForeignKey[Author] = ForeignKey(Author)
    owner: ForeignKey[Person] = ForeignKey(Person, related_name="owned")

    if TYPE_CHECKING:
        author_id: int = 0
        owner_id: int = 0


class AudioBook(Book):
    narrator: ForeignKey[Person] = ForeignKey(Person, related_name="narrated")

    if TYPE_CHECKING:
        narrator_id: int = 0
