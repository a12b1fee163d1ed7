"""A model in a branch, above the last import: the flag has to be there before it."""

import sys

from sqliter.orm import BaseDBModel, ForeignKey

if sys.platform:

    class Painter(BaseDBModel):
        name: str


import textwrap


class Picture(BaseDBModel):
    painter: ForeignKey[Painter] = ForeignKey(Painter, related_name="pictures")

    def label(self, text: str) -> str:
        return textwrap.shorten(text, 20)
