"""The rows that a function gives where keywords are passed on to it.

What a user writes, and what they should see::

    def find(session: Session, **filters: Any) -> list[Hero]:
        return get_rows(session, Hero, **filters)[1]  # list[Hero]

The keywords may hold a statement, which decides what the rows are. So all alternatives of the
overloaded function match, and mypy takes none of them. Here all get the result that there is
without a statement: whoever passes a model, and no statement by name, asks for rows of the model.
"""

from __future__ import annotations

from mypy.type_visitor import TypeTranslator
from mypy.types import (
    AnyType,
    CallableType,
    Instance,
    Type,
    TypeAliasType,
    TypeType,
    UninhabitedType,
    get_proper_type,
)

from orm_typing.orms.tables import TableFunction
from orm_typing.plugin.support.calls import Argument, Call
from orm_typing.plugin.support.nodes import with_args


def result_of(function: TableFunction, call: Call, model: Argument, result: Type) -> Type:
    """What a call gives: mypy's answer, with the model where a statement would tell the rows."""
    if function.statement is None or not call.has_more_keywords:
        return result
    row = _row_of(model.typ)
    if row is None or call.given(function.statement) is not None:
        return result
    return result.accept(_Fill(row))


def _row_of(model: Type) -> Type | None:
    proper = get_proper_type(model)
    if isinstance(proper, CallableType) and proper.is_type_obj():
        return proper.ret_type
    return proper.item if isinstance(proper, TypeType) else None


class _Fill(TypeTranslator):
    def __init__(self, row: Type) -> None:
        super().__init__()
        self._row = row

    def visit_instance(self, t: Instance, /) -> Type:
        """Give a list of rows its type if nothing else does."""
        if t.type.fullname == "builtins.list":
            item = get_proper_type(t.args[0])
            return with_args(t, [self._row]) if isinstance(item, _UNKNOWN) else t
        return super().visit_instance(t)

    def visit_type_alias_type(self, t: TypeAliasType, /) -> Type:
        """Aliases name declared types, which hold no rows."""
        return t


_UNKNOWN = (AnyType, UninhabitedType)
