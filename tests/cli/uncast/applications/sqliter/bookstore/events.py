"""Readings, on an async database."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Optional, cast

from sqliter.asyncio import AsyncSqliterDB
from sqliter.asyncio.orm import AsyncBaseDBModel, AsyncForeignKey, AsyncManyToMany

if TYPE_CHECKING:
    from sqliter.asyncio.orm import AsyncLazyLoader, AsyncManyToManyManager
    from sqliter.asyncio.orm.query import AsyncReverseQuery


class Speaker(AsyncBaseDBModel):
    """Somebody who reads."""

    name: str


class Guest(AsyncBaseDBModel):
    """Somebody who listens."""

    name: str


class Reading(AsyncBaseDBModel):
    """An evening."""

    title: str
    speaker: AsyncForeignKey[Speaker] = AsyncForeignKey(Speaker, related_name="readings")
    host: AsyncForeignKey[Optional[Speaker]] = AsyncForeignKey(Speaker, related_name="hosted")
    guests: AsyncManyToMany[Guest] = AsyncManyToMany(Guest, related_name="readings")


async def speaker_of(reading: Reading) -> Speaker:
    """As SQLiter's guide has it: a cast to the loader, and one to the object."""
    loader = cast("AsyncLazyLoader[Speaker]", reading.speaker)
    speaker = cast("Speaker | None", await loader.fetch())
    assert speaker is not None
    return speaker


async def host_of(reading: Reading) -> str:
    """The host, if there is one."""
    host = cast("AsyncLazyLoader[Speaker] | None", reading.host)
    if host is None:
        return "nobody"
    found = await cast("AsyncLazyLoader[Speaker]", host).fetch()
    return cast("Speaker", found).name


async def programme(speaker: Speaker) -> list[str]:
    """What somebody reads."""
    query = cast("AsyncReverseQuery", speaker.readings)
    readings = cast("list[Reading]", await query.fetch_all())
    return sorted(reading.title for reading in readings)


async def hosted(speaker: Speaker) -> int:
    """How often somebody was the host."""
    query: Any = speaker.hosted
    return cast(int, await query.count())


async def guest_list(reading: Reading) -> list[str]:
    """Who comes."""
    manager = cast("AsyncManyToManyManager[Guest]", reading.guests)
    guests = cast("list[Guest]", await manager.fetch_all())
    return [guest.name for guest in guests]


async def evenings(guest: Guest) -> list[str]:
    """Where somebody was, by the other side."""
    readings = cast("list[Reading]", await cast("Any", guest.readings).fetch_all())
    return [cast("Reading", reading).title for reading in readings]


async def loaded(db: AsyncSqliterDB) -> list[str]:
    """With the speakers at once, there are no loaders."""
    readings = await db.select(Reading).select_related("speaker").order("title").fetch_all()
    return [
        f"{reading.title}: {cast('Speaker', reading.speaker).name}"
        for reading in cast("list[Reading]", readings)
    ]


def key(reading: Reading) -> int:
    """The key of the speaker."""
    return cast(int, reading.speaker_id)  # type: ignore[redundant-cast]
