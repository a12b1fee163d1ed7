"""The shop's questions to its database, each answered in a fixed number of queries."""

from sqliter import SqliterDB

from bookshop.models import AudioBook, Author, Book, Country, Customer, Genre, Order


def catalogue(db: SqliterDB) -> list[Book]:
    """Give all books by title, with everything that a catalogue page shows."""
    return (
        db.select(Book)
        .select_related("author__country", "translator", "publisher")
        .prefetch_related("genres", "reviews")
        .order("title")
        .fetch_all()
    )


def books_from(db: SqliterDB, country: str) -> list[Book]:
    """Find the books of a country's authors, the newest first."""
    return (
        db.select(Book)
        .select_related("author")
        .filter(author__country__name=country)
        .order("year", reverse=True)
        .fetch_all()
    )


def genres_by_country(db: SqliterDB) -> dict[str, list[str]]:
    """List the genres that each country's authors write, three relations away."""
    countries = db.select(Country).prefetch_related("authors__books__genres").order("name")
    return {
        country.name: sorted(
            {
                genre.name
                for author in country.authors.fetch_all()
                for book in author.books.fetch_all()
                for genre in book.genres.fetch_all()
            }
        )
        for country in countries.fetch_all()
    }


def shelf(db: SqliterDB, genre_name: str) -> list[str]:
    """Give the titles on one shelf, the cheapest first."""
    genre = db.select(Genre).filter(name=genre_name).fetch_one()
    if genre is None:
        return []
    return [book.title for book in genre.books.filter().order("price_cents").fetch_all()]


def bibliography(db: SqliterDB, name: str, *, since: int) -> list[str]:
    """Give an author's titles since a year: written, translated and read aloud."""
    author = db.select(Author).filter(name=name).fetch_one()
    if author is None:
        return []
    written = author.books.filter(year__gte=since).fetch_all()
    translated = author.translations.filter(year__gte=since).fetch_all()
    narrated = author.narrations.filter(year__gte=since).fetch_all()
    return [book.title for book in [*written, *translated, *narrated]]


def latest_orders(db: SqliterDB, count: int) -> list[Order]:
    """Give the last orders, each with its customer, its recipient and its lines."""
    return (
        db.select(Order)
        .select_related("customer", "recipient")
        .prefetch_related("lines")
        .order("placed_on", reverse=True)
        .limit(count)
        .fetch_all()
    )


def customers(db: SqliterDB) -> list[Customer]:
    """Give all customers, with what they order and follow."""
    return db.select(Customer).prefetch_related("orders", "interests").order("name").fetch_all()


def audio_books(db: SqliterDB) -> list[AudioBook]:
    """Give all audio books with their narrators, the shortest first."""
    return db.select(AudioBook).select_related("narrator").order("minutes").fetch_all()
