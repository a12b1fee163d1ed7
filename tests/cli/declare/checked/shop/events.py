from __future__ import annotations

from sqliter.asyncio.orm import AsyncBaseDBModel, AsyncForeignKey, AsyncManyToMany


class Speaker(AsyncBaseDBModel):
    name: str


class Event(AsyncBaseDBModel):
    title: str
    speaker: AsyncForeignKey[Speaker] = AsyncForeignKey(Speaker, related_name="events")
    host: AsyncForeignKey[Speaker | None] = AsyncForeignKey(
        Speaker, null=True, related_name="hosted"
    )
    guests: AsyncManyToMany[Guest] = AsyncManyToMany("Guest", related_name="invitations")


class Guest(AsyncBaseDBModel):
    name: str
