import uuid
from typing import TYPE_CHECKING, Any, ClassVar, Optional

import dorm

from library.base import Record

if TYPE_CHECKING:
    from dorm.related_managers import ReverseFKDescriptor, ReverseOneToOneDescriptor


def first_digits(text: str) -> str:
    return text[:2]


def city_field() -> Any:
    return dorm.CharField(max_length=20, primary_key=True)


class Country(dorm.Model):
    code = dorm.CharField(max_length=2, primary_key=True)

    if TYPE_CHECKING:
        book_set: ClassVar[ReverseFKDescriptor["Book"]]


class Author(dorm.Model):
    token = dorm.UUIDField(primary_key=True, default=uuid.uuid4)
    name = dorm.CharField(max_length=80)

    if TYPE_CHECKING:
        books: ClassVar[ReverseFKDescriptor["Book"]]
        book_set: ClassVar[ReverseFKDescriptor["Book"]]


class Book(Record):
    title = dorm.CharField(max_length=80)
    author = dorm.ForeignKey(Author, on_delete=dorm.CASCADE, related_name="books")
    editor: "dorm.ForeignKey[Author | None]" = dorm.ForeignKey("Author", on_delete=dorm.SET_NULL, null=True)
    printed_in: "dorm.ForeignKey[Country]" = dorm.ForeignKey("library.Country", on_delete=dorm.CASCADE)
    sequel_of: "dorm.ForeignKey[Book | None]" = dorm.ForeignKey(
        "Book",  # the one before
        null=True,
    )
    tags: "dorm.ManyToManyField[Tag]" = dorm.ManyToManyField("Tag")

    class Meta:
        app_label = "library"

    if TYPE_CHECKING:
        author_id: uuid.UUID = uuid.UUID(int=0)
        editor_id: uuid.UUID | None = None
        printed_in_id: str = ""
        sequel_of_id: int | None = None
        book_set: ClassVar[ReverseFKDescriptor["Book"]]
        cover: ReverseOneToOneDescriptor["Cover"]  # pyright: ignore[reportUninitializedInstanceVariable]


class Cover(dorm.Model):
    book = dorm.OneToOneField(Book, on_delete=dorm.CASCADE)

    if TYPE_CHECKING:
        id: int = 0
        book_id: int = 0


class Tag(dorm.Model):
    label = dorm.CharField(max_length=20)

    if TYPE_CHECKING:
        id: int = 0


class Shelf(dorm.Model):
    """Without a relation, with a manager that is made from a queryset."""

    objects = dorm.Manager.from_queryset(dorm.QuerySet)()
    place = dorm.CharField(max_length=20)

    def number(self) -> int:
        digits = first_digits(self.place)
        return int(digits)

    if TYPE_CHECKING:
        id: int = 0


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
