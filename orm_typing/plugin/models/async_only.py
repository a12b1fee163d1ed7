"""Methods that a library takes away from models for async code alone.

What a user writes, and what they should see::

    class Author(AsyncModel): ...

    Author.objects.create(name="x")   # ... raises ...; call "await Author.objects.acreate(...)"
    author.save()                     # ... raises ...; call "await author.asave(...)"

In the stubs they are something that no checker lets one call. Here they become attributes, in
mypy's eyes only, so that mypy asks about each use, and a class that has such a base beside another
one is no clash. A method of another base that calls them is no attribute: its calls are looked at.
"""

from __future__ import annotations

from mypy.nodes import (
    AssignmentStmt,
    CallExpr,
    Decorator,
    FuncDef,
    MemberExpr,
    Node,
    OverloadedFuncDef,
    SuperExpr,
)
from mypy.plugin import AttributeContext, ClassDefContext, MethodSigContext
from mypy.types import AnyType, FunctionLike, Type, TypeOfAny

from orm_typing.messages import models as messages
from orm_typing.orms.description import AsyncOnly
from orm_typing.plugin.support.nodes import (
    add_attribute,
    assigned_name,
    dotted_text,
    instances_in,
    statements,
)


def take_away(kind: AsyncOnly, ctx: ClassDefContext) -> None:
    """Make attributes of the methods that the class of the library takes away."""
    for block, statement in statements(ctx.cls.defs):
        if isinstance(statement, (FuncDef, OverloadedFuncDef, Decorator)):
            name: str | None = statement.name
        else:
            name = assigned_name(statement) if isinstance(statement, AssignmentStmt) else None
        if name in kind.remedies:
            block.body.remove(statement)
    for name in kind.remedies:
        add_attribute(ctx.cls.info, name, AnyType(TypeOfAny.special_form))


def refuse_use(kind: AsyncOnly, name: str, ctx: AttributeContext) -> Type:
    """Report the use of a method that is taken away."""
    # A protocol asks without a node (`mypy.subtypes.find_member`), and must not be satisfied.
    if not isinstance(ctx.context, Node):
        return ctx.api.named_generic_type("builtins.object", [])
    if not ctx.is_lvalue:
        _report(kind.remedies[name], ctx)
    return AnyType(TypeOfAny.from_error)


def refuse_call(kind: AsyncOnly, remedy: str, ctx: MethodSigContext) -> FunctionLike:
    """Report the call of a method that itself calls one that is taken away."""
    if any(found.type.has_base(kind.full_name) for found in instances_in(ctx.type)):
        _report(remedy, ctx)
    return ctx.default_signature


def _report(remedy: str, ctx: AttributeContext | MethodSigContext) -> None:
    used = ctx.context.callee if isinstance(ctx.context, CallExpr) else ctx.context
    if isinstance(used, (MemberExpr, SuperExpr)):
        value = _text_before(used)
        problem = messages.async_only(f"{value}.{used.name}", remedy.format(value=value))
        ctx.api.fail(problem.text, used, code=problem.code)


def _text_before(used: MemberExpr | SuperExpr) -> str:
    """``author`` of ``author.save``, as far as it is made of names."""
    return "super()" if isinstance(used, SuperExpr) else dotted_text(used.expr)
