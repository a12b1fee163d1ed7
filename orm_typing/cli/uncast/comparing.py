"""Comparing the type that a cast or an annotation gives with the one that mypy infers."""

from __future__ import annotations

from mypy.checkexpr import has_any_type
from mypy.maptype import map_instance_to_supertype
from mypy.subtypes import is_same_type, is_subtype
from mypy.types import AnyType, Instance, Type, TypeOfAny, UnionType, get_proper_type

from orm_typing.cli.uncast.questions import Comparison


def compare(inferred: Type, declared: Type) -> Comparison:
    """What becomes of ``declared`` when only ``inferred`` is left.

    For example: ``ReverseQuery[Book]`` is better than ``ReverseQuery[Any]``, and ``list[Any]`` is
    unknown in place of ``list[Book]``.
    """
    proper = get_proper_type(inferred)
    if isinstance(proper, AnyType) and proper.type_of_any == TypeOfAny.unannotated:
        return Comparison.UNCHECKED
    if is_same_type(inferred, declared):
        return Comparison.SAME
    if has_any_type(inferred, ignore_in_type_obj=True) and not _covers(declared, inferred):
        return Comparison.UNKNOWN
    # An int is no float at runtime.
    if is_subtype(inferred, declared, ignore_promotions=True):
        return Comparison.BETTER
    return Comparison.OTHER


def _covers(declared: Type, inferred: Type) -> bool:
    """Whether ``declared`` has an ``Any`` wherever ``inferred`` has one."""
    declared, inferred = get_proper_type(declared), get_proper_type(inferred)
    if isinstance(declared, AnyType) or not has_any_type(inferred, ignore_in_type_obj=True):
        return True
    if isinstance(inferred, UnionType):
        return all(_covers(declared, item) for item in inferred.items)
    if isinstance(declared, UnionType):
        return any(
            is_subtype(inferred, item) and _covers(item, inferred) for item in declared.items
        )
    if not isinstance(declared, Instance) or not isinstance(inferred, Instance):
        return is_same_type(declared, inferred)
    if not inferred.type.has_base(declared.type.fullname):
        return False
    mapped = map_instance_to_supertype(inferred, declared.type)
    return all(map(_covers, declared.args, mapped.args))
