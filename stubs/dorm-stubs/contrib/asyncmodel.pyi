from typing import Any, overload, type_check_only

from dorm.manager import Manager
from dorm.models import Model, _DefaultManager
from typing_extensions import Never, TypeVar

_M = TypeVar("_M", bound=Model, default=Any)
_Row = TypeVar("_Row", bound=Model)

class AsyncOnlyError(RuntimeError):
    method: str
    def __init__(self, method: str) -> None: ...

_SYNC_FORBIDDEN: frozenset[str]

@type_check_only
class _DefaultAsyncOnly(_DefaultManager):
    @overload
    def __get__(self, instance: None, owner: type[_Row]) -> AsyncOnlyManager[_Row]: ...
    @overload
    def __get__(self, instance: Model, owner: type[_Row]) -> object: ...

# Nothing that can be called: reading any of these raises an AsyncOnlyError.
class AsyncOnlyManager(Manager[_M]):
    all: None  # type: ignore[assignment]
    filter: None  # type: ignore[assignment]
    exclude: None  # type: ignore[assignment]
    get: None  # type: ignore[assignment]
    create: None  # type: ignore[assignment]
    update_or_create: None  # type: ignore[assignment]
    get_or_create: None  # type: ignore[assignment]
    first: None  # type: ignore[assignment]
    last: None  # type: ignore[assignment]
    exists: None  # type: ignore[assignment]
    count: None  # type: ignore[assignment]
    delete: None  # type: ignore[assignment]
    update: None  # type: ignore[assignment]
    bulk_create: None  # type: ignore[assignment]
    bulk_update: None  # type: ignore[assignment]
    in_bulk: None  # type: ignore[assignment]
    iterator: None  # type: ignore[assignment]
    values: None  # type: ignore[assignment]
    values_list: None  # type: ignore[assignment]
    aggregate: None  # type: ignore[assignment]

class AsyncModel(Model):
    objects = _DefaultAsyncOnly()
    # Both raise an AsyncOnlyError. No row is a `Never`, so checkers refuse the call. Methods, and not
    # None: the library's other abstract models have a `save` or `delete` of their own, and are
    # combined with this one.
    def save(self: Never, *args: Any, **kwargs: Any) -> Any: ...  # type: ignore[misc]
    def delete(self: Never, *args: Any, **kwargs: Any) -> Any: ...  # type: ignore[misc]

__all__ = ["AsyncModel", "AsyncOnlyError", "AsyncOnlyManager"]
