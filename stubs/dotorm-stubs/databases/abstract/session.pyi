from abc import ABC, abstractmethod
from collections.abc import Callable
from typing import Any, Literal, overload

from .dialect import CursorType

# What comes back depends on the cursor. Rows are dictionaries where the driver names columns.
class SessionAbstract(ABC):
    @overload
    @abstractmethod
    async def execute(
        self,
        stmt: str,
        values: Any = None,
        *,
        prepare: None = None,
        cursor: Literal["fetchall", "fetch"] = "fetchall",
    ) -> list[Any]: ...
    @overload
    @abstractmethod
    async def execute(
        self, stmt: str, values: Any = None, *, prepare: None = None, cursor: Literal["fetchrow"]
    ) -> Any: ...
    @overload
    @abstractmethod
    async def execute(
        self,
        stmt: str,
        values: Any = None,
        *,
        prepare: Callable[[Any], Any] | None = None,
        cursor: Literal["void", "executemany"],
    ) -> None: ...
    @overload
    @abstractmethod
    async def execute(
        self,
        stmt: str,
        values: Any = None,
        *,
        prepare: Callable[[Any], Any] | None = None,
        cursor: CursorType = "fetchall",
    ) -> Any: ...
