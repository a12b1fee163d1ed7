"""Runs the expressions on PostgreSQL, with the library that is on the path.

Run as ``python -m tests.runtime_truth.dotorm.observe URL``. It makes a database beside the one that
the URL names, and drops it again. It prints the answers as a list in JSON.
"""

from __future__ import annotations

import ast
import asyncio
import datetime
import inspect
import json
import logging
import sys
from decimal import Decimal
from typing import Any
from urllib.parse import urlsplit
from uuid import uuid4

import asyncpg  # type: ignore[import-not-found, import-untyped, unused-ignore]
import dotorm
from dotorm.builder.builder import Builder
from dotorm.databases.abstract import ContainerSettings, PostgresPoolSettings
from dotorm.databases.postgres import ContainerPostgres, ContainerTransaction, NoTransactionSession

from tests.runtime_truth.dotorm import models
from tests.runtime_truth.dotorm.models import MODELS, Card, Lead, Stage, Tag
from tests.runtime_truth.dotorm.table import TABLE


async def answers(url: str) -> list[str | None]:
    """The answer to each row of the table; ``None`` for those of other versions."""
    settings = _settings(url)
    container = ContainerPostgres(settings, ContainerSettings(driver="asyncpg"))
    await container.create_database()
    try:
        pool = await container.create_pool()
        NoTransactionSession.default_pool = ContainerTransaction.default_pool = pool
        await container.create_and_update_tables(MODELS)
        await _fill()
        return [
            await _answer(row.code) if row.version in ("", version()) else None for row in TABLE
        ]
    finally:
        await container.close_pool()
        await _drop(settings)


def version() -> str:
    """That of the library: "2.1"."""
    return ".".join(dotorm.__version__.split(".")[:2])


def _settings(url: str) -> PostgresPoolSettings:
    parts = urlsplit(url)
    return PostgresPoolSettings(
        host=parts.hostname or "127.0.0.1",
        port=parts.port or 5432,
        user=parts.username or "postgres",
        password=parts.password or "",
        database=f"orm_typing_{uuid4().hex[:12]}",
    )


async def _fill() -> None:
    for model in MODELS:
        model._pool = NoTransactionSession.default_pool
        model._no_transaction = NoTransactionSession
        model._builder = Builder(model.__table__, model.get_fields(), model._dialect)
    for name in ("first", "second"):
        await Stage.create(Stage(name=name))
    for name in ("red", "blue", "green", "yellow", "brown"):
        await Tag.create(Tag(name=name))
    await Lead.create(
        Lead(
            name="Ann",
            notes="tall",
            count=1,
            visits=2**40,
            level=3,
            amount=Decimal("4.50"),
            rate=0.5,
            active=True,
            born=datetime.date(2000, 1, 2),
            wakes=datetime.time(7, 30),
            created=datetime.datetime.now(datetime.timezone.utc),
            settings={"theme": "dark"},
            photo=b"jpeg",
            kind="new",
            stage_id=1,
            last_id=1,
        )
    )
    await Lead.create(Lead(name="Bob", settings=["dark"], stage_id=1, last_id=2))
    await Card.create(Card(number="17", lead_id=1))
    await Lead.link_many2many(field=Lead.tags, values=[[1, 1]])


async def _answer(code: str) -> str:
    """What an expression gives, in a transaction that is undone."""
    compiled = compile(code, "<row>", "eval", flags=ast.PyCF_ALLOW_TOP_LEVEL_AWAIT)
    transaction = ContainerTransaction()
    await transaction.__aenter__()
    try:
        value = eval(compiled, vars(models))
        return _type(await value if inspect.iscoroutine(value) else value)
    except Exception as error:
        return f"raises {type(error).__name__}"
    finally:
        await transaction.__aexit__(Exception, None, None)


def _type(value: Any) -> str:
    if value is None:
        return "None"
    if isinstance(value, list):
        items = sorted({_type(item) for item in value})
        return f"list[{' | '.join(items)}]" if items else "list"
    return type(value).__name__


async def _drop(settings: PostgresPoolSettings) -> None:
    connection = await asyncpg.connect(**{**settings.model_dump(), "database": "postgres"})
    try:
        await connection.execute(f'DROP DATABASE "{settings.database}" WITH (FORCE)')
    finally:
        await connection.close()


if __name__ == "__main__":
    logging.disable()
    print(json.dumps(asyncio.run(answers(sys.argv[1]))))
