"""Imports a package of models with the real library and prints what it does.

Run as ``python -m tests.runtime_truth.dorm.library.observe FOLDER PACKAGE DATABASE``. It prints
JSON: the answers, the accessors with their owners, and the relations.
"""

from __future__ import annotations

import asyncio
import json
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

from dorm.db import connection

from tests.runtime_truth.dorm.library.answer import Library
from tests.runtime_truth.dorm.library.ask import questions
from tests.runtime_truth.dorm.library.oracle import make_strict
from tests.runtime_truth.dorm.library.render import render
from tests.runtime_truth.dorm.library.rows import Rows, configure
from tests.runtime_truth.dorm.library.schema import Class, Schema, full_name, is_one
from tests.runtime_truth.dorm.question import to_json


def accessors(schema: Schema) -> list[tuple[str, str, str]]:
    """Each accessor in a class's own ``__dict__``: the class, the name, what it is."""
    return sorted(
        (one.name, name, render([value]))
        for one in schema.classes
        for name, value in one.accessors.items()
        if name in one.class_.__dict__
    )


def relations(schema: Schema, rows: Rows) -> list[tuple[str, str, str, str, bool, str]]:
    """Each relation that a model has as a field: whose, to what, and of which type its key is."""
    return sorted(_relations(schema, rows))


def _relations(schema: Schema, rows: Rows) -> Any:
    for one in schema.classes:
        for key in one.keys:
            if not (key.is_own or one.is_proxy):
                continue
            kind = "one-to-one" if is_one(one.class_.__dict__.get(key.name)) else "foreign key"
            target = schema.of[key.target]
            yield (
                one.name,
                key.name,
                kind,
                target.name,
                key.nullable,
                key_type(target, rows),
            )
        for name, related in one.many.items():
            yield one.name, name, "many-to-many", full_name(related), False, ""


def key_type(target: Class, rows: Rows) -> str:
    """The type of the key that a row was stored with."""
    key = rows.keys[target.class_][0]
    return full_name(type(key)) if not isinstance(key, tuple) else ""


async def observe(folder: str, package: str, database: str) -> dict[str, Any]:
    """Answer all questions about a package."""
    sys.path.insert(0, folder)
    configure(Path(database))
    make_strict()
    schema = Schema(package)
    rows = Rows(schema)
    try:
        rows.fill()
        library = Library(rows, import_module(package))
        answers = [(one, await library.answer(one)) for one in questions(schema)]
    finally:
        connection.close_all()  # type: ignore[no-untyped-call]
        # Or a thread of the async driver lives on.
        await connection.close_all_async()  # type: ignore[no-untyped-call]
    return {
        "modules": schema.modules,
        "accessors": accessors(schema),
        "relations": relations(schema, rows),
        "answers": to_json(answers),
    }


if __name__ == "__main__":
    json.dump(asyncio.run(observe(*sys.argv[1:])), sys.stdout)
