"""What the warehouse prints."""

from __future__ import annotations

import asyncio
import os

os.environ.setdefault("SQL_DIALECT", "sqlite")

from inventory import display, stock
from sqlalchemy import StaticPool
from sqlalchemy.ext.asyncio import create_async_engine
from sqlmodel import Session, SQLModel, create_engine
from sqlmodel.ext.asyncio.session import AsyncSession


def day() -> None:
    """The sync half."""
    engine = create_engine("sqlite://", poolclass=StaticPool)
    SQLModel.metadata.create_all(engine)
    with Session(engine) as session:
        top = stock.shelf_called(session, "top")
        lamp = stock.put(session, top, "lamp", 5)
        stock.put(session, top, "cable", 50)
        assert lamp.id is not None
        print(stock.label_of(session, lamp.id), stock.label_of(session, 99))
        print(stock.place_of(session, lamp.id), stock.place_of(session, 99))
        print(stock.labels(session), stock.some(session, [lamp.id]), stock.scarce(session, 10))
        item = stock.first(session)
        print(item.label if item else "", stock.how_many(session, "top"))
        print(stock.take(session, lamp, 2), stock.settings('{"a": 1}'))


async def night() -> None:
    """The async half."""
    engine = create_async_engine("sqlite+aiosqlite://", poolclass=StaticPool)
    async with engine.begin() as connection:
        await connection.run_sync(SQLModel.metadata.create_all)
    async with AsyncSession(engine, expire_on_commit=False) as session:
        await display.fill(session)
        print(await display.show(session))
    await engine.dispose()


if __name__ == "__main__":
    day()
    asyncio.run(night())
