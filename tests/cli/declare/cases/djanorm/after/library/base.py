from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

import dorm

if TYPE_CHECKING:
    from dorm.related_managers import ReverseFKDescriptor

    from library.models import Book


class Librarian(dorm.Model):
    name = dorm.CharField(max_length=80)

    if TYPE_CHECKING:
        id: int = 0
        checked: ClassVar[ReverseFKDescriptor[Any]]
        note_set: ClassVar[ReverseFKDescriptor[Note]]
        book_set: ClassVar[ReverseFKDescriptor[Book]]


class Record(dorm.Model):
    """An abstract base: each model below it has an accessor of its own on ``Librarian``."""

    entered_by: dorm.ForeignKey[Librarian | None] = dorm.ForeignKey("Librarian", on_delete=dorm.SET_NULL, null=True)
    checked_by = dorm.ForeignKey(Librarian, null=True, related_name="checked")

    class Meta:
        abstract = True

    if TYPE_CHECKING:
        id: int = 0
        entered_by_id: int | None = None
        checked_by_id: int | None = None


class Note(Record):
    text = dorm.CharField(max_length=80)
