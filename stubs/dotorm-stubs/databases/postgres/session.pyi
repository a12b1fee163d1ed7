from abc import ABCMeta
from collections.abc import Callable
from typing import Any, ClassVar, Literal, overload

import asyncpg  # type: ignore[import-not-found, import-untyped, unused-ignore]
from asyncpg.transaction import Transaction  # type: ignore[import-not-found, import-untyped, unused-ignore]

from ..abstract.dialect import CursorType, PostgresDialect
from ..abstract.session import SessionAbstract
from ..abstract.types import PostgresPoolSettings

_dialect: PostgresDialect

class PostgresSession(SessionAbstract, metaclass=ABCMeta):
    @staticmethod
    async def _do_execute(
        conn: asyncpg.Connection[Any], stmt: str, values: Any, cursor: CursorType
    ) -> Any: ...

class TransactionSession(PostgresSession):
    connection: asyncpg.Connection[Any]
    transaction: Transaction
    def __init__(self, connection: asyncpg.Connection[Any], transaction: Transaction) -> None: ...
    @overload
    async def execute(
        self,
        stmt: str,
        values: Any = None,
        *,
        prepare: None = None,
        cursor: Literal["fetchall", "fetch"] = "fetchall",
    ) -> list[dict[str, Any]]: ...
    @overload
    async def execute(
        self, stmt: str, values: Any = None, *, prepare: None = None, cursor: Literal["fetchrow"]
    ) -> dict[str, Any] | None: ...
    @overload
    async def execute(
        self,
        stmt: str,
        values: Any = None,
        *,
        prepare: Callable[[Any], Any] | None = None,
        cursor: Literal["void", "executemany"],
    ) -> None: ...
    @overload
    async def execute(
        self,
        stmt: str,
        values: Any = None,
        *,
        prepare: Callable[[Any], Any] | None = None,
        cursor: CursorType = "fetchall",
    ) -> Any: ...

class NoTransactionSession(PostgresSession):
    default_pool: ClassVar[asyncpg.Pool[Any] | None]
    pool: asyncpg.Pool[Any]
    def __init__(self, pool: asyncpg.Pool[Any] | None = None) -> None: ...
    @overload
    async def execute(
        self,
        stmt: str,
        values: Any = None,
        *,
        prepare: None = None,
        cursor: Literal["fetchall", "fetch"] = "fetchall",
    ) -> list[dict[str, Any]]: ...
    @overload
    async def execute(
        self, stmt: str, values: Any = None, *, prepare: None = None, cursor: Literal["fetchrow"]
    ) -> dict[str, Any] | None: ...
    @overload
    async def execute(
        self,
        stmt: str,
        values: Any = None,
        *,
        prepare: Callable[[Any], Any] | None = None,
        cursor: Literal["void", "executemany"],
    ) -> None: ...
    @overload
    async def execute(
        self,
        stmt: str,
        values: Any = None,
        *,
        prepare: Callable[[Any], Any] | None = None,
        cursor: CursorType = "fetchall",
    ) -> Any: ...

# It opens a connection of its own: called on the class, and with settings first.
class NoTransactionNoPoolSession(PostgresSession):
    @classmethod
    async def get_connection(cls, settings: PostgresPoolSettings) -> asyncpg.Connection[Any]: ...
    @classmethod
    async def execute(  # type: ignore[override]
        cls,
        settings: PostgresPoolSettings,
        stmt: str,
        values: Any = None,
        *,
        prepare: Callable[[Any], Any] | None = None,
        cursor: str = "execute",
    ) -> Any: ...
