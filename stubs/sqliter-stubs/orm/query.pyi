from typing import Any, Generic, NoReturn, Protocol, overload, runtime_checkable

from sqliter.model.model import BaseDBModel
from sqliter.sqliter import SqliterDB
from typing_extensions import Self, TypeVar

# The runtime's classes are not generic: here they know the model that they lead to. A bare name
# means any; they only give rows, so one of a subclass's rows is one of its base's.
_T_co = TypeVar("_T_co", bound=BaseDBModel, covariant=True, default=Any)

# Its members are only read, so they are properties here: a model's `pk` is an `int`.
@runtime_checkable
class HasPKAndContext(Protocol):
    @property
    def pk(self) -> int | None: ...
    @property
    def db_context(self) -> SqliterDB | None: ...

class PrefetchedResult(Generic[_T_co]):
    _items: list[_T_co]
    _instance: HasPKAndContext
    _to_model: type[_T_co]
    _fk_field: str
    _db: SqliterDB | None
    def __init__(
        self,
        cached_items: list[_T_co],
        instance: HasPKAndContext,
        to_model: type[_T_co],
        fk_field: str,
        db_context: SqliterDB | None,
    ) -> None: ...
    def fetch_all(self) -> list[_T_co]: ...
    def fetch_one(self) -> _T_co | None: ...
    def count(self) -> int: ...
    def exists(self) -> bool: ...
    def filter(self, **kwargs: Any) -> ReverseQuery[_T_co]: ...

class ReverseQuery(Generic[_T_co]):
    instance: HasPKAndContext
    to_model: type[_T_co]
    fk_field: str
    _db: SqliterDB | None
    _filters: dict[str, Any]
    _limit: int | None
    _offset: int | None
    def __init__(
        self,
        instance: HasPKAndContext,
        to_model: type[_T_co],
        fk_field: str,
        db_context: SqliterDB | None,
    ) -> None: ...
    @property
    def fk_value(self) -> int | None: ...
    def filter(self, **kwargs: Any) -> Self: ...
    def limit(self, count: int) -> Self: ...
    def offset(self, count: int) -> Self: ...
    def fetch_all(self) -> list[_T_co]: ...
    def fetch_one(self) -> _T_co | None: ...
    def count(self) -> int: ...
    def exists(self) -> bool: ...

class ReverseRelationship(Generic[_T_co]):
    from_model: type[_T_co]
    fk_field: str
    related_name: str
    def __init__(self, from_model: type[_T_co], fk_field: str, related_name: str) -> None: ...

    # A prefetched instance answers with a `PrefetchedResult`: the same methods, but no
    # `limit()` and no `offset()`.
    @overload
    def __get__(self, instance: None, owner: type[object]) -> Self: ...
    @overload
    def __get__(self, instance: object, owner: type[object]) -> ReverseQuery[_T_co]: ...

    # It always raises; no instance is a `NoReturn`, so checkers refuse the assignment.
    def __set__(self, instance: NoReturn, value: ReverseQuery[_T_co]) -> None: ...
