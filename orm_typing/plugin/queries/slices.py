"""Indices and slices of a queryset.

What a user writes, and what they should see::

    books[-1]    # ... takes no negative index; call "reverse()" ...
    books[::2]   # ... takes no step; write "list(...)[::2]"

The library raises for these: there is no SQL for them.
"""

from __future__ import annotations

from mypy.nodes import Expression, IndexExpr, IntExpr, SliceExpr, UnaryExpr
from mypy.plugin import MethodContext
from mypy.types import Type

from orm_typing.messages import queries as messages


def check_slice(ctx: MethodContext) -> Type:
    """Report a written index that the library refuses."""
    index = ctx.context.index if isinstance(ctx.context, IndexExpr) else None
    if isinstance(index, SliceExpr):
        step = _number(index.stride)
        if step is not None and step != 1:
            problem = messages.slice_with_step(str(step))
            ctx.api.fail(problem.text, index, code=problem.code)
        ends = [index.begin_index, index.end_index]
    else:
        ends = [index]
    if any((_number(end) or 0) < 0 for end in ends):
        problem = messages.index_from_the_end()
        ctx.api.fail(problem.text, ctx.context, code=problem.code)
    return ctx.default_return_type


def _number(value: Expression | None) -> int | None:
    """A number as it is written."""
    if isinstance(value, UnaryExpr) and value.op == "-":
        number = _number(value.expr)
        return None if number is None else -number
    return value.value if isinstance(value, IntExpr) else None
