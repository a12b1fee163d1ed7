"""One annotation that can't be evaluated, and the library does not see that the key is nullable."""

from typing import TYPE_CHECKING, ClassVar

from sqliter.orm import BaseDBModel, ForeignKey

if TYPE_CHECKING:
    from sqliter.orm.query import ReverseRelationship


class Painter(BaseDBModel):
    name: str

    if TYPE_CHECKING:
        pictures: ClassVar[ReverseRelationship["Picture"]]


class Picture(BaseDBModel):
    frame: "Frame | None" = None
    painter: ForeignKey[Painter | None] = ForeignKey(Painter)

    if TYPE_CHECKING:
        painter_id: int = 0


class Frame: ...
