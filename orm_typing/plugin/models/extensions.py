"""Attributes that an application puts on a model from another module.

What a user writes, in two modules::

    class Partner(DotModel): ...

    @extend(Partner)
    class LoyalPartner:
        points: int = Integer(default=0)

        def level(self) -> str: ...

and should see::

    reveal_type(partner.points)   # int
    reveal_type(Partner.points)   # Integer[int]
    partner.level()

A method of an extension is called on the model, so that ``self`` has what the model has.

The model gets each name, as ``Any``: the module that reads it depends on the extension, not that of
the model (:mod:`orm_typing.plugin.freshness.cache`). Its type is that of the attribute of the
extension.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from mypy.checker import TypeChecker
from mypy.checkmember import analyze_member_access
from mypy.nodes import ARG_POS, Argument, Node, TypeInfo, Var
from mypy.plugin import AttributeContext, ClassDefContext
from mypy.plugins.common import add_method_to_class
from mypy.types import (
    AnyType,
    FunctionLike,
    NoneType,
    Type,
    TypeOfAny,
    TypeType,
    get_proper_type,
)

from orm_typing.plugin.build.project import Project
from orm_typing.plugin.build.uses import use_attribute
from orm_typing.plugin.models import missing
from orm_typing.plugin.models.accessors import source_of
from orm_typing.plugin.support.guard import guarded
from orm_typing.plugin.support.nodes import add_attribute, defined_names, has_base, plain_instance
from orm_typing.relations.declaration import RelationField


def add_extensions(project: Project, ctx: ClassDefContext) -> None:
    """Put what extensions add onto the class that is being analysed.

    What the class has already keeps its type: an extension adds options to a field, or overrides a
    method.
    """
    info = ctx.cls.info
    added = {relation.name: relation for relation in extensions_of(project, info)}
    if not added:
        return
    taken = defined_names(ctx.cls).union(*(base.names for base in info.mro[1:]))
    for name, relation in added.items():
        if name not in taken and has_base(info, project.orm_of(relation).registered_bases):
            add_attribute(info, name, AnyType(TypeOfAny.special_form))


def open_to_model(project: Project, ctx: ClassDefContext) -> None:
    """Have mypy ask about attributes that an extension does not have: its model may."""
    if is_open(project, ctx.cls.info):
        missing.intercept_missing(ctx)
        value = Argument(Var("value"), AnyType(TypeOfAny.special_form), None, ARG_POS)
        name = Argument(Var("name"), ctx.api.named_type("builtins.str"), None, ARG_POS)
        add_method_to_class(ctx.api, ctx.cls, "__setattr__", [name, value], NoneType())


def is_open(project: Project, info: TypeInfo) -> bool:
    """Whether a class extends a model, and does not derive from it for checkers."""
    return any(
        relation.constructor.is_extension
        and not has_base(info, project.orm_of(relation).registered_bases)
        for relation in project.relations_declared_by(info.fullname)
    )


def _extended_model(project: Project, info: TypeInfo) -> TypeInfo | None:
    for relation in project.relations_declared_by(info.fullname):
        if relation.constructor.is_extension and relation.target is not None:
            target = project.lookup(relation.target)
            bases = project.orm_of(relation).registered_bases
            return target if target is not None and has_base(target, bases) else None
    return None


def read_from_model(
    project: Project, extension: TypeInfo, name: str, ctx: AttributeContext
) -> Type:
    """What the model has under a name that its extension lacks."""
    if not isinstance(ctx.context, Node) or not isinstance(ctx.api, TypeChecker):
        return ctx.default_attr_type  # a protocol is asked for
    model = _extended_model(project, extension)
    if model is None or model.get(name) is None:
        ctx.api.msg.has_no_attr(ctx.type, ctx.type, name, ctx.context)
        return AnyType(TypeOfAny.from_error)
    use_attribute(project, ctx.api, model.fullname, name)
    return _read_from(model, name, ctx, ctx.api)


def extensions_of(project: Project, info: TypeInfo) -> Iterator[RelationField]:
    """All that is added to this very class."""
    for relation in project.relations_onto(info.fullname):
        if relation.constructor.is_extension:
            yield relation


def with_extensions(
    project: Project, full_name: str, read: Callable[[AttributeContext], Type]
) -> Callable[[AttributeContext], Type]:
    """``read``, unless an extension may have put something else there."""
    if not project.is_extended_name(full_name.rpartition(".")[2]):
        return read
    return guarded("extension", partial(read_extended, project, full_name, read))


def read_extended(
    project: Project,
    full_name: str,
    otherwise: Callable[[AttributeContext], Type],
    ctx: AttributeContext,
) -> Type:
    """The type of an attribute that an extension added, or else what it is ``otherwise``."""
    found = _extensions_with(project, full_name)
    if not found:
        return otherwise(ctx)
    relation = found[0]
    is_certain = len({one.source for one in found}) == 1
    if not is_certain or not isinstance(ctx.api, TypeChecker):
        return ctx.default_attr_type  # the one that is imported last wins
    source = source_of(project, ctx.api, full_name)
    if source is None or source.fullname != relation.source:
        return ctx.default_attr_type
    use_attribute(project, ctx.api, relation.source, relation.name)
    return _read_from(source, relation.name, ctx, ctx.api)


def _extensions_with(project: Project, full_name: str) -> list[RelationField]:
    """The extensions that add the attribute."""
    owner, _, name = full_name.rpartition(".")
    info = project.lookup(owner)
    for base in info.mro if info is not None else ():
        found = [one for one in extensions_of(project, base) if one.name == name]
        symbol = base.names.get(name)
        if symbol is not None and not symbol.plugin_generated:
            return []
        if found:
            return found
    return []


def _read_from(source: TypeInfo, name: str, ctx: AttributeContext, checker: TypeChecker) -> Type:
    if source.get(name) is None:
        return ctx.default_attr_type
    record = plain_instance(source)
    owner: Type = record
    if isinstance(get_proper_type(ctx.type), (FunctionLike, TypeType)):
        owner = TypeType.make_normalized(record)
    with checker.msg.filter_errors():
        return analyze_member_access(
            name=name,
            typ=owner,
            context=ctx.context,
            is_lvalue=ctx.is_lvalue,
            is_super=False,
            is_operator=False,
            original_type=owner,
            chk=checker,
        )
