"""Who reads what to whom, and where."""

from __future__ import annotations

from sqliter.asyncio.orm import AsyncBaseDBModel, AsyncForeignKey, AsyncManyToMany


class Venue(AsyncBaseDBModel):
    """A room with so many seats."""

    name: str
    seats: int


class Speaker(AsyncBaseDBModel):
    """Somebody who reads, or who leads the discussion."""

    name: str


class Event(AsyncBaseDBModel):
    """One evening."""

    title: str
    venue: AsyncForeignKey[Venue] = AsyncForeignKey(Venue)
    speaker: AsyncForeignKey[Speaker] = AsyncForeignKey(Speaker, on_delete="CASCADE")
    moderator: AsyncForeignKey[Speaker | None] = AsyncForeignKey(
        Speaker, on_delete="SET NULL", related_name="moderations"
    )
    sponsors: AsyncManyToMany[Sponsor] = AsyncManyToMany("Sponsor")
    sequels: AsyncManyToMany[Event] = AsyncManyToMany("Event", related_name="prequels")


class Sponsor(AsyncBaseDBModel):
    """Somebody who pays for the wine."""

    name: str


class Ticket(AsyncBaseDBModel):
    """One seat on one evening."""

    guest: str
    event: AsyncForeignKey[Event] = AsyncForeignKey(Event, on_delete="CASCADE")


TABLES = (Venue, Speaker, Sponsor, Event, Ticket)
