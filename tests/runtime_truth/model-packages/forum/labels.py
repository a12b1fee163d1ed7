"""Models that others name before and after these are made."""

from __future__ import annotations

from sqliter.orm import BaseDBModel, ManyToMany


class Tag(BaseDBModel):
    name: str


class Label(BaseDBModel):
    text: str
    tags: ManyToMany[Tag] = ManyToMany("Tag")
    badges: ManyToMany[Badge] = ManyToMany("Badge", related_name="labelled")


class Badge(BaseDBModel):
    name: str
