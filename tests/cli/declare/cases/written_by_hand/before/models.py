"""What nobody but the user can have written stays."""

from typing import TYPE_CHECKING, Any, ClassVar

from sqliter.orm import BaseDBModel, ForeignKey

if TYPE_CHECKING:
    from sqliter.orm.query import ReverseRelationship


def key_to(model: type[BaseDBModel], name: str) -> Any:
    return ForeignKey(model, related_name=name)


class Author(BaseDBModel):
    name: str

    if TYPE_CHECKING:
        # A relation that a function makes is not found by reading.
        novels: ClassVar[ReverseRelationship["Novel"]]
        rank: int = 0
        cached: ClassVar[dict[str, int]]


class Novel(BaseDBModel):
    title: str
    author: ForeignKey[Author] = key_to(Author, "novels")

    if TYPE_CHECKING:
        author_id: int = 0
        shop_id: str
