from __future__ import annotations

import dorm


class Librarian(dorm.Model):
    name = dorm.CharField(max_length=80)


class Record(dorm.Model):
    """An abstract base: each model below it has an accessor of its own on ``Librarian``."""

    entered_by = dorm.ForeignKey("Librarian", on_delete=dorm.SET_NULL, null=True)
    checked_by = dorm.ForeignKey(Librarian, null=True, related_name="checked")

    class Meta:
        abstract = True


class Note(Record):
    text = dorm.CharField(max_length=80)
