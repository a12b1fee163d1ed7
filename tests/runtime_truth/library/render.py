"""Real values, written as mypy writes their types."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqliter.asyncio.orm.fields import AsyncLazyLoader
from sqliter.asyncio.orm.m2m import AsyncManyToManyManager, AsyncPrefetchedM2MResult
from sqliter.asyncio.orm.query import AsyncPrefetchedResult, AsyncReverseQuery
from sqliter.asyncio.query import AsyncQueryBuilder
from sqliter.orm.fields import ForeignKey, LazyLoader
from sqliter.orm.m2m import (
    ManyToMany,
    ManyToManyManager,
    PrefetchedM2MResult,
    ReverseManyToMany,
)
from sqliter.orm.query import PrefetchedResult, ReverseQuery, ReverseRelationship
from sqliter.query.query import QueryBuilder

from tests.runtime_truth.question import union

_BUILTINS = (int, str, bool, float)


def render(values: Iterable[Any]) -> str:
    """Write the union of the types of all ``values``; the items of lists count together."""
    plain: set[str] = set()
    items: list[Any] = []
    has_list = False
    for value in values:
        if isinstance(value, list):
            has_list = True
            items += value
        else:
            plain.add(_render_one(value))
    if has_list:
        plain.add(f"list[{render(items)}]")
    return union(plain)


def full_name(class_: type[Any]) -> str:
    """``shop.catalogue.Book``."""
    return f"{class_.__module__}.{class_.__qualname__}"


def source_of(accessor: ReverseManyToMany[Any]) -> type[Any]:
    """Give the model that a many-to-many accessor leads to; the library has no public way."""
    source: type[Any] = accessor.__dict__["_from_model"]
    return source


def _render_one(value: Any) -> str:
    if value is None:
        return "None"
    class_ = type(value)
    if class_ is LazyLoader:
        # The one place where the runtime's type is not the expected answer: the loader is a
        # proxy that behaves as the related object, and the library's documentation says to take
        # it for one.
        return full_name(object.__getattribute__(value, "_to_model"))
    if class_ in _BUILTINS:
        return class_.__name__
    argument = _argument(value)
    return full_name(class_) if argument is None else f"{full_name(class_)}[{argument}]"


def _argument(value: Any) -> str | None:
    """The type argument that the stubs give to the value's class."""
    if isinstance(value, ForeignKey):
        return union([full_name(value.to_model), *(["None"] if value.fk_info.null else [])])
    if isinstance(value, ManyToMany):
        target = value.to_model
        return target if isinstance(target, str) else full_name(target)
    if isinstance(value, ReverseManyToMany):
        return full_name(source_of(value))
    if isinstance(value, ReverseRelationship):
        return full_name(value.from_model)
    if isinstance(value, (ReverseQuery, AsyncReverseQuery)):
        return full_name(value.to_model)
    if isinstance(value, (QueryBuilder, AsyncQueryBuilder)):
        return full_name(value.model_class)
    if isinstance(value, (PrefetchedM2MResult, AsyncPrefetchedM2MResult)):
        return _argument(value.__dict__["_manager"])
    if isinstance(value, _LEADING):
        return full_name(object.__getattribute__(value, "_to_model"))
    return None


_LEADING = (
    AsyncLazyLoader,
    PrefetchedResult,
    AsyncPrefetchedResult,
    ManyToManyManager,
    AsyncManyToManyManager,
)
