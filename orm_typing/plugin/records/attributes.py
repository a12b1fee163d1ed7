"""Fields that are read from a class, or assigned on a record, behind an annotation.

What a user writes, and what they should see::

    class Lead(DotModel):
        name: str = Char(max_length=64)
        partner_id: Partner | None = Many2one(lambda: Partner)

    reveal_type(Lead.name)           # Char[str]
    print(Lead.name.max_lenght)      # no attribute "max_lenght"; maybe "max_length"?
    lead.partner_id = partner.id     # a relation takes a key

The annotation speaks of records. On the class stands the field.
"""

from __future__ import annotations

from mypy.checker import TypeChecker
from mypy.plugin import AttributeContext
from mypy.typeops import make_simplified_union
from mypy.types import (
    AnyType,
    Instance,
    Type,
    TypeOfAny,
    get_proper_type,
)

from orm_typing.messages.names import closest
from orm_typing.orms.description import Orm
from orm_typing.plugin.build.project import Project
from orm_typing.plugin.records.fields import RecordField, own_field
from orm_typing.plugin.records.loaded import read_key
from orm_typing.plugin.support.nodes import has_base, instance_of

_MISSPELT = 0.85
"""How close to another name one is that nobody meant: `required_roles` is not `required`."""


def find_field(project: Project, orm: Orm, full_name: str) -> RecordField | None:
    """The field that an attribute is, by the name of the attribute."""
    owner, _, name = full_name.rpartition(".")
    info = project.lookup(owner)
    for base in info.mro if info is not None else ():
        field = own_field(project, orm, base, name)
        if field is not None:
            return field
        if name in base.names:
            return None
    return None


def read_from_class(project: Project, orm: Orm, field: RecordField, ctx: AttributeContext) -> Type:
    """The field itself, with the annotation for its values."""
    info = project.lookup(field.field_class)
    known = get_proper_type(ctx.default_attr_type)
    if info is None or _is_field(orm, known):
        return ctx.default_attr_type
    value: Type = ctx.default_attr_type
    if field.relation is not None and field.relation.is_many and isinstance(known, Instance):
        value = known.args[0] if known.args else value
    return instance_of(info, [value])


def use_on_record(orm: Orm, field: RecordField, ctx: AttributeContext) -> Type:
    """What reading a relation gives, or what may be assigned to a field beside its values.

    To a relation that is its key, or what is to be done with its records.
    """
    if not ctx.is_lvalue:
        return read_key(orm, field, ctx) if field.relation is not None else ctx.default_attr_type
    unknown = AnyType(TypeOfAny.special_form)
    if field.relation is None:
        name, *args = orm.assigned_types[field.field_class]
        named: list[Type] = [ctx.api.named_generic_type(one, []) for one in args]
        also = ctx.api.named_generic_type(name, named)
    elif field.relation.is_many:
        text = ctx.api.named_generic_type("builtins.str", [])
        also = ctx.api.named_generic_type("builtins.dict", [text, unknown])
    elif field.relation.has_column:
        also = ctx.api.named_generic_type("builtins.int", [])
    else:
        return unknown
    return make_simplified_union([ctx.default_attr_type, also])


def read_missing_on_field(name: str, ctx: AttributeContext) -> Type:
    """What an attribute of a field is that its class does not have.

    Keywords become attributes of the field, so only what looks misspelt is reported.
    """
    field = get_proper_type(ctx.type)
    if not isinstance(field, Instance) or field.type.get(name) is not None:
        return ctx.default_attr_type
    if isinstance(ctx.api, TypeChecker):
        known = {attribute for base in field.type.mro for attribute in base.names}
        public = {attribute for attribute in known if not attribute.startswith("_")}
        is_public = not name.startswith("_")
        if is_public and closest(name, public, cutoff=_MISSPELT) is not None:
            ctx.api.msg.has_no_attr(ctx.type, field, name, ctx.context)
    return AnyType(TypeOfAny.special_form)


def _is_field(orm: Orm, typ: Type) -> bool:
    proper = get_proper_type(typ)
    return isinstance(proper, Instance) and has_base(proper.type, (orm.field_base or "",))
