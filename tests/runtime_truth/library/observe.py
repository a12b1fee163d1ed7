"""Imports a package of models with the real library and prints what it does.

Run as ``python -m tests.runtime_truth.library.observe FOLDER PACKAGE DATABASE``. It prints JSON:
the answers, and the accessors with their owners.
"""

from __future__ import annotations

import asyncio
import json
import sys
from dataclasses import asdict
from importlib import import_module
from pathlib import Path
from typing import Any

from sqliter.orm.m2m import ReverseManyToMany
from sqliter.orm.query import ReverseRelationship

from tests.runtime_truth.library.answer import Library
from tests.runtime_truth.library.ask import questions
from tests.runtime_truth.library.render import full_name, render
from tests.runtime_truth.library.rows import Rows
from tests.runtime_truth.library.schema import Schema
from tests.runtime_truth.question import Answered


def accessors(schema: Schema) -> list[tuple[str, str, str]]:
    """Each accessor in a class's own ``__dict__``: the class, the name, what it is."""
    return sorted(
        (full_name(one.class_), name, render([value]))
        for one in schema.classes
        for name, value in one.class_.__dict__.items()
        if isinstance(value, (ReverseRelationship, ReverseManyToMany))
    )


async def observe(folder: str, package: str, database: str) -> dict[str, Any]:
    """Answer all questions about a package."""
    sys.path.insert(0, folder)
    schema = Schema(package)
    rows = Rows(schema, Path(database))
    try:
        await rows.fill()
        library = Library(rows, import_module(package))
        answers = [
            asdict(Answered(question, await library.answer(question)))
            for question in questions(schema)
        ]
    finally:
        await rows.close()  # or a thread of the async driver lives on
    return {"modules": schema.modules, "accessors": accessors(schema), "answers": answers}


if __name__ == "__main__":
    json.dump(asyncio.run(observe(*sys.argv[1:])), sys.stdout)
