"""Planning evenings and selling tickets for them."""

from sqliter.asyncio import AsyncSqliterDB

from bookshop.events.models import TABLES, Event, Speaker, Sponsor, Ticket, Venue


class SoldOutError(Exception):
    """No seat is left."""


async def plan_season(db: AsyncSqliterDB) -> None:
    """Fill an empty database with a season of events."""
    for table in TABLES:
        await db.create_table(table)

    cellar = await db.insert(Venue(name="Cellar", seats=2))
    berg, lind = await db.bulk_insert([Speaker(name="Astrid Berg"), Speaker(name="Jon Lind")])
    brewery = await db.insert(Sponsor(name="Tuff Brewery"))
    lava = await db.insert(Event(title="Lava night", venue=cellar, speaker=berg, moderator=lind))
    encore = await db.insert(Event(title="Encore", venue_id=cellar.pk, speaker=lind))
    await lava.sponsors.add(brewery)
    await lava.sequels.add(encore)


async def sell_tickets(db: AsyncSqliterDB, event: Event, *guests: str) -> int:
    """Seat a party, all of it or nobody. Return how many seats are left."""
    venue = await event.venue.fetch()
    seats = venue.seats if venue is not None else 0
    async with db:
        for guest in guests:
            await db.insert(Ticket(guest=guest, event=event))
        left = seats - await event.tickets.count()
        if left < 0:
            raise SoldOutError(event.title)
    return left


async def programme(db: AsyncSqliterDB) -> list[str]:
    """Announce the events; `select_related` loads the keys, so nothing needs `fetch()`."""
    events = (
        await db.select(Event)
        .select_related("venue", "speaker", "moderator")
        .prefetch_related("sponsors", "tickets")
        .order("title")
        .fetch_all()
    )
    lines: list[str] = []
    for event in events:
        host = f", with {event.moderator.name}" if event.moderator is not None else ""
        sponsors = ", ".join(sponsor.name for sponsor in await event.sponsors.fetch_all())
        lines.append(
            f"{event.title}: {event.speaker.name}{host} in the {event.venue.name}, "
            f"{await event.tickets.count()} guests, sponsors: {sponsors or 'none'}"
        )
    return lines


async def moderator_of(event: Event) -> str:
    """Name the moderator of an event whose keys may not be loaded."""
    loader = event.moderator
    if loader is None:
        return "nobody"
    moderator = await loader.fetch()
    return moderator.name if moderator is not None else "unknown"


async def admit(db: AsyncSqliterDB, guest: str) -> str:
    """Send a guest to the right room, two foreign keys away."""
    ticket = await db.select(Ticket).select_related("event__venue").filter(guest=guest).fetch_one()
    if ticket is None:
        return f"{guest} has no ticket"
    return f"{guest}: {ticket.event.title}, {ticket.event.venue.name}"


async def engagements(db: AsyncSqliterDB) -> dict[str, list[str]]:
    """Say which events each speaker reads at or leads."""
    speakers = await db.select(Speaker).prefetch_related("events", "moderations").fetch_all()
    return {
        speaker.name: [
            event.title
            for event in [*await speaker.events.fetch_all(), *await speaker.moderations.fetch_all()]
        ]
        for speaker in speakers
    }


async def follow_ups(event: Event) -> list[str]:
    """Give the titles of an event's sequels, from the last letter to the first."""
    sequels = await event.sequels.filter(title__notnull=True)
    return [sequel.title for sequel in await sequels.order("title", reverse=True).fetch_all()]
