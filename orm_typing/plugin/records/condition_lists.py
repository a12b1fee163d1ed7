"""Conditions that are put into a list before a method takes it.

What a user writes::

    conditions = [("kind", "=", "lead")]
    if assigned:
        conditions.append(("user_id", "!=", None))
    await Lead.search(filter=conditions)

For mypy the list holds ``tuple[str, str, str]``, and a condition on another type of value does not
fit. It does at runtime; so a literal condition may join a list of them.
"""

from __future__ import annotations

from collections.abc import Collection

from mypy.nodes import Expression, ListExpr, StrExpr, TupleExpr
from mypy.plugin import MethodSigContext
from mypy.types import AnyType, FunctionLike, Instance, TupleType, Type, TypeOfAny, get_proper_type

from orm_typing.plugin.records.conditions import CONNECTIVES, NEGATION
from orm_typing.plugin.support.nodes import with_parameters
from orm_typing.plugin.support.value_families import is_text

METHODS = frozenset(
    f"builtins.list.{name}" for name in ("append", "insert", "extend", "__iadd__", "__add__")
)


def accept_condition(operators: Collection[str], ctx: MethodSigContext) -> FunctionLike:
    """The signature of a method of a list of conditions that is given another."""
    signature = ctx.default_signature
    added = ctx.args[-1] if ctx.args else []
    if len(added) != 1 or not _holds_conditions(ctx.type):
        return signature
    value = added[0]
    is_single = signature.name is not None and signature.name.split(" ")[0] in ("append", "insert")
    items = value.items if isinstance(value, ListExpr) and not is_single else [value]
    if not items or not all(_is_condition(item, operators) for item in items):
        return signature
    types: list[Type] = list(signature.arg_types)
    types[-1] = AnyType(TypeOfAny.special_form)
    return with_parameters(signature, list(signature.arg_names), list(signature.arg_kinds), types)


def _holds_conditions(typ: Type) -> bool:
    proper = get_proper_type(typ)
    if not isinstance(proper, Instance) or not proper.args:
        return False
    item = get_proper_type(proper.args[0])
    return (
        isinstance(item, TupleType)
        and len(item.items) == 3
        and all(is_text(get_proper_type(part)) for part in item.items[:2])
    )


def _is_condition(value: Expression, operators: Collection[str]) -> bool:
    if isinstance(value, StrExpr):
        return value.value.lower() in CONNECTIVES
    if isinstance(value, ListExpr):
        return bool(value.items) and all(_is_condition(item, operators) for item in value.items)
    if not isinstance(value, TupleExpr):
        return False
    if len(value.items) == 2:
        return isinstance(value.items[0], StrExpr) and value.items[0].value == NEGATION
    operator = value.items[1] if len(value.items) == 3 else None
    return isinstance(operator, StrExpr) and operator.value.lower() in operators
