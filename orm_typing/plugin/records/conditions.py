"""Conditions that are tuples in lists.

What a user writes, and what they should see::

    await Lead.search(
        filter=[
            ("active", "=", True),
            [("amout", ">", 5), "or", ("amount", "=>", 5)],   # no field; no operator
            ("amount", ">", "five"),                          # a text for a number
            ("not", [("id", "in", 5)]),                       # one value for a list
        ]
    )

Conditions beside each other are joined by ``and``; a list is a group. What is no literal may be
anything: a condition from a function, a value of an unknown type.
"""

from __future__ import annotations

from dataclasses import dataclass

from mypy.errorcodes import ARG_TYPE
from mypy.messages import format_type
from mypy.nodes import (
    BytesExpr,
    Context,
    DictExpr,
    Expression,
    FloatExpr,
    IntExpr,
    ListExpr,
    NameExpr,
    SetExpr,
    StarExpr,
    StrExpr,
    TupleExpr,
)
from mypy.types import (
    Instance,
    NoneType,
    ProperType,
    TupleType,
    Type,
    UnionType,
    flatten_nested_unions,
    get_proper_type,
)

from orm_typing.messages import records as messages
from orm_typing.orms.description import Operand
from orm_typing.plugin.records.fields import RecordField
from orm_typing.plugin.records.model import RecordModel
from orm_typing.plugin.support.nodes import has_base
from orm_typing.plugin.support.value_families import is_collection, is_text, items_in

CONNECTIVES = ("and", "or")
NEGATION = "not"
_NO_CONDITION = (BytesExpr, DictExpr, FloatExpr, IntExpr, SetExpr)
_LISTS = ("builtins.list", "builtins.tuple")
_NO_LISTS = ("builtins.dict", "builtins.set", "builtins.frozenset")


@dataclass(frozen=True)
class Conditions:
    """The conditions that one call is given."""

    model: RecordModel

    def check(self, value: Expression) -> None:
        """Report what is wrong in a list of conditions."""
        for item in value.items if isinstance(value, ListExpr) else ():
            self._check_item(item)

    def _check_item(self, item: Expression) -> None:
        if isinstance(item, StrExpr):
            if item.value.lower() not in CONNECTIVES:
                self.model.fail(messages.no_connective(item.value), item)
        elif isinstance(item, ListExpr):
            if _is_condition(item.items):
                self._check_condition(item.items)
            elif _is_negation(item.items):
                self._check_item(item.items[1])
            else:
                self.check(item)
        elif isinstance(item, TupleExpr):
            self._check_tuple(item)
        elif isinstance(item, _NO_CONDITION) or (
            isinstance(item, NameExpr) and item.name in ("None", "True", "False")
        ):
            self.model.fail(messages.no_condition(), item)

    def _check_tuple(self, item: TupleExpr) -> None:
        if any(isinstance(part, StarExpr) for part in item.items):
            return
        if _is_condition(item.items):
            self._check_condition(item.items)
        elif _is_negation(item.items):
            self._check_item(item.items[1])
        elif len(item.items) != 3 or isinstance(item.items[0], (*_NO_CONDITION, TupleExpr)):
            is_unknown = len(item.items) == 2 and not isinstance(item.items[0], StrExpr)
            if not is_unknown:
                self.model.fail(messages.no_condition(), item)

    def _check_condition(self, parts: list[Expression]) -> None:
        name, operator, value = parts
        assert isinstance(name, StrExpr)
        field = self.model.column(name.value, name)
        if not isinstance(operator, StrExpr):
            return
        operand = self.model.orm.condition_operators.get(operator.value.lower())
        if operand is None:
            known = self.model.orm.condition_operators
            self.model.fail(messages.unknown_operator(operator.value, known), operator)
        elif field is not None:
            self._check_operand(field, operator.value, operand, value)

    def _check_operand(
        self, field: RecordField, operator: str, operand: Operand, value: Expression
    ) -> None:
        typ = self.model.checker.lookup_type_or_none(value)
        if typ is None or operand is Operand.NOTHING:
            return
        if operand is Operand.TEXT:
            if not all(is_text(item) for item in _all_items(typ)):
                self._report_operand(operator, "a text", typ, value)
        elif operand in (Operand.VALUES, Operand.TWO_VALUES):
            self._check_values(field, operator, operand, value, typ)
        elif operand is Operand.ORDERED_VALUE and isinstance(get_proper_type(typ), NoneType):
            self._report_operand(operator, "a value", typ, value)
        else:
            self.model.check_value(field, typ, value)

    def _check_values(
        self, field: RecordField, operator: str, operand: Operand, value: Expression, typ: Type
    ) -> None:
        wanted = "two values in a list" if operand is Operand.TWO_VALUES else "a list or a tuple"
        if isinstance(value, (ListExpr, TupleExpr)):
            if any(isinstance(item, StarExpr) for item in value.items):
                return
            if operand is Operand.TWO_VALUES and len(value.items) != 2:
                self._report_operand(operator, wanted, typ, value)
                return
            for item in value.items:
                given = self.model.checker.lookup_type_or_none(item)
                if given is not None:
                    self.model.check_value(field, given, item)
            return
        items = _all_items(typ)
        if not all(_may_be_list(item) for item in items):
            self._report_operand(operator, wanted, typ, value)
            return
        values = [one for item in items for one in _items_of_list(item)]
        if values:
            self.model.check_value(field, UnionType.make_union(values), value)

    def _report_operand(self, operator: str, wanted: str, typ: Type, context: Context) -> None:
        given = format_type(typ, self.model.checker.options)
        text = messages.incompatible_operand(operator, wanted, given)
        self.model.checker.fail(text, context, code=ARG_TYPE)


def _is_condition(parts: list[Expression]) -> bool:
    return len(parts) == 3 and isinstance(parts[0], StrExpr)


def _is_negation(parts: list[Expression]) -> bool:
    return len(parts) == 2 and isinstance(parts[0], StrExpr) and parts[0].value == NEGATION


def _all_items(typ: Type) -> list[ProperType]:
    has_none = any(isinstance(item, NoneType) for item in flatten_nested_unions([typ]))
    return [*items_in(typ), *([NoneType()] if has_none else [])]


def _may_be_list(typ: ProperType) -> bool:
    if isinstance(typ, NoneType) or not is_collection(typ):
        return False
    return not isinstance(typ, Instance) or not has_base(typ.type, _NO_LISTS)


def _items_of_list(typ: ProperType) -> list[Type]:
    if isinstance(typ, TupleType):
        return typ.items
    if isinstance(typ, Instance) and typ.type.fullname in _LISTS:
        return list(typ.args)
    return []
