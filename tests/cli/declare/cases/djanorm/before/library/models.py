import uuid
from typing import TYPE_CHECKING, Any, Optional

import dorm

from library.base import Record


def first_digits(text: str) -> str:
    return text[:2]


def city_field() -> Any:
    return dorm.CharField(max_length=20, primary_key=True)


class Country(dorm.Model):
    code = dorm.CharField(max_length=2, primary_key=True)


class Author(dorm.Model):
    token = dorm.UUIDField(primary_key=True, default=uuid.uuid4)
    name = dorm.CharField(max_length=80)


class Book(Record):
    title = dorm.CharField(max_length=80)
    author = dorm.ForeignKey(Author, on_delete=dorm.CASCADE, related_name="books")
    editor = dorm.ForeignKey("Author", on_delete=dorm.SET_NULL, null=True)
    printed_in = dorm.ForeignKey("library.Country", on_delete=dorm.CASCADE)
    sequel_of = dorm.ForeignKey(
        "Book",  # the one before
        null=True,
    )
    tags = dorm.ManyToManyField("Tag")

    class Meta:
        app_label = "library"


class Cover(dorm.Model):
    book = dorm.OneToOneField(Book, on_delete=dorm.CASCADE)


class Tag(dorm.Model): label = dorm.CharField(max_length=20)


class Shelf(dorm.Model):
    """Without a relation, with a manager that is made from a queryset."""

    objects = dorm.Manager.from_queryset(dorm.QuerySet)()
    place = dorm.CharField(max_length=20)

    def number(self) -> int:
        digits = first_digits(self.place)
        return int(digits)


class LowShelf(Shelf):
    class Meta:
        proxy = True


class Reader(dorm.Model):
    """A declaration that says as much stays."""

    name = dorm.CharField(max_length=20)

    if TYPE_CHECKING:
        id: Optional[int] = None


class Loan(dorm.Model):
    """The key has been declared since."""

    number = dorm.AutoField(primary_key=True)

    if TYPE_CHECKING:
        id: int = 0


class Number(dorm.BigAutoField):
    pass


class Invoice(dorm.Model):
    number = Number()


class Branch(dorm.Model):
    """Any field of a function may be the primary key."""

    city = city_field()


class District(dorm.Model):
    id = dorm.CharField(max_length=3, primary_key=True)


class Region(District):
    """Only abstract bases hand their fields down: this one has a number."""
