"""A model in a branch, above the last import: the flag has to be there before it."""

import sys
from typing import TYPE_CHECKING, ClassVar

from sqliter.orm import BaseDBModel, ForeignKey

if TYPE_CHECKING:
    from sqliter.orm.query import ReverseRelationship

if sys.platform:

    class Painter(BaseDBModel):
        name: str

        if TYPE_CHECKING:
            pictures: ClassVar[ReverseRelationship["Picture"]]


import textwrap


class Picture(BaseDBModel):
    painter: ForeignKey[Painter] = ForeignKey(Painter, related_name="pictures")

    def label(self, text: str) -> str:
        return textwrap.shorten(text, 20)

    if TYPE_CHECKING:
        painter_id: int = 0
