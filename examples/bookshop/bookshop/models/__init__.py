"""The shop's models, one module for each part of the business."""

from bookshop.models.catalogue import AudioBook, Book, Genre, Publisher, Recommendation
from bookshop.models.people import Author, Country, Customer, Person
from bookshop.models.sales import Order, OrderLine, Review
from bookshop.models.topics import Topic

__all__ = [
    "TABLES",
    "AudioBook",
    "Author",
    "Book",
    "Country",
    "Customer",
    "Genre",
    "Order",
    "OrderLine",
    "Person",
    "Publisher",
    "Recommendation",
    "Review",
    "Topic",
]

# A table must come after the tables that its foreign keys refer to.
TABLES = (
    Country,
    Topic,
    Author,
    Customer,
    Publisher,
    Genre,
    Book,
    AudioBook,
    Recommendation,
    Order,
    OrderLine,
    Review,
)
