"""The fields of a model whose fields are descriptors, as its constructor and its queries name them.

::

    class Book(dorm.Model):
        title = dorm.CharField(max_length=100)
        author = dorm.ForeignKey(Author, null=True)

has ``id``, ``title``, ``author`` and ``author_id``; a constructor takes ``pk`` too. Fields come
from the class's own body and from abstract bases; a model inherits none from a concrete one.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from mypy.nodes import TypeInfo, Var
from mypy.typeops import make_simplified_union
from mypy.types import AnyType, Instance, Type, TypeOfAny, get_proper_type

from orm_typing.orms.description import Orm
from orm_typing.plugin.build.project import Project
from orm_typing.plugin.support.metadata import primary_key, tracked_model, with_abstract_bases
from orm_typing.plugin.support.nodes import accepted_type, instances_in

UNKNOWN = AnyType(TypeOfAny.special_form)


class ModelField(NamedTuple):
    """A field, or the key of a foreign key."""

    name: str
    accepted: Type
    """What a constructor takes for it."""
    related: TypeInfo | None
    """The class at the other end of a relation."""
    is_column: bool
    """Whether the table has a column for it: a many-to-many has none."""
    is_joined: bool = False
    """Whether it is a foreign key itself, which a join can follow."""
    takes_any_path: bool = False
    """Whether any names may follow it in a lookup, as in a JSON document, or nothing is known."""


def model_fields(project: Project, orm: Orm, info: TypeInfo) -> dict[str, ModelField]:
    """The fields of a model by name; those of the nearest class win."""
    fields: dict[str, ModelField] = {}
    for base in with_abstract_bases(info):
        for field in _own_fields(project, orm, base):
            fields.setdefault(field.name, field)
    automatic = orm.automatic_key_name
    keyed = tracked_model(info) or info  # a history copies the key of the model
    if automatic is not None and primary_key(keyed) is None and automatic not in fields:
        fields[automatic] = ModelField(
            automatic, accepted_type(keyed, automatic) or UNKNOWN, None, True
        )
    return fields


def _own_fields(project: Project, orm: Orm, info: TypeInfo) -> Iterator[ModelField]:
    relations = {one.name: one for one in project.relations_declared_by(info.fullname)}
    for name, symbol in info.names.items():
        node = symbol.node
        if not isinstance(node, Var) or symbol.plugin_generated:
            continue
        relation = relations.get(name)
        if relation is not None:
            has_key = relation.constructor.has_key
            key = name + orm.key_attribute.suffix
            key_type = _key_type(info, key) if has_key else UNKNOWN
            accepted = _row_or_key(node, key_type) or accepted_type(info, name) or UNKNOWN
            related = _related(node)  # unknown also where it is not inferred yet, as below
            yield ModelField(
                name,
                accepted,
                related,
                has_key,
                is_joined=has_key,
                takes_any_path=related is None,
            )
            if has_key:
                yield ModelField(key, key_type, None, True)
            continue
        if node.type is None:
            # Not inferred yet: this class is in an import cycle with the module that is checked.
            yield ModelField(name, UNKNOWN, None, True, takes_any_path=True)
            continue
        declared = get_proper_type(node.type)
        if isinstance(declared, AnyType):
            yield ModelField(name, UNKNOWN, None, True, takes_any_path=True)
        elif isinstance(declared, Instance) and _has_base(declared, orm.field_base):
            is_open = any(declared.type.has_base(base) for base in orm.document_fields)
            yield ModelField(
                name, accepted_type(info, name) or UNKNOWN, None, True, takes_any_path=is_open
            )


def _has_base(declared: Instance, base: str | None) -> bool:
    return base is not None and declared.type.has_base(base)


def _related(field: Var) -> TypeInfo | None:
    declared = get_proper_type(field.type) if field.type is not None else None
    if not isinstance(declared, Instance) or not declared.args:
        return None
    related = instances_in(declared.args[0])
    return related[0].type if len(related) == 1 else None


def _row_or_key(field: Var, key_type: Type) -> Type | None:
    """What a foreign key takes: an object, or its key; ``None`` if either is unknown."""
    declared = get_proper_type(field.type) if field.type is not None else None
    if not isinstance(declared, Instance) or not declared.args:
        return None
    if any(isinstance(get_proper_type(one), AnyType) for one in (declared.args[0], key_type)):
        return None
    return make_simplified_union([declared.args[0], key_type])


def _key_type(info: TypeInfo, key: str) -> Type:
    symbol = info.names.get(key)
    declared = get_proper_type(symbol.type) if symbol is not None and symbol.type else None
    if symbol is None or declared is None:
        return UNKNOWN
    if not symbol.plugin_generated:
        return declared  # by hand, for other checkers
    if not isinstance(declared, Instance):
        return UNKNOWN
    return declared.args[0] if declared.args else declared
