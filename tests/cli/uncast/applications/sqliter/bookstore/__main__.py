"""What the store prints."""

from __future__ import annotations

import asyncio

from sqliter import SqliterDB
from sqliter.asyncio import AsyncSqliterDB

from bookstore import events, queries
from bookstore.events import Guest, Reading, Speaker
from bookstore.models import Author, Book, Country, Genre, Review


def store() -> None:
    """The sync half."""
    db = SqliterDB(memory=True)
    for table in (Country, Author, Genre, Book, Review):
        db.create_table(table)
    norway = db.insert(Country(name="Norway"))
    jane = db.insert(Author(name="Jane", country=norway))
    olav = db.insert(Author(name="Olav", country=norway))
    lava = db.insert(Book(title="Lava", price=20, author=jane, editor=olav))
    fjord = db.insert(Book(title="Fjord", price=30, author=jane))
    snow = db.insert(Book(title="Snow", price=10, author=olav))
    travel = db.insert(Genre(name="travel"))
    for book in (lava, snow):
        queries.tag(book, travel)
    db.insert(Review(stars=4, text="warm", book=lava))
    db.insert(Review(stars=5, text="hot", book=lava))

    print(queries.author_called(db, "Jane").titles(), queries.shelf(jane), queries.cheap(jane, 25))
    print(queries.stars(lava), queries.stars(fjord), queries.written_by(snow))
    print(queries.edited_by(lava), queries.edited_by(snow), lava.is_edited(), snow.is_edited())
    print(queries.same_author(lava, fjord), queries.same_author(lava, snow))
    print(queries.colleagues(lava), lava.genre_names(), queries.overview(db))
    print(queries.editions(olav), [author.name for author in norway.citizens()])
    print(queries.settings('{"pages": 3}'))


async def evening() -> None:
    """The async half."""
    db = AsyncSqliterDB(memory=True)
    for table in (Speaker, Guest, Reading):
        await db.create_table(table)
    jane = await db.insert(Speaker(name="Jane"))
    olav = await db.insert(Speaker(name="Olav"))
    kim = await db.insert(Guest(name="Kim"))
    first = await db.insert(Reading(title="Lava", speaker=jane, host=olav))
    second = await db.insert(Reading(title="Snow", speaker=olav, host=None))
    await first.guests.add(kim)
    for reading in await db.select(Reading).order("title").fetch_all():
        speaker = await events.speaker_of(reading)
        print(reading.title, speaker.name, await events.host_of(reading), events.key(reading))
    print(await events.programme(jane), await events.hosted(olav), await events.evenings(kim))
    print(await events.guest_list(first), await events.guest_list(second))
    print(await events.loaded(db))
    await db.close()


if __name__ == "__main__":
    store()
    asyncio.run(evening())
