"""Artists, and bands that name models of a module that is imported later."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqliter.asyncio.orm import AsyncBaseDBModel, AsyncForeignKey, AsyncManyToMany

if TYPE_CHECKING:
    from .programme import Concert


class Town(AsyncBaseDBModel):
    name: str


class Artist(AsyncBaseDBModel):
    name: str
    town: AsyncForeignKey[Town | None] = AsyncForeignKey(Town)
    friends: AsyncManyToMany[Artist] = AsyncManyToMany("Artist", symmetrical=True)
    teachers: AsyncManyToMany[Artist] = AsyncManyToMany(
        "Artist", related_name="pupils", through="teaching"
    )
    concerts: AsyncManyToMany[Concert] = AsyncManyToMany("Concert", related_name="artists")


class Band(AsyncBaseDBModel):
    name: str
    leader: AsyncForeignKey[Artist] = AsyncForeignKey(Artist, related_name="led")
    members: AsyncManyToMany[Artist] = AsyncManyToMany(Artist)
