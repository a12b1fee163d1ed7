from sqliter.asyncio.orm import AsyncBaseDBModel, AsyncForeignKey, AsyncManyToMany


class Venue(AsyncBaseDBModel):
    name: str


class Event(AsyncBaseDBModel):
    title: str
    venue: AsyncForeignKey[Venue] = AsyncForeignKey(Venue)
    host: AsyncForeignKey[Venue | None] = AsyncForeignKey(
        Venue, null=True, related_name="hosted"
    )
    sponsors: AsyncManyToMany["Sponsor"] = AsyncManyToMany("Sponsor", related_name="sponsored")


class Sponsor(AsyncBaseDBModel):
    name: str
