"""One annotation that can't be evaluated, and the library does not see that the key is nullable."""

from sqliter.orm import BaseDBModel, ForeignKey


class Painter(BaseDBModel):
    name: str


class Picture(BaseDBModel):
    frame: "Frame | None" = None
    painter: ForeignKey[Painter | None] = ForeignKey(Painter)


class Frame: ...
