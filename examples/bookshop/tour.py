"""What a type checker knows about the bookshop, line by line.

Run `mypy tour.py` here and compare. Nothing below is meant to be run: the functions are never
called.
"""

from bookshop.events.models import Event, Speaker, Sponsor
from bookshop.models import AudioBook, Author, Book, Customer, Genre, Order, Topic
from sqliter import SqliterDB
from sqliter.asyncio import AsyncSqliterDB
from typing_extensions import reveal_type


def forward_keys(book: Book, order: Order) -> None:
    """A key leads to the related object; a nullable one perhaps to None."""
    reveal_type(book.author)  # Author
    reveal_type(book.author.country.name)  # str
    reveal_type(book.translator)  # Author | None: the annotation says so
    reveal_type(book.publisher)  # Publisher | None: null=True says so
    reveal_type(order.recipient)  # Customer | None
    reveal_type(book.author_id)  # int
    reveal_type(order.recipient_id)  # int | None


def reverse_accessors(author: Author, customer: Customer, book: Book) -> None:
    """Models in other modules point here; the accessors lead back to them."""
    reveal_type(author.books)  # ReverseQuery[Book]
    reveal_type(author.translations.filter(year__gte=2000).fetch_all())  # list[Book]
    reveal_type(author.narrations.fetch_one())  # AudioBook | None
    reveal_type(customer.gifts.fetch_one())  # Order | None
    reveal_type(book.recommends.limit(1).fetch_all())  # list[Recommendation]
    reveal_type(Author.books)  # ReverseRelationship[Book]: on the class, the descriptor
    reveal_type(Book.author)  # ForeignKey[Author]


def many_to_many(book: Book, genre: Genre, author: Author, topic: Topic) -> None:
    """Both sides are managers."""
    reveal_type(book.genres)  # ManyToManyManager[Genre]
    reveal_type(genre.books)  # ManyToManyManager[Book]
    reveal_type(book.similar.fetch_all())  # list[Book]
    reveal_type(book.inspired.filter(year=2019))  # QueryBuilder[Book]
    reveal_type(topic.followers.fetch_one())  # Customer | None
    reveal_type(author.topics)  # ManyToManyManager[Topic]: its target was the string "Author"


def inheritance(recording: AudioBook) -> None:
    """A subclass inherits keys and accessors."""
    reveal_type(recording.author)  # Author
    reveal_type(recording.reviews)  # ReverseQuery[Review]


def loaded(db: SqliterDB) -> None:
    """What a query prefetched is known where its results are used."""
    for author in db.select(Author).prefetch_related("books__genres").fetch_all():
        reveal_type(author.books)  # PrefetchedResult[Book]
        reveal_type(author.translations)  # ReverseQuery[Book]: nobody asked for them
        for book in author.books.fetch_all():
            reveal_type(book.genres)  # PrefetchedM2MResult[Genre]


async def loaded_async(db: AsyncSqliterDB, speaker: Speaker, sponsor: Sponsor) -> None:
    """An async key is a loader until `select_related` has loaded it."""
    for event in await db.select(Event).order("title").fetch_all():
        reveal_type(event.speaker)  # AsyncLazyLoader[Speaker]
        reveal_type(await event.speaker.fetch())  # Speaker | None
        reveal_type(event.moderator)  # AsyncLazyLoader[Speaker] | None

    for event in await db.select(Event).select_related("speaker", "moderator").fetch_all():
        reveal_type(event.speaker)  # Speaker
        reveal_type(event.moderator)  # Speaker | None
        reveal_type(event.venue)  # AsyncLazyLoader[Venue]

    reveal_type(speaker.events)  # AsyncReverseQuery[Event]
    reveal_type(await speaker.moderations.fetch_all())  # list[Event]
    reveal_type(sponsor.events)  # AsyncManyToManyManager[Event]

    host = await db.select(Speaker).prefetch_related("events__sponsors").fetch_one()
    if host is not None:
        reveal_type(host.events)  # AsyncPrefetchedResult[Event]
        for event in await host.events.fetch_all():
            reveal_type(event.sponsors)  # AsyncPrefetchedM2MResult[Sponsor]
