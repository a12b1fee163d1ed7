"""Models that a relation finds in a registry.

What a user writes, in modules that import each other::

    class Models:
        user = User

    class Lead(DotModel):
        user_id: User = Many2one(lambda: env.models.user)

mypy infers the type of ``Models.user`` when it checks ``Models``. In a cycle of imports that may be
after ``Lead``, and the body of a class can't wait as that of a function does: 'Cannot determine
type of "user"'. What the attribute is can be read from its definition.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from mypy.checker import TypeChecker
from mypy.nodes import (
    AssignmentStmt,
    CallExpr,
    Expression,
    FuncDef,
    LambdaExpr,
    MemberExpr,
    NameExpr,
    RefExpr,
    Statement,
    TypeInfo,
    Var,
)
from mypy.plugin import FunctionSigContext
from mypy.types import CallableType, Type, get_proper_type

from orm_typing.plugin.support.nodes import instances_in, statements


def settle_targets(ctx: FunctionSigContext) -> None:
    """Give what the functions in this call read on the way to a model its type."""
    if not isinstance(ctx.api, TypeChecker) or not isinstance(ctx.context, CallExpr):
        return
    for argument in ctx.context.args:
        if isinstance(argument, LambdaExpr):
            _settle(ctx.api, argument.expr())


def _settle(checker: TypeChecker, read: Expression) -> None:
    """Do it for ``env.models.user``, from the left to the right."""
    if isinstance(read, NameExpr) and isinstance(read.node, Var):
        module = checker.modules.get(read.node.fullname.rpartition(".")[0])
        if module is not None:
            _settle_variable(checker, read.node, module.defs)
    elif isinstance(read, MemberExpr):
        _settle(checker, read.expr)
        with checker.msg.filter_errors():
            owner = checker.get_expression_type(read.expr)
        for info in _classes(owner):
            found = info.get(read.name)
            if found is not None and isinstance(found.node, Var):
                _settle_variable(checker, found.node, _class_statements(found.node.info))


def _settle_variable(checker: TypeChecker, var: Var, body: Iterable[Statement]) -> None:
    if var.type is not None or var.is_ready:
        return
    values = [
        statement.rvalue
        for statement in body
        if isinstance(statement, AssignmentStmt)
        and any(isinstance(target, RefExpr) and target.node is var for target in statement.lvalues)
    ]
    if len(values) == 1:
        var.type = _type_of(checker, values[0])


def _type_of(checker: TypeChecker, value: Expression) -> Type | None:
    """The type of a class that is named, or made an object of."""
    named = value.callee if isinstance(value, CallExpr) else value
    if not isinstance(named, RefExpr) or not isinstance(named.node, TypeInfo):
        return None
    cls = checker.get_expression_type(named)
    if named is value:
        return cls
    made = get_proper_type(cls)
    if isinstance(made, CallableType) and made.is_type_obj() and not made.variables:
        return made.ret_type
    return None


def _classes(owner: Type) -> list[TypeInfo]:
    proper = get_proper_type(owner)
    if isinstance(proper, CallableType) and proper.is_type_obj():
        return [proper.type_object()]
    return [one.type for one in instances_in(proper)]


def _class_statements(info: TypeInfo) -> Iterator[Statement]:
    """Those that may define an attribute: in the body of the class, and in its methods."""
    for _block, statement in statements(info.defn.defs):
        yield statement
        if isinstance(statement, FuncDef):
            for _inner, assigned in statements(statement.body):
                yield assigned
