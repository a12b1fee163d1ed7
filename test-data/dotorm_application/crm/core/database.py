"""Connections, and what runs when the application starts."""

from typing import Any

from dotorm import POSTGRES, DotModel
from dotorm.databases.abstract import ContainerSettings, MysqlPoolSettings, PostgresPoolSettings
from dotorm.databases.mysql import ContainerMysql
from dotorm.databases.mysql import ContainerTransaction as MysqlTransaction
from dotorm.databases.postgres import (
    ContainerPostgres,
    ContainerTransaction,
    NoTransactionSession,
    TransactionSession,
)


class BaseModel(DotModel):
    """What all models of the application share."""

    _dialect = POSTGRES
    __auto_crud__ = True


async def connect(models: list[type[DotModel]]) -> ContainerPostgres:
    container = ContainerPostgres(
        PostgresPoolSettings(
            host="localhost", port=5432, user="crm", password="crm", database="crm"
        ),
        ContainerSettings(driver="asyncpg", reconnect_timeout=5),
    )
    pool = await container.create_pool()
    for model in models:
        model._pool = pool
        model._no_transaction = NoTransactionSession
    ContainerTransaction.default_pool = pool
    await container.create_and_update_tables(models)
    return container


async def archive(settings: MysqlPoolSettings) -> list[dict[str, Any]]:
    container = ContainerMysql(settings, ContainerSettings(driver="aiomysql"))
    pool = await container.create_pool()
    async with MysqlTransaction(pool) as session:
        rows = await session.execute("SELECT id, name FROM archive WHERE year = %s", (2024,))
        await session.execute("DELETE FROM archive WHERE year = %s", (2024,), cursor="void")
    await container.close_pool()
    return rows


async def next_number(session: TransactionSession, sequence: str) -> int:
    row = await session.execute(
        "UPDATE sequence SET value = value + 1 WHERE code = %s RETURNING value",
        (sequence,),
        cursor="fetchrow",
    )
    if row is None:
        raise LookupError(sequence)
    number: int = row["value"]
    return number


async def broken(session: TransactionSession) -> None:
    await session.execute("SELECT 1", cursor="all")  # planted: no such cursor
    ContainerPostgres(ContainerSettings(driver="asyncpg"))  # planted: no pool settings
