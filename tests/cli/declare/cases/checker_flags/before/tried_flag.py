"""A flag that is imported below the other imports, if it can be."""

from sqliter.orm import BaseDBModel, ForeignKey

try:
    from typing import TYPE_CHECKING
except ImportError:
    TYPE_CHECKING = False


class Singer(BaseDBModel):
    name: str


class Song(BaseDBModel):
    singer: ForeignKey[Singer] = ForeignKey(Singer, related_name="songs")
