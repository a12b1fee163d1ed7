"""Rows in a real database, such that each attribute takes every value that it can."""

from __future__ import annotations

import datetime
import decimal
import uuid
from itertools import count
from pathlib import Path
from typing import Any

import dorm
from dorm.db.connection import get_connection
from dorm.migrations.schema import SchemaEditor

from tests.runtime_truth.dorm.library.schema import Class, Schema

_DEEP = 4
"""As many steps as the longest chain of keys to other models has."""

SAMPLES = {
    "CharField": '"x"',
    "TextField": '"x"',
    "IntegerField": "1",
    "BooleanField": "True",
    "DecimalField": "decimal.Decimal(1)",
    "DateTimeField": "datetime.datetime(2026, 1, 31)",
    "UUIDField": "uuid.uuid4()",
    "JSONField": '{"a": 1}',
    "BigAutoField": "7001",
    "AutoField": "7001",
}


def sample(field: Any) -> str:
    """Write a value of a plain field."""
    return SAMPLES[type(field).__name__]


def words_of(field: Any) -> str:
    """Say what kind of field it is, for the labels of questions."""
    if "Auto" in type(field).__name__:
        return "automatic "
    return "primary " if field.primary_key else "nullable " if field.null else ""


class Rows:
    """A database with rows of all models.

    Each model gets rows with all of its relations, with targets that have none themselves, with
    each nullable key alone, with many-to-many relations alone and with nothing that can be left
    out. Each row has targets of its own, so that unique keys never collide.
    """

    def __init__(self, schema: Schema) -> None:
        self.schema = schema
        self.keys: dict[type[Any], list[Any]] = {one.class_: [] for one in schema.models}
        self._numbers = count(10)

    def fill(self) -> None:
        """Make the tables and the rows."""
        # Nobody reads the file after a crash, and waiting for the disk takes most of the time.
        get_connection().execute("PRAGMA synchronous = OFF")
        stored = [one for one in self.schema.models if not one.is_proxy]
        with SchemaEditor(get_connection()) as editor:
            for one in stored:
                try:
                    editor.create_model(one.class_)
                except LookupError:
                    one.has_rows = False
        with dorm.transaction.atomic():
            for one in stored:
                if one.has_rows:
                    self._vary(one)
        for one in self.schema.models:
            if one.is_proxy:
                concrete = one.class_._meta.concrete_model
                self.keys[one.class_] = self.keys[concrete]

    def some(self, model: type[Any]) -> Any:
        """Give a saved row that has all of its relations."""
        return model._default_manager.get(pk=self.keys[model][0])

    def all(self, model: type[Any]) -> list[Any]:
        """Give all rows of a model."""
        return list(model._default_manager.all())

    def _vary(self, one: Class) -> None:
        self.keys[one.class_] = [
            self._make(one, _DEEP, is_full=True),
            self._make(one, 1, is_full=True),
            self._make(one, 0, is_full=True),
            self._make(one, 0),
            *[self._make(one, 0, also=key.name) for key in one.keys],
        ]

    # `depth` counts the steps along foreign keys that are taken although they can be left out.
    def _make(self, one: Class, depth: int, *, is_full: bool = False, also: str = "") -> Any:
        values: dict[str, Any] = {}
        for name, field in one.fields.items():
            if field.primary_key:
                if "Auto" not in type(field).__name__:
                    values[name] = self._own_key(field)
            elif is_full or name in one.required_fields:
                values[name] = self._value(field)
        for key in one.keys:
            if key.is_own and (depth or not key.nullable or key.name == also):
                below = max(depth - 1, 0)
                target = self.schema.of[key.target]
                if target.is_proxy:
                    target = self.schema.of[target.class_._meta.concrete_model]
                values[key.attribute] = self._make(target, below, is_full=below > 0)
        row = one.class_(**values)
        row.save()
        pk = _given_key(one, values) or row.pk
        if is_full and one.many:
            row = one.class_.objects.get(pk=pk)
            for name, related in one.many.items():
                getattr(row, name).add(self._make(self.schema.of[related], max(depth - 1, 0) and 1))
        return pk

    def _own_key(self, field: Any) -> Any:
        number = next(self._numbers)
        kind = type(field).__name__
        return uuid.UUID(int=number) if kind == "UUIDField" else self._distinct(kind, number)

    def _value(self, field: Any) -> Any:
        if field.unique:
            return self._distinct(type(field).__name__, next(self._numbers))
        return eval(sample(field), {"datetime": datetime, "decimal": decimal})

    @staticmethod
    def _distinct(kind: str, number: int) -> Any:
        return number if kind == "IntegerField" else f"{number:02x}"


def _given_key(one: Class, values: dict[str, Any]) -> Any:
    """The key as it was given: after it saved a row, the library says another one on SQLite."""
    if one.composite:
        return tuple(values.get(f"{name}_id", values.get(name)) for name in one.composite)
    for name, field in one.fields.items():
        if field.primary_key and name in values:
            return values[name]
    for key in one.keys:
        if key.is_primary_key:
            return values[key.attribute]
    return None


def configure(path: Path) -> None:
    """Let the library work on a file."""
    dorm.configure(
        DATABASES={"default": {"ENGINE": "sqlite", "NAME": str(path)}}, INSTALLED_APPS=[]
    )
