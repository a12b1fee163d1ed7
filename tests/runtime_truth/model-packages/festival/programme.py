"""Concerts: required and nullable keys, several to one target, unique, irregular plurals."""

from typing import Optional

import sqliter.asyncio.orm as aio
from sqliter.asyncio.orm import AsyncForeignKey as Key

from festival.people import Artist, Band, Town


class Stage(aio.AsyncBaseDBModel):
    name: str
    town: Key[Town] = Key(Town)


class Concert(aio.AsyncBaseDBModel):
    title: str
    stage: Key[Stage] = Key(Stage, db_column="place")
    band: Key[Band] = Key(Band, null=True)
    opener: Key[Optional[Band]] = Key(Band, related_name="openings")


class Child(aio.AsyncBaseDBModel):
    name: str
    parent: Key[Artist] = Key(Artist)
    wristband: Key[Town] = Key(Town, unique=True, related_name="wristband")
