"""A shop to play with."""

from datetime import date

from sqliter import SqliterDB

from bookshop.models import (
    TABLES,
    AudioBook,
    Author,
    Book,
    Country,
    Customer,
    Genre,
    Publisher,
    Recommendation,
    Review,
)
from bookshop.services.newsletters import start_newsletter, subscribe
from bookshop.services.ordering import place_order


def open_shop() -> SqliterDB:
    """Create a database in memory and fill it."""
    db = SqliterDB(memory=True)
    for table in TABLES:
        db.create_table(table)
    stock_shelves(db)
    serve_customers(db)
    return db


def stock_shelves(db: SqliterDB) -> None:
    """Add authors, publishers and books."""
    iceland, peru = db.bulk_insert([Country(name="Iceland"), Country(name="Peru")])
    berg, quispe, lind = db.bulk_insert(
        [
            Author(name="Astrid Berg", country=iceland),
            Author(name="Rosa Quispe", country=peru),
            # The id of the related object will do as well as the object.
            Author(name="Jon Lind", country_id=iceland.pk),
        ]
    )
    northern = db.insert(Publisher(name="Northern Light", country=iceland))
    crime, poetry, travel = db.bulk_insert(
        [Genre(name=name) for name in ("Crime", "Poetry", "Travel")]
    )

    lava = db.insert(
        Book(title="Lava", year=2011, price_cents=1200, stock=5, author=berg, publisher=northern)
    )
    geysers = db.insert(
        Book(title="Geysers", year=2019, price_cents=1800, stock=2, author=berg, publisher=northern)
    )
    condor = db.insert(
        Book(title="Condor", year=2015, price_cents=900, stock=9, author=quispe, translator=lind)
    )
    lava.genres.add(crime)
    geysers.genres.add(crime, travel)
    condor.genres.set(poetry, travel)
    lava.similar.add(geysers)
    geysers.sources.add(condor)
    db.insert(Recommendation(remark="colder still", source=lava, target=geysers))
    db.insert(Recommendation(remark="higher up", source=lava, target=condor))

    db.insert(
        AudioBook(
            title="Lava, read aloud",
            year=2021,
            price_cents=2500,
            author_id=berg.pk,
            minutes=540,
            narrator=lind,
        )
    )


def serve_customers(db: SqliterDB) -> None:
    """Add customers, their subscriptions, orders and reviews."""
    berg, quispe, _ = db.select(Author).order("pk").fetch_all()
    start_newsletter(db, "Volcanoes", berg)
    start_newsletter(db, "Verse", quispe)
    start_newsletter(db, "Interviews", berg, quispe)

    mia = db.insert(Customer(name="Mia Sol", email="mia@example.org", favourite=berg))
    tom = db.insert(Customer(name="Tom Ash", email="tom@example.org"))
    subscribe(db, mia, "Volcanoes", "Verse")
    subscribe(db, tom, "Volcanoes", "Interviews")

    place_order(db, mia, {"Lava": 1, "Condor": 2}, on=date(2025, 3, 1))
    place_order(db, tom, {"Geysers": 1}, on=date(2025, 3, 8), recipient=mia)

    for book in db.select(Book).filter(title__in=["Lava", "Condor"]).order("title").fetch_all():
        db.insert(Review(stars=4, text="Kept me awake.", book=book, customer=mia))
        db.insert(Review(stars=len(book.title) - 1, text="As its title.", book=book, customer=tom))
