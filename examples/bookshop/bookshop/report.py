"""What `python -m bookshop` prints."""

from collections.abc import Iterator
from datetime import date

from sqliter import SqliterDB
from sqliter.asyncio import AsyncSqliterDB

from bookshop import queries
from bookshop.events import service as events
from bookshop.events.models import Event
from bookshop.models import Author, Order, Topic
from bookshop.services.newsletters import suggestions
from bookshop.services.ordering import OutOfStockError, book_called, place_order, redirect_gift
from bookshop.services.recommending import family, favourite_genre, next_reads


def shop_report(db: SqliterDB) -> Iterator[str]:
    """Report on books, customers and orders."""
    yield "Catalogue"
    for book in queries.catalogue(db):
        genres = "/".join(sorted(genre.name for genre in book.genres.fetch_all()))
        translator = f", translated by {book.translator.initials}" if book.translator else ""
        rating = book.rating()
        stars = f"{rating:.1f} stars" if rating is not None else "no reviews"
        yield (
            f"  {book.title} ({book.year}) by {book.author.name} of {book.author.country.name}"
            f"{translator}; {book.imprint()}; {genres}; {stars}"
        )
    for recording in queries.audio_books(db):
        yield (
            f"  {recording.title}: {recording.minutes} minutes, by {recording.author.name}, "
            f"read by {recording.narrator.name}"
        )

    yield "Shelves"
    yield f"  Travel: {', '.join(queries.shelf(db, 'Travel'))}"
    for country, genres_there in queries.genres_by_country(db).items():
        yield f"  {country}: {', '.join(genres_there)}"
    yield f"  from Iceland: {', '.join(book.title for book in queries.books_from(db, 'Iceland'))}"
    yield f"  Jon Lind since 2012: {', '.join(queries.bibliography(db, 'Jon Lind', since=2012))}"
    for author in db.select(Author).order("name").fetch_all():
        yield f"  {author.name}: books: {author.books.count()}, {author.active_years()}"

    yield "Recommendations"
    lava = book_called(db, "Lava")
    yield from (f"  {hint}" for hint in next_reads(lava))
    yield f"  related to Geysers: {', '.join(sorted(family(book_called(db, 'Geysers'))))}"

    yield "Customers"
    for customer in queries.customers(db):
        fan_of = customer.favourite.name if customer.favourite is not None else "nobody yet"
        yield (
            f"  {customer.name}: {customer.orders.count()} orders, {customer.gifts.count()} gifts,"
            f" spent {customer.spent_cents() / 100:.2f}, mostly on {favourite_genre(customer)};"
            f" follows {customer.subscriptions()}; fan of {fan_of};"
            f" might like {', '.join(suggestions(customer)) or 'nothing else'}"
        )
    for topic in db.select(Topic).order("name").fetch_all():
        yield f"  {topic.masthead()}"


def order_report(db: SqliterDB) -> Iterator[str]:
    """Try to buy too much, then report on what was sold."""
    yield "Orders"
    customer = queries.customers(db)[0]
    try:
        place_order(db, customer, {"Condor": 1, "Geysers": 50}, on=date(2025, 4, 1))
    except OutOfStockError as error:
        yield f"  refused: {error} ({error.book.author.name} will be pleased)"
    for order in queries.latest_orders(db, 10):
        yield f"  {order.placed_on}: {describe(order)}"
        redirect_gift(db, order, None)
    yield f"  gifts for {customer.name}, once redirected: {customer.gifts.count()}"
    yield f"  copies of Condor left: {book_called(db, 'Condor').stock}"


def describe(order: Order) -> str:
    """Say who buys how much for whom."""
    recipient = f" for {order.recipient.name}" if order.recipient is not None else ""
    copies = sum(line.quantity for line in order.lines.fetch_all())
    return f"{order.customer.name} bought {copies}{recipient}"


async def event_report(db: AsyncSqliterDB) -> list[str]:
    """Sell tickets, then report on the season."""
    lines = ["Events"]
    evening, encore = await db.select(Event).order("pk").fetch_all()
    lines.append(f"  seats left: {await events.sell_tickets(db, evening, 'Ann')}")
    try:
        await events.sell_tickets(db, evening, "Ben", "Eve")
    except events.SoldOutError as error:
        lines.append(f"  sold out: {error}")
    lines += [f"  {line}" for line in await events.programme(db)]
    lines.append(f"  Lava night is led by {await events.moderator_of(evening)}")
    lines.append(f"  Encore is led by {await events.moderator_of(encore)}")
    lines.append(f"  {await events.admit(db, 'Ann')}")
    lines.append(f"  {await events.admit(db, 'Ben')}")
    for speaker, titles in (await events.engagements(db)).items():
        lines.append(f"  {speaker}: {', '.join(titles)}")
    lines.append(f"  after Lava night: {', '.join(await events.follow_ups(evening))}")
    return lines
