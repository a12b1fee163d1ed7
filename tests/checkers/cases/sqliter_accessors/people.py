"""Models as users write them: nothing says which accessors they get."""  # E: import-cycle

from sqliter.asyncio.orm import AsyncBaseDBModel
from sqliter.orm import BaseDBModel


class Author(BaseDBModel):
    name: str


class Novelist(Author):
    pass


class Genre(BaseDBModel):
    label: str


class Speaker(AsyncBaseDBModel):
    name: str
