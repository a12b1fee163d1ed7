from __future__ import annotations

from sqliter.orm import BaseDBModel, ForeignKey


class Composer(BaseDBModel):
    name: str


class Song(BaseDBModel):
    title: str
    composer: ForeignKey[Composer] = ForeignKey(Composer)
    arranger: ForeignKey[Composer | None] = ForeignKey(Composer, related_name="arranged")
