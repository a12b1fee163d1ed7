"""The fields themselves, which a model's options have by name.

What a user writes, and what they should see::

    class Book(dorm.Model):
        price = dorm.DecimalField(max_digits=8, decimal_places=2)

    Book._meta.get_field("price").max_digits  # int, of a DecimalField
    Book._meta.pk.column                      # of a BigAutoField

The stubs say ``Any``: fields of all classes are there. Where the model or the name is not seen in
the text, that stays.
"""

from __future__ import annotations

from mypy.checker import TypeChecker
from mypy.nodes import CallExpr, Expression, MemberExpr, TypeInfo, Var
from mypy.plugin import AttributeContext, MethodContext
from mypy.types import FunctionLike, Instance, LiteralType, Type, TypeType, get_proper_type

from orm_typing.orms.description import Orm
from orm_typing.plugin.build.project import Project
from orm_typing.plugin.build.uses import use_fields, use_name
from orm_typing.plugin.support.metadata import primary_key, with_abstract_bases
from orm_typing.plugin.support.nodes import has_base, instances_in


def read_field(project: Project, orm: Orm, ctx: MethodContext) -> Type:
    """What ``Book._meta.get_field("price")`` gives."""
    name = _text(ctx.arg_types[0][0]) if ctx.arg_types and ctx.arg_types[0] else None
    called = ctx.context.callee if isinstance(ctx.context, CallExpr) else None
    if name is None or not isinstance(called, MemberExpr):
        return ctx.default_return_type
    return _field_of(project, orm, ctx, called.expr, name) or ctx.default_return_type


def read_key_field(project: Project, orm: Orm, ctx: AttributeContext) -> Type:
    """What ``Book._meta.pk`` is."""
    if ctx.is_lvalue or not isinstance(ctx.context, MemberExpr):
        return ctx.default_attr_type
    return _field_of(project, orm, ctx, ctx.context.expr, None) or ctx.default_attr_type


def _field_of(
    project: Project,
    orm: Orm,
    ctx: MethodContext | AttributeContext,
    options: Expression,
    name: str | None,
) -> Type | None:
    """The field of that name, or of the key, if the options are those of a known model."""
    checker = ctx.api
    if not isinstance(checker, TypeChecker) or not isinstance(options, MemberExpr):
        return None
    if options.name != orm.options_attribute:
        return None
    info = _model(checker.lookup_type_or_none(options.expr))
    if info is None or not has_base(info, orm.registered_bases):
        return None
    use_fields(project, checker, info)
    if name is None:
        declared = primary_key(info)
        name = declared.primary_key if declared is not None else orm.automatic_key_name
        if declared is not None and declared.composite_key:
            return None
    return _declared(project, orm, checker, info, name) if name is not None else None


def _model(typ: Type | None) -> TypeInfo | None:
    """The model that a row is of, or that a class is."""
    proper = get_proper_type(typ) if typ is not None else None
    if isinstance(proper, TypeType):
        proper = proper.item
    elif isinstance(proper, FunctionLike) and proper.is_type_obj():
        return proper.type_object()
    found = instances_in(proper) if proper is not None else []
    return found[0].type if len(found) == 1 else None


def _declared(
    project: Project, orm: Orm, checker: TypeChecker, info: TypeInfo, name: str
) -> Type | None:
    """The field as the nearest class body declares it; a foreign key's, also by its key's name."""
    suffix = orm.key_attribute.suffix
    for base in with_abstract_bases(info):
        keys = {
            one.name + suffix: one.name
            for one in project.relations_declared_by(base.fullname)
            if one.constructor.has_key
        }
        use_name(project, checker, base, keys.get(name, name))
        symbol = base.names.get(keys.get(name, name))
        if symbol is not None and isinstance(symbol.node, Var):
            field = get_proper_type(symbol.node.type) if symbol.node.type is not None else None
            is_field = isinstance(field, Instance) and field.type.has_base(orm.field_base or "")
            return field if is_field else None
    return None


def _text(typ: Type) -> str | None:
    proper = get_proper_type(typ)
    if isinstance(proper, Instance) and proper.last_known_value is not None:
        proper = proper.last_known_value
    is_text = isinstance(proper, LiteralType) and isinstance(proper.value, str)
    return str(proper.value) if isinstance(proper, LiteralType) and is_text else None
