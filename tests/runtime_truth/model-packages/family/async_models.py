"""Inheritance of asynchronous models."""

from sqliter.asyncio.orm import AsyncBaseDBModel, AsyncForeignKey, AsyncManyToMany


class Host(AsyncBaseDBModel):
    name: str


class Club(Host):
    pass


class Event(AsyncBaseDBModel):
    title: str
    host: AsyncForeignKey[Host] = AsyncForeignKey(Host)
    sponsor: AsyncForeignKey[Host | None] = AsyncForeignKey(Host, related_name="sponsored")
    guests: AsyncManyToMany[Host] = AsyncManyToMany(Host, related_name="visited")


class Party(Event):
    theme: str = "none"
    place: AsyncForeignKey[Club] = AsyncForeignKey(Club)
