"""Writes the types of the library's values in mypy's words."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from dorm.fields import Field, RelatedField
from dorm.manager import BaseManager, Manager
from dorm.queryset import QuerySet
from dorm.related_managers import (
    ManyRelatedManager,
    ManyToManyDescriptor,
    ReverseFKDescriptor,
    ReverseFKManager,
    ReverseOneToOneDescriptor,
)

from tests.runtime_truth.dorm.library.schema import full_name, target_of
from tests.runtime_truth.question import union

_BUILTINS = (int, str, bool, float, property)


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


def _render_one(value: Any) -> str:
    if value is None:
        return "None"
    class_ = type(value)
    if class_ in _BUILTINS:
        return class_.__name__
    if isinstance(value, tuple):
        return f"tuple[{', '.join(_render_one(item) for item in value)}]"
    argument = _argument(value)
    return full_name(class_) if argument is None else f"{full_name(class_)}[{argument}]"


def _argument(value: Any) -> str | None:
    """The type argument that the stubs give to the value's class."""
    if isinstance(value, RelatedField):
        target = target_of(value)
        if target is None:
            return None
        return f"{full_name(target)} | None" if value.null else full_name(target)
    if isinstance(value, Field):
        return None
    if isinstance(value, ManyToManyDescriptor):
        target = target_of(value.field)
        return None if target is None else full_name(target)
    if isinstance(value, ManyRelatedManager):
        return full_name(value._rel_model)  # type: ignore[attr-defined]
    if isinstance(value, (ReverseFKManager, ReverseFKDescriptor, ReverseOneToOneDescriptor)):
        return full_name(value.source_model)
    if type(value) is QuerySet:
        return f"{full_name(value.model)}, {full_name(value.model)}"
    if isinstance(value, BaseManager) and type(value) is Manager:
        return full_name(value.model)
    return None
