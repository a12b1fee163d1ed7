"""What all that the staff enters has in common."""

from __future__ import annotations

from datetime import date

import dorm


class Record(dorm.Model):
    """An abstract base: each model below it has these fields, and its own accessor on `Librarian`.

    The target is a string, so this module imports none of those who inherit from it.
    """

    entered_on = dorm.DateField(default=date(2025, 1, 1))
    entered_by = dorm.ForeignKey("people.Librarian", on_delete=dorm.SET_NULL, null=True)

    class Meta:
        abstract = True

    def entry(self) -> str:
        """Say when it was entered, and by whom."""
        librarian = self.entered_by
        return f"{self.entered_on}, {librarian.name if librarian is not None else 'unsigned'}"
