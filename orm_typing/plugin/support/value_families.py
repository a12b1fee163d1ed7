"""Whether a value may be one of a field, as far as databases tell.

What a user writes, and what they should see::

    Lead.search(filter=[("amount", ">", 5)])         # a Decimal; drivers take any number
    Lead.search(filter=[("created", ">", "2024")])   # some drivers take a text for a time
    Lead.search(filter=[("amount", ">", "five")])    # error

Drivers differ, and convert. So a value counts as wrong only if it is of another family: a text
where the column has numbers. What is in no family is never wrong.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum

from mypy.subtypes import is_subtype
from mypy.types import (
    Instance,
    LiteralType,
    NoneType,
    ProperType,
    TupleType,
    Type,
    TypedDictType,
    UnionType,
    get_proper_type,
)


class _Family(Enum):
    NUMBER = "number"
    TEXT = "text"
    TIME = "time"
    BYTES = "bytes"
    COLLECTION = "collection"


_FAMILIES = {
    "builtins.int": _Family.NUMBER,
    "builtins.float": _Family.NUMBER,
    "decimal.Decimal": _Family.NUMBER,
    "_decimal.Decimal": _Family.NUMBER,
    "builtins.str": _Family.TEXT,
    "datetime.date": _Family.TIME,
    "datetime.time": _Family.TIME,
    "datetime.timedelta": _Family.TIME,
    "builtins.bytes": _Family.BYTES,
    "builtins.bytearray": _Family.BYTES,
    "builtins.memoryview": _Family.BYTES,
    "builtins.list": _Family.COLLECTION,
    "builtins.dict": _Family.COLLECTION,
    "builtins.set": _Family.COLLECTION,
}


def may_be_value(given: Type, declared: Type) -> bool:
    """Whether a value of one type may stand for one of the other, or is ``None``.

    Of a union one item is enough: what a dictionary of options holds is more than each of them.
    """
    wanted = list(items_in(declared))
    return not wanted or any(
        isinstance(item, NoneType) or any(_agree(item, one) for one in wanted)
        for item in _items(given)
    )


def is_number(typ: ProperType) -> bool:
    """Whether a value is, or may be, a number: the key of a record."""
    return _family(typ) in (None, _Family.NUMBER)


def is_collection(typ: ProperType) -> bool:
    """Whether a value is, or may be, a list or a dictionary."""
    return _family(typ) in (None, _Family.COLLECTION)


def is_text(typ: ProperType) -> bool:
    """Whether a value is, or may be, a text."""
    return not isinstance(typ, NoneType) and _family(typ) in (None, _Family.TEXT)


def items_in(typ: Type) -> Iterator[ProperType]:
    """The types of which one is that of the value, without ``None``."""
    return (item for item in _items(typ) if not isinstance(item, NoneType))


def _items(typ: Type) -> Iterator[ProperType]:
    proper = get_proper_type(typ)
    if isinstance(proper, UnionType):
        for item in proper.items:
            yield from _items(item)
    else:
        yield proper


def _agree(given: ProperType, declared: ProperType) -> bool:
    families = _family(given), _family(declared)
    if None in families or families[0] is families[1]:
        return True
    return families == (_Family.TEXT, _Family.TIME) or is_subtype(given, declared)


def _family(typ: ProperType) -> _Family | None:
    if isinstance(typ, LiteralType):
        typ = typ.fallback
    if isinstance(typ, (TupleType, TypedDictType)):
        return _Family.COLLECTION
    if not isinstance(typ, Instance) or typ.type.fallback_to_any:
        return None
    for base in typ.type.mro:
        if base.fullname in _FAMILIES:
            return _FAMILIES[base.fullname]
    return None
