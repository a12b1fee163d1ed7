from abc import ABCMeta
from collections.abc import Callable
from typing import Any, ClassVar, Literal, overload

import asynch  # type: ignore[import-not-found, import-untyped, unused-ignore]

from ..abstract.dialect import ClickHouseDialect, CursorType
from ..abstract.session import SessionAbstract

_dialect: ClickHouseDialect

class ClickhouseSession(SessionAbstract, metaclass=ABCMeta):
    @staticmethod
    async def _do_execute(cursor: Any, stmt: str, values: Any, cursor_type: CursorType) -> Any: ...

# Its driver gives tuples, so that rows are left open.
class NoTransactionSession(ClickhouseSession):
    default_pool: ClassVar[asynch.Pool | None]
    pool: asynch.Pool
    def __init__(self, pool: asynch.Pool | None = None) -> None: ...
    @overload
    async def execute(
        self,
        stmt: str,
        values: Any = None,
        *,
        prepare: None = None,
        cursor: Literal["fetchall", "fetch"] = "fetchall",
    ) -> list[Any]: ...
    @overload
    async def execute(
        self, stmt: str, values: Any = None, *, prepare: None = None, cursor: Literal["fetchrow"]
    ) -> Any: ...
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
