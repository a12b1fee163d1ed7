from collections.abc import Awaitable, Callable, Coroutine
from types import CoroutineType
from typing import Any, Concatenate, Generic, Literal, Protocol, TypeAlias

from typing_extensions import ParamSpec, TypeVar

from .components.filter_parser import FilterExpression
from .databases.abstract.session import SessionAbstract

__all__ = ["depends", "hybridmethod", "onchange"]

_FunctionT = TypeVar("_FunctionT", bound=Callable[..., Any])
_ModelT = TypeVar("_ModelT")
_RecordT_co = TypeVar("_RecordT_co", covariant=True)
_SelfT = TypeVar("_SelfT")
_P = ParamSpec("_P")
_ResultT_co = TypeVar("_ResultT_co", covariant=True)

_Order: TypeAlias = Literal["DESC", "ASC", "desc", "asc"]

# The methods of models that give records are hybrid as well. mypy would make `Any` of the `Self` in
# them, so that each is a descriptor of its own, which knows the model by its owner.

# The key is `Any`: a relation that is not loaded is one, whatever its annotation says, and an override
# that says `id: int` must not be an error.
class _BoundGet(Protocol[_RecordT_co]):
    def __call__(
        self,
        id: Any,
        fields: list[str] = [],
        fields_nested: dict[str, list[str]] | None = None,
        session: SessionAbstract | None = None,
    ) -> CoroutineType[Any, Any, _RecordT_co]: ...

class _Get:
    def __init__(self, func: Callable[..., Any]) -> None: ...
    def __get__(self, instance: object, owner: type[_ModelT]) -> _BoundGet[_ModelT]: ...

class _GetOrNone:
    def __init__(self, func: Callable[..., Any]) -> None: ...
    def __get__(self, instance: object, owner: type[_ModelT]) -> _BoundGet[_ModelT | None]: ...

class _BoundGetWithRelations(Protocol[_RecordT_co]):
    def __call__(
        self,
        id: Any,
        fields: list[str] | None = None,
        fields_info: dict[str, list[str]] = {},
        session: SessionAbstract | None = None,
    ) -> CoroutineType[Any, Any, _RecordT_co]: ...

class _GetWithRelations:
    def __init__(self, func: Callable[..., Any]) -> None: ...
    def __get__(
        self, instance: object, owner: type[_ModelT]
    ) -> _BoundGetWithRelations[_ModelT]: ...

# The limit is a number, or `None` for all records, which the library's own annotation leaves out; with
# `int | None`, an override that says what the library says would be an error.
# `raw=True` gives dictionaries. An overload would say so, but zuban finds no type for a list of
# conditions in a call of overloaded signatures.
class _BoundSearch(Protocol[_ModelT]):
    def __call__(
        self,
        fields: list[str] | None = None,
        fields_nested: dict[str, list[str]] | None = None,
        start: int | None = None,
        end: int | None = None,
        limit: Any = 1000,
        order: _Order | None = None,
        sort: str | None = None,
        filter: FilterExpression | None = None,
        raw: bool = False,
        session: SessionAbstract | None = None,
    ) -> CoroutineType[Any, Any, list[_ModelT]]: ...

class _Search:
    def __init__(self, func: Callable[..., Any]) -> None: ...
    def __get__(self, instance: object, owner: type[_ModelT]) -> _BoundSearch[_ModelT]: ...

# Called on a class, it makes an empty record for `self`. The runtime's first parameter is the model's
# class; without it, a subclass may override a hybrid method, or one of those above, by another.
class hybridmethod(_Get, _GetOrNone, _GetWithRelations, _Search, Generic[_P, _ResultT_co]):
    func: Callable[..., Coroutine[Any, Any, Any]]
    __wrapped__: Callable[..., Any]
    name: str
    def __init__(
        self, func: Callable[Concatenate[Any, _P], Coroutine[Any, Any, _ResultT_co]]
    ) -> None: ...
    def __get__(  # type: ignore[override]
        self, instance: object, owner: type[Any]
    ) -> Callable[_P, CoroutineType[Any, Any, _ResultT_co]]: ...
    def __set_name__(self, owner: type[Any], name: str) -> None: ...
    def __call__(self, *args: Any, **kwargs: Any) -> Any: ...

# A field is named by a text, by itself, or with a field of its model by a pair. In the body of a class
# that annotates its fields, checkers take them for their values.
def depends(
    *field_names: Any,
    triggers: list[Any] | tuple[Any, ...] | None = None,
    prefetch: list[Any] | tuple[Any, ...] | None = None,
    triggers_with_prefetch: list[Any] | tuple[Any, ...] | None = None,
) -> Callable[[_FunctionT], _FunctionT]: ...

# A handler that returns nothing changes nothing: it gives an empty dictionary.
def onchange(
    *fields: str,
) -> Callable[
    [Callable[Concatenate[_SelfT, _P], Awaitable[dict[str, Any] | None]]],
    Callable[Concatenate[_SelfT, _P], Coroutine[Any, Any, dict[str, Any]]],
]: ...
