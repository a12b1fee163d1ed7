"""What the library owns."""

from __future__ import annotations

from typing import Any

import dorm

from library_api.people.models import Branch
from library_api.record import Record


class Language(dorm.Model):
    """A language. Its code is the primary key."""

    code = dorm.CharField(max_length=2, primary_key=True)
    name = dorm.CharField(max_length=40)

    class Meta:
        app_label = "catalogue"


class Author(dorm.Model):
    """Somebody who writes or translates."""

    name = dorm.CharField(max_length=80)
    born = dorm.IntegerField(null=True)

    class Meta:
        app_label = "catalogue"

    def active_years(self) -> str:
        """Give the years of the first and the last work."""
        years = sorted(work.year for work in self.works.all())
        return f"{years[0]} to {years[-1]}" if years else "not published yet"


class Subject(dorm.Model):
    """What a work is about."""

    label = dorm.CharField(max_length=40)

    class Meta:
        app_label = "catalogue"


class WorkQuerySet(dorm.QuerySet["Work"]):
    """Questions about works, for chains."""

    def since(self, year: int) -> WorkQuerySet:
        """Leave out what is older."""
        return self.filter(year__gte=year)

    def written_in(self, code: str) -> WorkQuerySet:
        """Leave out other languages."""
        return self.filter(language__code=code)


class Work(Record):
    """A text, however many copies there are.

    Two keys lead to `Author`, so each needs a name of its own.
    """

    title = dorm.CharField(max_length=200)
    year = dorm.IntegerField()
    facts = dorm.JSONField(default=dict)
    author = dorm.ForeignKey(Author, on_delete=dorm.CASCADE, related_name="works")
    translator = dorm.ForeignKey(
        Author, on_delete=dorm.SET_NULL, null=True, related_name="translations"
    )
    language = dorm.ForeignKey(Language, on_delete=dorm.PROTECT)
    follows = dorm.ForeignKey("Work", on_delete=dorm.SET_NULL, null=True, related_name="sequels")
    subjects = dorm.ManyToManyField("Subject", related_name="works")

    objects = dorm.Manager.from_queryset(WorkQuerySet)()

    class Meta:
        app_label = "catalogue"
        ordering = ("title",)

    def credits(self) -> str:
        """Name all who had a hand in it."""
        translator = self.translator
        return self.author.name if translator is None else f"{self.author.name}/{translator.name}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Store it with a tidy title."""
        self.title = self.title.strip()
        super().save(*args, **kwargs)


class Copy(Record):
    """One book on one shelf."""

    barcode = dorm.CharField(max_length=12, unique=True)
    is_lost = dorm.BooleanField(default=False)
    work = dorm.ForeignKey(Work, on_delete=dorm.CASCADE, related_name="copies")
    branch = dorm.ForeignKey(Branch, on_delete=dorm.CASCADE, related_name="copies")

    class Meta:
        app_label = "catalogue"

    def is_in(self) -> bool:
        """Tell whether it can be borrowed."""
        return not self.is_lost and not self.loans.filter(returned_on__isnull=True).exists()
