"""Assignments to accessors which the library does not let one set.

What a user writes, and what they should see::

    author.books = [book]  # "author.books" cannot be assigned to; assign to the foreign key ...

The stubs refuse it in every checker, by a ``__set__`` whose instance is ``Never``. mypy asks for
the signature of that method (``mypy.checkmember.analyze_descriptor_assign``): here it gets one
that takes anything, after a message in plain words. What was refused changes no type.
"""

from __future__ import annotations

from mypy.checker import TypeChecker
from mypy.nodes import MemberExpr, TempNode
from mypy.plugin import MethodSigContext
from mypy.types import (
    AnyType,
    FunctionLike,
    Instance,
    NoneType,
    Type,
    TypeOfAny,
    UnionType,
    get_proper_type,
)

from orm_typing.messages import models as messages
from orm_typing.orms.description import Orm
from orm_typing.plugin.build.project import Project
from orm_typing.plugin.models.accessors import source_of
from orm_typing.plugin.support.nodes import (
    dotted_text,
    instances_in,
    plain_instance,
    with_parameters,
)


def complete_assignment(project: Project, ctx: MethodSigContext) -> FunctionLike:
    """The setter of a one-to-one accessor, which takes a row of the class that declares it.

    In a batch run the accessor of another module is known as ``Any`` (``plugin.models.accessors``).
    """
    signature = ctx.default_signature
    target = ctx.context
    owners = [
        found
        for argument in ctx.args[0]
        if isinstance(argument, TempNode)
        for found in instances_in(argument.type)
    ]
    if len(owners) != 1 or not isinstance(target, MemberExpr) or not project.is_lazy:
        return signature
    owner = owners[0].type.get_containing_type_info(target.name)
    source = (
        None if owner is None else source_of(project, ctx.api, f"{owner.fullname}.{target.name}")
    )
    if source is None:
        return signature
    value = UnionType([plain_instance(source), NoneType()])
    types = [*signature.arg_types[:-1], value]
    return with_parameters(signature, signature.arg_names, signature.arg_kinds, types)


def refuse_assignment(orm: Orm, ctx: MethodSigContext) -> FunctionLike:
    """Report the assignment, unless somebody calls ``__set__`` by name."""
    owner = get_proper_type(ctx.type)
    signature = ctx.default_signature
    target = ctx.context
    if not isinstance(owner, Instance) or not isinstance(target, MemberExpr):
        return signature
    if target.name == "__set__":
        return signature
    remedies = [
        orm.read_only[base.fullname] for base in owner.type.mro if base.fullname in orm.read_only
    ]
    if not remedies:
        return signature
    accessor = dotted_text(target)
    problem = messages.assigned_accessor(accessor, remedies[0].format(accessor=accessor))
    ctx.api.fail(problem.text, target, code=problem.code)
    instance: Type = AnyType(TypeOfAny.from_error)
    types = [*(instance for _ in signature.arg_types[1:]), _that_changes_nothing(ctx)]
    return with_parameters(signature, signature.arg_names, signature.arg_kinds, types)


def _that_changes_nothing(ctx: MethodSigContext) -> Type:
    """A type of the value that allows this one, and after which the accessor is what it was.

    Behind an assignment mypy takes the attribute for the value, where what ``__get__`` gives is
    among the types that may be assigned; only of ``Any`` it cannot be any more
    (`mypy.checker.TypeChecker.check_member_assignment`).
    """
    value = ctx.args[-1][0]
    if isinstance(ctx.api, TypeChecker):
        with ctx.api.msg.filter_errors():
            if isinstance(get_proper_type(ctx.api.get_expression_type(value)), AnyType):
                return NoneType()
    return ctx.api.named_generic_type("builtins.object", [])
