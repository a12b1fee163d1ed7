"""A flag that is imported below the other imports, if it can be."""

from typing import ClassVar

from sqliter.orm import BaseDBModel, ForeignKey

try:
    from typing import TYPE_CHECKING
except ImportError:
    TYPE_CHECKING = False

if TYPE_CHECKING:
    from sqliter.orm.query import ReverseRelationship


class Singer(BaseDBModel):
    name: str

    if TYPE_CHECKING:
        songs: ClassVar[ReverseRelationship["Song"]]


class Song(BaseDBModel):
    singer: ForeignKey[Singer] = ForeignKey(Singer, related_name="songs")

    if TYPE_CHECKING:
        singer_id: int = 0
