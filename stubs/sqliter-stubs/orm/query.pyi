from typing import Any, Generic, NoReturn, Protocol, TypeVar, overload, runtime_checkable

from sqliter.model.model import BaseDBModel
from sqliter.sqliter import SqliterDB
from typing_extensions import Self

# The runtime's classes are not generic: here they know the model that they lead to.
_T = TypeVar("_T", bound=BaseDBModel)

@runtime_checkable
class HasPKAndContext(Protocol):
    pk: int | None
    db_context: SqliterDB | None

class PrefetchedResult(Generic[_T]):
    def __init__(
        self,
        cached_items: list[_T],
        instance: HasPKAndContext,
        to_model: type[_T],
        fk_field: str,
        db_context: SqliterDB | None,
    ) -> None: ...
    def fetch_all(self) -> list[_T]: ...
    def fetch_one(self) -> _T | None: ...
    def count(self) -> int: ...
    def exists(self) -> bool: ...
    def filter(self, **kwargs: Any) -> ReverseQuery[_T]: ...

class ReverseQuery(Generic[_T]):
    instance: HasPKAndContext
    to_model: type[_T]
    fk_field: str
    def __init__(
        self,
        instance: HasPKAndContext,
        to_model: type[_T],
        fk_field: str,
        db_context: SqliterDB | None,
    ) -> None: ...
    @property
    def fk_value(self) -> int | None: ...
    def filter(self, **kwargs: Any) -> Self: ...
    def limit(self, count: int) -> Self: ...
    def offset(self, count: int) -> Self: ...
    def fetch_all(self) -> list[_T]: ...
    def fetch_one(self) -> _T | None: ...
    def count(self) -> int: ...
    def exists(self) -> bool: ...

class ReverseRelationship(Generic[_T]):
    from_model: type[_T]
    fk_field: str
    related_name: str
    def __init__(self, from_model: type[_T], fk_field: str, related_name: str) -> None: ...

    # `object`, not the runtime's `HasPKAndContext`: a model's `pk: int` does not fit the
    # protocol's settable `int | None`. A prefetched instance answers with a
    # `PrefetchedResult`: the same methods, but no `limit()` and no `offset()`.
    @overload
    def __get__(self, instance: None, owner: type[object]) -> Self: ...
    @overload
    def __get__(self, instance: object, owner: type[object]) -> ReverseQuery[_T]: ...

    # It always raises; no instance is a `NoReturn`, so checkers refuse the assignment.
    def __set__(self, instance: NoReturn, value: ReverseQuery[_T]) -> None: ...
