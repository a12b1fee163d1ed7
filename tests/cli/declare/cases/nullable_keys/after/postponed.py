from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from sqliter.orm import BaseDBModel, ForeignKey

if TYPE_CHECKING:
    from sqliter.orm.query import ReverseRelationship


class Composer(BaseDBModel):
    name: str

    if TYPE_CHECKING:
        arranged: ClassVar[ReverseRelationship[Song]]
        songs: ClassVar[ReverseRelationship[Song]]


class Song(BaseDBModel):
    title: str
    composer: ForeignKey[Composer] = ForeignKey(Composer)
    arranger: ForeignKey[Composer | None] = ForeignKey(Composer, related_name="arranged")

    if TYPE_CHECKING:
        composer_id: int = 0
        arranger_id: int | None = None
