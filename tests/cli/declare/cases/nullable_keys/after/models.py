"""Three ways to say that a key is nullable; without the future import."""

from typing import TYPE_CHECKING, ClassVar, Optional

from sqliter.orm import BaseDBModel, ForeignKey

if TYPE_CHECKING:
    from sqliter.orm.query import ReverseRelationship


class Author(BaseDBModel):
    name: str

    if TYPE_CHECKING:
        books: ClassVar[ReverseRelationship["Book"]]
        edited: ClassVar[ReverseRelationship["Book"]]
        illustrated: ClassVar[ReverseRelationship["Book"]]
        translated: ClassVar[ReverseRelationship["Book"]]


class Book(BaseDBModel):
    title: str
    author: ForeignKey[Author] = ForeignKey(Author)
    editor: ForeignKey[Author] = ForeignKey(Author, null=True, related_name="edited")
    translator: ForeignKey[Optional[Author]] = ForeignKey(Author, related_name="translated")
    illustrator: ForeignKey[Author | None] = ForeignKey(Author, related_name="illustrated")

    if TYPE_CHECKING:
        author_id: int = 0
        editor_id: int | None = None
        translator_id: int | None = None
        illustrator_id: int | None = None
