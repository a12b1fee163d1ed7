"""The models that the calls in `table.toml` are about, and the rows that they find."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

import dorm
from dorm import Count, F, Manager, Q, QuerySet, aggregates, functions
from typing_extensions import Self, TypeVar

if TYPE_CHECKING:
    from dorm.aggregates import Aggregate
    from dorm.functions import Func, WindowExpression
    from dorm.related_managers import ReverseFKDescriptor

R = TypeVar("R")

# The calls use these names as well.
__all__ = [
    "Author",
    "Book",
    "BookQuerySet",
    "Count",
    "F",
    "Manager",
    "Q",
    "Shelf",
    "Tag",
    "TagManager",
    "aggregates",
    "functions",
    "over",
    "value",
]


class Author(dorm.Model):
    """A model with two reverse relations; a row can be taken out of the second."""

    name = dorm.CharField(max_length=50)

    if TYPE_CHECKING:
        books: ClassVar[ReverseFKDescriptor[Book]]
        edited: ClassVar[ReverseFKDescriptor[Book]]


class TagManager(Manager["Tag"]):
    """A manager of the user's own."""


class Tag(dorm.Model):
    """The other side of a many-to-many relation."""

    label = dorm.CharField(max_length=50)
    own = TagManager()


class BookQuerySet(QuerySet["Book"]):
    """A queryset of the user's own, which chains keep."""

    def long(self) -> Self:
        return self.filter(pages__gt=500)


class EmptyManager(Manager["Book"]):
    """A manager that finds nothing."""

    def get_queryset(self) -> QuerySet[Book]:
        return super().get_queryset().filter(pages=0)


class Book(dorm.Model):
    """A model with each kind of relation."""

    title = dorm.CharField(max_length=50, unique=True)
    subtitle = dorm.CharField(max_length=50, null=True)
    pages = dorm.IntegerField(default=1)
    published = dorm.DateField(null=True)
    author = dorm.ForeignKey(Author, related_name="books")
    editor = dorm.ForeignKey(Author, dorm.SET_NULL, "edited", null=True)
    tags = dorm.ManyToManyField(Tag)
    empty = EmptyManager()

    class Meta:
        """The name that the table's SQL uses."""

        db_table = "book"


class Shelf:
    """Rows, and queries for them: what the calls start from."""

    def __init__(self) -> None:
        self.author = Author.objects.create(name="Knut")
        self.book = Book.objects.create(
            title="Sult", published="1890-06-05", author=self.author, editor=self.author
        )
        self.other = Book.objects.create(title="Pan", published="1894-12-04", author=self.author)
        self.tag = Tag.objects.create(label="novel")
        self.book.tags.add(self.tag)
        self.new = Book(title="Mysterier", author=self.author)
        self.books = Book.objects.all()
        self.own = BookQuerySet(Book)
        self.nothing = Book.objects.filter(pages=0)
        self.rows = Book.objects.values_list("title", "pages")
        self.titles = Book.objects.values("title")
        self.both = Book.objects.all().union(Book.objects.all())
        self.raw = Book.objects.raw('SELECT * FROM "book"')
        self.page = Book.objects.cursor_paginate(page_size=1)


def value(expression: Aggregate[R] | Func[R]) -> R:
    """Give what an aggregate or a function makes of a book."""
    found: R = vars(Book.objects.annotate(found=expression).get(title="Sult"))["found"]
    return found


def over(expression: WindowExpression[R]) -> R:
    """Give what a window function makes of a book."""
    window = functions.Window(expression, order_by="title")
    found: R = vars(Book.objects.annotate(found=window).get(title="Sult"))["found"]
    return found
