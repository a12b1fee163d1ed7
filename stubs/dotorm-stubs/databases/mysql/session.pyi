from abc import ABCMeta
from collections.abc import Callable
from typing import Any, ClassVar, Literal, overload

import aiomysql  # type: ignore[import-not-found, import-untyped, unused-ignore]

from ..abstract.dialect import CursorType, MySQLDialect
from ..abstract.session import SessionAbstract

_dialect: MySQLDialect

class MysqlSession(SessionAbstract, metaclass=ABCMeta):
    @staticmethod
    async def _do_execute(cursor: Any, stmt: str, values: Any, cursor_type: CursorType) -> Any: ...

class TransactionSession(MysqlSession):
    connection: aiomysql.Connection
    cursor: Any
    def __init__(self, connection: aiomysql.Connection, cursor: Any) -> None: ...
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

class NoTransactionSession(MysqlSession):
    default_pool: ClassVar[aiomysql.Pool | None]
    pool: aiomysql.Pool
    def __init__(self, pool: aiomysql.Pool | None = None) -> None: ...
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
