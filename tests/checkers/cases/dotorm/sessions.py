"""Pools, containers, sessions and transactions for three databases; access checks."""

from dotorm import MYSQL, Dialect, DotModel, RecordNotFound
from dotorm.access import AccessChecker, AccessDenied, Operation, set_access_checker
from dotorm.databases.abstract import (
    ClickhousePoolSettings,
    ContainerSettings,
    MysqlPoolSettings,
    PostgresPoolSettings,
    SessionAbstract,
)
from dotorm.databases.clickhouse import NoTransactionSession as ClickhouseSession
from dotorm.databases.clickhouse.pool import ContainerClickhouse
from dotorm.databases.mysql import ContainerMysql
from dotorm.databases.mysql import ContainerTransaction as MysqlTransaction
from dotorm.databases.postgres import (
    ContainerPostgres,
    ContainerTransaction,
    NoTransactionSession,
    get_current_session,
)
from typing_extensions import reveal_type

from .library import Role, User

CONTAINER = ContainerSettings(driver="asyncpg", reconnect_timeout=10)


async def postgres(settings: PostgresPoolSettings) -> None:
    container = ContainerPostgres(settings, CONTAINER)
    pool = await container.create_pool()
    User._pool = pool
    User._no_transaction = NoTransactionSession
    await container.create_and_update_tables([Role, User])
    async with ContainerTransaction(pool) as session:
        reveal_type(session)  # R: postgres-session
        reveal_type(await session.execute("SELECT 1"))  # R: rows
        reveal_type(await session.execute("SELECT 1", cursor="fetchrow"))  # R: row
        reveal_type(await session.execute("SELECT %s", (1,), cursor="fetchval"))  # R: value
        reveal_type(await session.execute("DELETE FROM user", cursor="void"))  # R: nothing
        await User.create(User(name="Jane"), session=session)
        await Role.search(session=session)
    reveal_type(get_current_session())  # R: current
    await container.close_pool()


async def mysql(settings: MysqlPoolSettings) -> None:
    container = ContainerMysql(settings, CONTAINER)
    pool = await container.create_pool()
    async with MysqlTransaction(pool) as session:
        reveal_type(session)  # R: mysql-session
        reveal_type(await session.execute("SELECT 1"))  # R: mysql-rows
        reveal_type(await session.execute("INSERT", cursor="lastrowid"))  # R: mysql-key


async def clickhouse(settings: ClickhousePoolSettings) -> None:
    container = ContainerClickhouse(settings, CONTAINER)
    await container.create_pool()
    reveal_type(await ClickhouseSession(container.pool).execute("SELECT 1"))  # R: clickhouse-rows


class Counter(DotModel):
    __table__ = "counter"
    _dialect = MYSQL


class RoleChecker(AccessChecker[User]):
    async def check_table_access(self, session: User, model: str, operation: Operation) -> bool:
        return operation is Operation.READ or session.active


async def refuse(session: SessionAbstract, dialect: Dialect) -> None:
    set_access_checker(RoleChecker())
    reveal_type(dialect.supports_returning)  # R: dialect
    reveal_type(await Counter.__create_table__())  # R: create-table
    try:
        await User.get(1)
    except RecordNotFound as error:
        reveal_type(error.model)  # R: not-found
    except AccessDenied as denied:
        print(denied.message)
    await session.execute("SELECT 1", cursor="fetchone")  # E: cursor
    await User.create(User(), session="session")  # E: session
    Counter._dialect = "mysql"  # E: dialect-text
    with ContainerTransaction() as transaction:  # E: not-async
        print(transaction)
