"""A query that is extended in place.

What a user writes::

    query = db.select(Book)
    if title:
        query = query.filter(title=title)
    query = query.select_related("author")
    book = await query.fetch_one()

and should see::

    reveal_type(book.author)     # Author

mypy infers the type of ``query`` from the first line and narrows it no further: to it, both are a
``QueryBuilder[Book]``. So the variable's type is given the state as soon as a call that extends it
is checked. Where in the function it holds is for :mod:`orm_typing.plugin.load_states.origins` to
say, as for all states.
"""

from __future__ import annotations

from mypy.checker import TypeChecker
from mypy.nodes import GDEF, CallExpr, Expression, FuncItem, MemberExpr, NameExpr, Statement, Var
from mypy.plugin import MethodContext
from mypy.types import Instance, get_proper_type

from orm_typing.plugin.load_states.reaching import flow_of
from orm_typing.plugin.support.nodes import with_args


def extend_variable(ctx: MethodContext, model: Instance) -> None:
    """Give the states of ``model`` to the query's variable, if the call is assigned to it."""
    if not isinstance(ctx.api, TypeChecker) or not isinstance(ctx.context, CallExpr):
        return
    name = _chain(ctx.context)[-1]
    var = name.node if isinstance(name, NameExpr) else None
    if not isinstance(name, NameExpr) or not isinstance(var, Var) or not var.is_inferred:
        return
    query = get_proper_type(var.type)
    if not isinstance(query, Instance) or not query.args or model.extra_attrs is None:
        return
    known = get_proper_type(query.args[0])
    if not isinstance(known, Instance) or known.type is not model.type:
        return
    if not _is_assigned_to(var, _scopes(ctx.api, name), ctx.context):
        return
    for attribute, state in model.extra_attrs.attrs.items():
        if known.extra_attrs is None or attribute not in known.extra_attrs.attrs:
            known = known.copy_with_extra_attr(attribute, state)
    var.type = with_args(query, [known, *query.args[1:]])


def _scopes(api: TypeChecker, name: NameExpr) -> list[tuple[Statement, ...]]:
    if name.kind == GDEF:
        return [tuple(api.tree.defs)]
    return [tuple(scope.body.body) for scope in api.scope.stack if isinstance(scope, FuncItem)]


def _is_assigned_to(var: Var, scopes: list[tuple[Statement, ...]], call: CallExpr) -> bool:
    return any(
        isinstance(definition.source, Expression) and call in _chain(definition.source)
        for statements in scopes
        for definition in flow_of(var, statements).own
    )


def _chain(expression: Expression) -> list[Expression]:
    """``query.a().b()``, the calls and attributes in it, and ``query``."""
    found = [expression]
    while True:
        match found[-1]:
            case CallExpr() as call:
                found.append(call.callee)
            case MemberExpr() as member:
                found.append(member.expr)
            case _:
                return found
