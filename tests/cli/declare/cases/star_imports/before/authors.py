"""What a star brings keeps its name."""

from sqliter.orm import BaseDBModel

from printing import *


class Author(BaseDBModel):
    name: str

    def print(self) -> Book:
        return Book()
