"""Rows in a real database, such that each attribute takes every value that it can."""

from __future__ import annotations

from pathlib import Path
from typing import Any, get_args

from sqliter import SqliterDB
from sqliter.asyncio import AsyncSqliterDB

from tests.runtime_truth.library.schema import Class, Schema

_SAMPLES: dict[type[Any], str] = {int: "1", str: '"x"'}


_DEEP = 99
"""More steps than any chain of keys has."""


class Rows:
    """Two databases on one file, one for each kind of models, filled with rows.

    Each model gets rows with all of its relations, with targets that have none themselves, with
    each nullable key alone, with many-to-many relations alone and with nothing that can be left
    out. Each row has targets of its own, so that unique keys never collide.
    """

    def __init__(self, schema: Schema, path: Path) -> None:
        self.schema = schema
        self.db = SqliterDB(str(path))
        self.async_db = AsyncSqliterDB(str(path))
        self.varied: dict[type[Any], list[int]] = {one.class_: [] for one in schema.models}
        self.examples: dict[type[Any], Any] = {}

    async def fill(self) -> None:
        """Make the tables and the rows."""
        # Nobody reads the file after a crash, and waiting for the disk takes most of the time.
        self.db.connect().execute("PRAGMA synchronous = OFF")
        await (await self.async_db.connect()).execute("PRAGMA synchronous = OFF")
        for one in self.schema.models:
            if one.is_async:
                await self.async_db.create_table(one.class_)
            else:
                self.db.create_table(one.class_)
        for one in self.schema.models:
            try:
                await self._vary(one)
            except Exception:
                continue  # a model that the library can't store

    async def _vary(self, one: Class) -> None:
        example = await self._make(one, _DEEP, is_linked=True)
        varied = [
            example,
            await self._make(one, 1, is_linked=True),
            await self._make(one, 0, is_linked=True),
            await self._make(one, 0),
            *[await self._make(one, 0, also=key.name) for key in one.keys],
        ]
        self.varied[one.class_] = [row.pk for row in varied]
        self.examples[one.class_] = example

    async def close(self) -> None:
        """Close both databases."""
        self.db.close()
        await self.async_db.close()

    def some(self, model: type[Any]) -> Any:
        """Give a saved row that has all of its relations."""
        return self.examples[model]

    # `depth` counts the steps along foreign keys that are taken although they can be left out.
    async def _make(
        self, one: Class, depth: int, *, is_linked: bool = False, also: str = ""
    ) -> Any:
        values: dict[str, Any] = {
            name: eval(sample(field.annotation))
            for name, field in one.plain_fields.items()
            if field.is_required()
        }
        for key in one.keys:
            if depth or not key.nullable or key.name == also:
                below = max(depth - 1, 0)
                target = await self._make(self.schema.of[key.target], below, is_linked=below > 0)
                values[key.attribute] = target.pk
        row = one.class_(**values)
        row = await self.async_db.insert(row) if one.is_async else self.db.insert(row)
        if is_linked:
            await self._link(one, row, min(max(depth - 1, 0), 1))
        return row

    async def _link(self, one: Class, row: Any, depth: int) -> None:
        for name in one.class_.__dict__.get("m2m_descriptors", {}):
            many = one.many_named(name)
            if many.is_async != one.is_async:
                continue  # a manager of the other kind can't use this model's database
            related = self.schema.of[many.related]
            # A new object where it can be had without end, so that others have nothing.
            other = row if related is one else await self._make(related, depth)
            added = getattr(row, name).add(other)
            if added is not None:
                await added


def sample(annotation: Any) -> str:
    """Write a value of a plain field."""
    for choice in (annotation, *get_args(annotation)):
        if choice in _SAMPLES:
            return _SAMPLES[choice]
    raise NotImplementedError(annotation)
