"""The models of the cases about queries, managers and reverse relations."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

import dorm
from dorm import Manager, QuerySet
from typing_extensions import Self

if TYPE_CHECKING:
    from dorm.related_managers import ReverseFKDescriptor, ReverseOneToOneDescriptor


class Author(dorm.Model):
    name = dorm.CharField(max_length=50)

    if TYPE_CHECKING:
        books: ClassVar[ReverseFKDescriptor["Book"]]
        edited: ClassVar[ReverseFKDescriptor["Book"]]
        # It can be assigned to, which checkers refuse for a class variable.
        portrait: ReverseOneToOneDescriptor["Portrait"]  # E: bare-declaration


class Tag(dorm.Model):
    label = dorm.CharField(max_length=50)


class BookQuerySet(QuerySet["Book"]):
    def long(self) -> Self:
        return self.filter(pages__gt=500)

    def titles(self) -> list[str]:
        return [book.title for book in self]


class BookManager(Manager["Book"]):
    def get_queryset(self) -> BookQuerySet:
        return BookQuerySet(self.model, self._db)

    def long(self) -> BookQuerySet:
        return self.get_queryset().long()


class Book(dorm.Model):
    title = dorm.CharField(max_length=50)
    pages = dorm.IntegerField(default=0)
    author = dorm.ForeignKey(Author, on_delete=dorm.CASCADE, related_name="books")
    editor = dorm.ForeignKey(
        Author, on_delete=dorm.SET_NULL, related_name="edited", null=True, blank=True
    )
    tags = dorm.ManyToManyField(Tag)


class Portrait(dorm.Model):
    author = dorm.OneToOneField(Author, on_delete=dorm.CASCADE, related_name="portrait")


class Managed(dorm.Model):
    """Each way to give a model a manager."""

    own = BookManager()
    plain = dorm.Manager()
    declared: ClassVar[Manager[Managed]] = Manager()
    made = dorm.Manager.from_queryset(BookQuerySet)()


class Made(dorm.Model):
    """Also in the place of the manager that each model has."""

    objects = dorm.Manager.from_queryset(BookQuerySet, class_name="MadeManager")()
