"""Defaults of fields that are given without a keyword.

What a user writes::

    class Author(BaseDBModel):
        name: str
        born: int = Field(1775, ge=0)

    Author(name="Jane")  # born has a default

mypy's dataclass transform knows ``Field(default=1775)`` alone (PEP 681 asks for the keyword). So
the keyword is written into the call before mypy reads it, and the answer is that of pydantic's own
plugin.
"""

from __future__ import annotations

from mypy.nodes import ARG_NAMED, ARG_POS, CallExpr, EllipsisExpr
from mypy.plugin import ClassDefContext

from orm_typing.orms.description import Orm
from orm_typing.plugin.support.nodes import assigned_calls, dotted_text, has_base


def name_defaults(orm: Orm, ctx: ClassDefContext) -> None:
    """Give the first argument of each field of the class the name that it has."""
    if not orm.field_functions or not has_base(ctx.cls.info, orm.registered_bases):
        return
    for _name, call in assigned_calls(ctx.cls):
        if _has_bare_default(call) and _describes_field(orm, call, ctx):
            call.arg_kinds[0] = ARG_NAMED
            call.arg_names[0] = "default"


def _has_bare_default(call: CallExpr) -> bool:
    """Whether the first argument is no keyword, and not the ``...`` of a required field."""
    return call.arg_kinds[:1] == [ARG_POS] and not isinstance(call.args[0], EllipsisExpr)


def _describes_field(orm: Orm, call: CallExpr, ctx: ClassDefContext) -> bool:
    name = dotted_text(call.callee)
    symbol = ctx.api.lookup_qualified(name, call, suppress_errors=True) if name else None
    return symbol is not None and symbol.fullname in orm.field_functions
