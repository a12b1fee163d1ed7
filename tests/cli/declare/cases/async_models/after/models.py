from typing import TYPE_CHECKING, ClassVar

from sqliter.asyncio.orm import AsyncBaseDBModel, AsyncForeignKey, AsyncManyToMany

if TYPE_CHECKING:
    from sqliter.asyncio.orm.m2m import AsyncReverseManyToMany
    from sqliter.asyncio.orm.query import AsyncReverseRelationship


class Venue(AsyncBaseDBModel):
    name: str

    if TYPE_CHECKING:
        hosted: ClassVar[AsyncReverseRelationship["Event"]]
        events: ClassVar[AsyncReverseRelationship["Event"]]


class Event(AsyncBaseDBModel):
    title: str
    venue: AsyncForeignKey[Venue] = AsyncForeignKey(Venue)
    host: AsyncForeignKey[Venue | None] = AsyncForeignKey(
        Venue, null=True, related_name="hosted"
    )
    sponsors: AsyncManyToMany["Sponsor"] = AsyncManyToMany("Sponsor", related_name="sponsored")

    if TYPE_CHECKING:
        venue_id: int = 0
        host_id: int | None = None


class Sponsor(AsyncBaseDBModel):
    name: str

    if TYPE_CHECKING:
        sponsored: ClassVar[AsyncReverseManyToMany["Event"]]
