import logging
from typing import Generic, TypeVar, overload

from sqliter.asyncio.db import AsyncSqliterDB
from sqliter.asyncio.orm.model import AsyncBaseDBModel
from sqliter.orm.fields import ForeignKey as SyncForeignKey
from typing_extensions import Self

T = TypeVar("T")
_M = TypeVar("_M")
_I = TypeVar("_I", bound=AsyncBaseDBModel)

logger: logging.Logger

# The runtime's `__getattr__` raises for every name, so there is none here.
class AsyncLazyLoader(Generic[T]):
    _instance: object
    _to_model: type[T]
    _fk_id: int | None
    _db: AsyncSqliterDB | None
    _cached: T | None
    _loaded: bool
    def __init__(
        self,
        instance: object,
        to_model: type[T],
        fk_id: int | None,
        db_context: AsyncSqliterDB | None,
    ) -> None: ...
    @property
    def db_context(self) -> AsyncSqliterDB | None: ...
    async def fetch(self) -> T | None: ...
    # Those of `object`. With its own no checker calls `book.author == author` useless: what it takes
    # for a loader is the row itself where a query loaded it.
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

class AsyncForeignKey(SyncForeignKey[T]):
    def __set_name__(self, owner: type, name: str) -> None: ...

    # The runtime claims `T` and gives the loader, or None where the key is null, until
    # `select_related()` has loaded the related object itself. The last overload is for a
    # sync model, where the claim is true; it also satisfies pyrefly, which wants a field
    # to answer with something that `__set__` takes.
    @overload  # type: ignore[override]
    def __get__(self, instance: None, owner: type[object]) -> Self: ...
    @overload
    def __get__(
        self: AsyncForeignKey[_M | None], instance: _I, owner: type[_I]
    ) -> AsyncLazyLoader[_M] | None: ...
    @overload
    def __get__(self, instance: _I, owner: type[_I]) -> AsyncLazyLoader[T]: ...
    @overload
    def __get__(self, instance: object, owner: type[object]) -> T: ...
