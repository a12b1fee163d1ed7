"""The library's side: each question is run on SQLite, in the sync and in the async API."""

from __future__ import annotations

import asyncio
import re
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta, timezone
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any
from unittest.mock import patch
from uuid import UUID

import sqlmodel_crud_utils as crud
from sqlalchemy import Engine, StaticPool, event
from sqlalchemy.ext.asyncio import create_async_engine
from sqlmodel import Session, create_engine, select, update
from sqlmodel.ext.asyncio.session import AsyncSession
from sqlmodel_crud_utils import a_sync, sync

from tests.runtime_truth.tables.models.warehouse import (
    Base,
    Grade,
    Sample,
    Shelf,
    Size,
    Status,
    Thing,
    Visit,
)
from tests.runtime_truth.tables.question import COLUMNS, Question

OK = "works"
NAMES: dict[str, Any] = {
    **vars(crud),
    **{one.__name__: one for one in (date, datetime, time, timedelta, Decimal, UUID)},
    **{one.__name__: one for one in (Shelf, Thing, Visit, Sample, Size, Status, Grade)},
    "timezone": timezone,
    "select": select,
}
_FUNCTION = re.compile(r"^(?=[a-z]\w*\()")


class Log:
    """In place of the library's: what it says counts as an answer."""

    def __init__(self) -> None:
        self.lines: list[str] = []

    def note(self, text: str) -> None:
        """Keep a line."""
        self.lines.append(text)

    warning = error = info = note


@contextmanager
def listening() -> Iterator[Log]:
    """Hear what the library logs."""
    log = Log()
    with patch.object(sync, "logger", log), patch.object(a_sync, "logger", log):
        yield log


def answer(question: Question) -> str:
    """Run the call, and say that it works, or what became of it."""
    engine = create_engine("sqlite://", creator=copied_database, poolclass=StaticPool)
    with listening() as log, statements(engine) as sent:
        with Session(engine) as session:
            try:
                result = eval(question.text, {**NAMES, "session": session})
            except Exception as error:
                return type(error).__name__
            if log.lines:
                return "logged"
            said = list(sent)
            sent.clear()
            if question.without is not None:
                eval(question.without, {**NAMES, "session": session})
                if sent == said:
                    return "no effect"
        if question.finds and not found(result):
            return "nothing found"
        if question.writes is not None:
            return written(engine, question.writes)
    return OK


def found(result: Any) -> bool:
    """Whether a result has a row."""
    return bool(result[0] and result[1]) if isinstance(result, tuple) else bool(result)


def written(engine: Engine, column: str) -> str:
    """Whether a column that was written holds what it should."""
    with Session(engine) as session:
        try:
            value = getattr(session.exec(select(Sample).where(Sample.id == 9)).one(), column)
        except Exception as error:
            return f"can't be read: {type(error).__name__}"
    wanted = type(eval(COLUMNS[column][0], NAMES))
    return OK if value is None or type(value) is wanted else f"is a {type(value).__name__}"


@cache
def filled_database() -> sqlite3.Connection:
    """Tables with rows, made once."""
    connection = sqlite3.connect(":memory:", check_same_thread=False)
    fill(create_engine("sqlite://", creator=lambda: connection, poolclass=StaticPool))
    return connection


def copied_database() -> sqlite3.Connection:
    """The same, for one question."""
    connection = sqlite3.connect(":memory:", check_same_thread=False)
    filled_database().backup(connection)
    return connection


def fill(engine: Engine) -> None:
    """Make the tables and their rows."""
    Base.metadata.create_all(engine)
    with Session(engine) as session:
        session.add(Shelf(code="A"))
        session.add(Thing(name="Lamp", age=3, alias="L", created_by="me", shelf_code="A"))
        session.add(Thing(name="Desk", age=5, shelf_code="A"))
        session.add(Sample(id=9))
        for column, values in COLUMNS.items():
            for value in values:
                session.add(Sample(**{column: eval(value, NAMES)}))
        session.commit()
        # SQLModel makes no field of it.
        session.execute(update(Thing).values(owned_since=datetime(2024, 1, 1)))
        session.commit()


@contextmanager
def statements(engine: Engine) -> Iterator[list[str]]:
    """The statements that are sent."""
    sent: list[str] = []

    def note(_: Any, __: Any, statement: str, parameters: Any, *___: Any) -> None:
        sent.append(f"{statement} {parameters}")

    event.listen(engine, "before_cursor_execute", note)
    yield sent


async def answer_async(question: Question, path: Path) -> str:
    """The same of the asynchronous twin; what is written is not read back."""
    file = sqlite3.connect(path)
    filled_database().backup(file)
    file.close()
    engine = create_async_engine(f"sqlite+aiosqlite:///{path}")
    with listening() as log:
        async with AsyncSession(engine) as session:
            try:
                result = await eval(in_async(question.text), {**NAMES, "session": session})
                if question.topic == "get_rows_within_id_list":
                    result = (True, result[1].all())
            except Exception as error:
                return type(error).__name__
        await engine.dispose()
    if log.lines:
        return "logged"
    return "nothing found" if question.finds and not found(result) else OK


def answers_async(questions: list[Question], path: Path) -> list[str]:
    """All of them, one after the other."""

    async def run() -> list[str]:
        return [await answer_async(question, path) for question in questions]

    return asyncio.run(run())


def in_async(text: str) -> str:
    """The same call in the other API."""
    return _FUNCTION.sub("a_", text).replace("QueryBuilder(", "AsyncQueryBuilder(")
