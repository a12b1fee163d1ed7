"""The fields of a model whose annotations say what the values are, not what the fields are.

What a user writes::

    class Lead(AuditMixin, DotModel):
        id: int = Integer(primary_key=True)
        name: str = Char()
        stage_id: Stage | None = Many2one(lambda: Stage)
        amount = Float()

For a checker ``name`` is a ``str``, and nothing tells that it is a field: that stands in the body
alone, which mypy does not keep. So each class of the project remembers its fields, and what kind of
field each is. They are inherited as attributes are, from mixins too.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from mypy.checker import TypeChecker
from mypy.nodes import (
    CallExpr,
    Context,
    Decorator,
    Expression,
    FuncBase,
    IndexExpr,
    NameExpr,
    PlaceholderNode,
    SymbolNode,
    TypeAlias,
    TypeInfo,
)
from mypy.plugin import ClassDefContext
from mypy.types import AnyType, Instance, Type, get_proper_type

from orm_typing.orms import ORMS
from orm_typing.orms.description import Orm, RelationShape
from orm_typing.plugin.build.project import Project
from orm_typing.plugin.models.accessors import uses
from orm_typing.plugin.models.extensions import extensions_of
from orm_typing.plugin.support.metadata import METADATA, is_project_class
from orm_typing.plugin.support.nodes import (
    assigned_calls,
    attribute_type,
    dotted_text,
    has_base,
    instances_in,
    plain_instance,
)

_FIELDS = "fields"
_ORMS = tuple(orm for orm in ORMS if orm.annotates_values)


class RecordField(NamedTuple):
    """A field of a model."""

    name: str
    owner: TypeInfo
    """The class whose body declares it."""
    field_class: str
    """Full name of its class."""
    is_stored: bool
    """Whether the table has a column for it."""
    relation: RelationShape | None
    """What it holds if it leads to another model."""


def note_fields(project: Project, ctx: ClassDefContext) -> None:
    """Remember which names in the body of a class are fields."""
    found: dict[str, object] = {}
    for orm in _ORMS:
        if not project.has_fields_of(orm):
            continue
        for name, call in assigned_calls(ctx.cls):
            field_class = _class_of(ctx, call.callee)
            if field_class is not None and has_base(field_class, (orm.field_base or "",)):
                found[name] = [field_class.fullname, not _is_false(call, "store")]
    if found:
        ctx.cls.info.metadata[METADATA][_FIELDS] = found


def own_fields(project: Project, orm: Orm, info: TypeInfo) -> Iterator[RecordField]:
    """The fields that the body of a class declares."""
    for name in _noted(info):
        field = own_field(project, orm, info, name)
        if field is not None:
            yield field


def own_field(project: Project, orm: Orm, info: TypeInfo, name: str) -> RecordField | None:
    """The field of that name that the body of a class declares."""
    noted = _noted(info).get(name)
    if noted is None:
        return None
    full_name, is_stored = noted
    relation = _relation(project, orm, full_name)
    has_column = is_stored and (relation is None or relation.has_column)
    return RecordField(name, info, full_name, has_column, relation)


def _noted(info: TypeInfo) -> dict[str, tuple[str, bool]]:
    noted: dict[str, tuple[str, bool]] = info.metadata.get(METADATA, {}).get(_FIELDS, {})
    return noted


def record_fields(
    project: Project, orm: Orm, checker: TypeChecker, info: TypeInfo
) -> dict[str, RecordField]:
    """All fields of a model by name; those of the nearest class win."""
    fields: dict[str, RecordField] = {}
    for base in info.mro:
        for field in (
            *own_fields(project, orm, base),
            *_added_fields(project, orm, checker, base),
        ):
            fields.setdefault(field.name, field)
    return fields


def _added_fields(
    project: Project, orm: Orm, checker: TypeChecker, info: TypeInfo
) -> Iterator[RecordField]:
    """The fields that extensions add, as far as the module that is checked may know them."""
    for relation in extensions_of(project, info):
        is_used = uses(project, checker, relation)
        source = project.lookup(relation.source) if is_used else None
        known = {field.name: field for field in own_fields(project, orm, source)} if source else {}
        if relation.name in known:
            yield known[relation.name]
        elif not relation.is_method:
            yield RecordField(relation.name, info, "", True, None)


def has_known_fields(orm: Orm, info: TypeInfo) -> bool:
    """Whether the source shows all fields: no class above has one that nothing is known of."""
    return not info.fallback_to_any and all(
        is_project_class(base)
        or base.fullname.startswith(orm.package)
        or base.fullname == "builtins.object"
        or base.module_name in _HARMLESS
        for base in info.mro
    )


def has_table(orm: Orm, info: TypeInfo) -> bool:
    """Whether the body of the class, or of one above it in the project, names a table."""
    return any(
        orm.table_attribute in base.names
        for base in info.mro
        if not base.fullname.startswith(orm.package)
    )


_HARMLESS = frozenset({"abc", "typing", "collections.abc"})


def is_other_attribute(info: TypeInfo, name: str) -> bool:
    """Whether a name that is no known field is something that may be one all the same.

    A method is none; an attribute may have been given a field that a function made.
    """
    symbol = info.get(name)
    return symbol is not None and not isinstance(symbol.node, (FuncBase, Decorator))


def value_type(checker: TypeChecker, info: TypeInfo, name: str, context: Context) -> Type | None:
    """What a record holds under the name of a field; ``None`` where that is not known."""
    typ = attribute_type(checker, plain_instance(info), name, context)
    if typ is None or isinstance(get_proper_type(typ), AnyType):
        return None
    return typ


def related_model(
    checker: TypeChecker, orm: Orm, info: TypeInfo, field: RecordField, context: Context
) -> TypeInfo | None:
    """The model to which a relation leads."""
    if field.relation is None:
        return None
    typ = value_type(checker, info, field.name, context)
    items = instances_in(typ) if typ is not None else []
    if field.relation.is_many:
        items = [
            item
            for found in items
            if found.type.fullname == "builtins.list"
            for item in instances_in(found.args[0])
        ]
    models = [item.type for item in items if has_base(item.type, orm.registered_bases)]
    return models[0] if len(models) == 1 else None


def _relation(project: Project, orm: Orm, full_name: str) -> RelationShape | None:
    shape = orm.relation_fields.get(full_name)
    if shape is not None or full_name.startswith(orm.package):
        return shape
    info = project.lookup(full_name)
    for base in info.mro if info is not None else ():
        if base.fullname in orm.relation_fields:
            return orm.relation_fields[base.fullname]
    return None


def _class_of(ctx: ClassDefContext, callee: Expression) -> TypeInfo | None:
    """The class that is called, by whatever name; mypy has not looked into the body yet."""
    if isinstance(callee, IndexExpr):  # Many2one["User"](...)
        callee = callee.base
    text = dotted_text(callee)
    if text.startswith("..."):
        return None
    symbol = ctx.api.lookup_qualified(text, ctx.cls, suppress_errors=True)
    node: SymbolNode | None = symbol.node if symbol is not None else None
    if isinstance(node, PlaceholderNode) or (isinstance(node, TypeInfo) and not node.mro):
        if not ctx.api.final_iteration:
            ctx.api.defer()
        return None
    if isinstance(node, TypeAlias):
        target = get_proper_type(node.target)
        return target.type if isinstance(target, Instance) else None
    return node if isinstance(node, TypeInfo) else None


def _is_false(call: CallExpr, keyword: str) -> bool:
    return any(
        name == keyword and isinstance(value, NameExpr) and value.name == "False"
        for name, value in zip(call.arg_names, call.args, strict=True)
    )
