"""Targets of each kind."""

from sqliter.asyncio.orm import AsyncBaseDBModel
from sqliter.model import BaseDBModel as PlainModel
from sqliter.orm import BaseDBModel


class Sync(BaseDBModel):
    name: str


class Async(AsyncBaseDBModel):
    name: str


class Plain(PlainModel):
    name: str
