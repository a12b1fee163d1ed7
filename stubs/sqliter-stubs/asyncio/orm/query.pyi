from typing import Any, Generic, NoReturn, Protocol, overload, runtime_checkable

from sqliter.asyncio.db import AsyncSqliterDB
from sqliter.asyncio.query import AsyncQueryBuilder
from sqliter.model.model import BaseDBModel
from sqliter.orm.query import ReverseRelationship as SyncReverseRelationship
from sqliter.query.query import FilterValue
from typing_extensions import Self, TypeVar

# As in `sqliter.orm.query`.
_T_co = TypeVar("_T_co", bound=BaseDBModel, covariant=True, default=Any)

# Its members are only read, so they are properties here: a model's `pk` is an `int`.
@runtime_checkable
class HasPKAndContext(Protocol):
    @property
    def pk(self) -> int | None: ...
    @property
    def db_context(self) -> AsyncSqliterDB | None: ...

class AsyncPrefetchedResult(Generic[_T_co]):
    _items: list[_T_co]
    _instance: HasPKAndContext
    _to_model: type[_T_co]
    _fk_field: str
    _db: AsyncSqliterDB | None
    def __init__(
        self,
        cached_items: list[_T_co],
        instance: HasPKAndContext,
        to_model: type[_T_co],
        fk_field: str,
        db_context: AsyncSqliterDB | None,
    ) -> None: ...
    async def fetch_all(self) -> list[_T_co]: ...
    async def fetch_one(self) -> _T_co | None: ...
    async def count(self) -> int: ...
    async def exists(self) -> bool: ...
    def filter(self, **kwargs: Any) -> AsyncReverseQuery[_T_co]: ...

class AsyncReverseQuery(Generic[_T_co]):
    instance: HasPKAndContext
    to_model: type[_T_co]
    fk_field: str
    _db: AsyncSqliterDB | None
    _filters: dict[str, FilterValue]
    _limit: int | None
    _offset: int | None
    def __init__(
        self,
        instance: HasPKAndContext,
        to_model: type[_T_co],
        fk_field: str,
        db_context: AsyncSqliterDB | None,
    ) -> None: ...
    @property
    def fk_value(self) -> int | None: ...
    def filter(self, **kwargs: Any) -> Self: ...
    def limit(self, count: int) -> Self: ...
    def offset(self, count: int) -> Self: ...
    def _build_query(self) -> AsyncQueryBuilder[_T_co] | None: ...
    async def fetch_all(self) -> list[_T_co]: ...
    async def fetch_one(self) -> _T_co | None: ...
    async def count(self) -> int: ...
    async def exists(self) -> bool: ...

class AsyncReverseRelationship(SyncReverseRelationship[_T_co]):
    def __init__(self, from_model: type[_T_co], fk_field: str, related_name: str) -> None: ...

    # The runtime casts its async answers to the sync classes.
    @overload  # type: ignore[override]
    def __get__(self, instance: None, owner: type[object]) -> Self: ...
    @overload
    def __get__(self, instance: object, owner: type[object]) -> AsyncReverseQuery[_T_co]: ...
    def __set__(  # type: ignore[override]
        self, instance: NoReturn, value: AsyncReverseQuery[_T_co]
    ) -> None: ...
