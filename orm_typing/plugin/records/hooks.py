"""What records offer to mypy's hooks (:mod:`orm_typing.plugin.build.hooks`)."""

from __future__ import annotations

from functools import partial

from orm_typing.orms import ORMS
from orm_typing.orms.description import ConstructorStyle, Orm
from orm_typing.plugin.build.ancestry import orm_of_model
from orm_typing.plugin.build.hooks import (
    AttributeHook,
    FunctionHook,
    SignatureHooks,
    TypeHooks,
    hook,
    independent_hook,
)
from orm_typing.plugin.build.project import Project
from orm_typing.plugin.records import (
    arguments,
    attributes,
    condition_lists,
    declarations,
    hybrid_methods,
)
from orm_typing.plugin.records.fields import RecordField
from orm_typing.plugin.support.guard import guarded
from orm_typing.plugin.support.nodes import has_base

_ORMS = tuple(orm for orm in ORMS if orm.annotates_values)
FIELD_BASES = frozenset(orm.field_base for orm in _ORMS)
"""The classes of fields that hide behind annotations."""

METHODS: TypeHooks = {
    name: hook("arguments", arguments.check_arguments, orm, method)
    for orm in ORMS
    for name, method in orm.record_methods.items()
}

METHOD_SIGNATURES: SignatureHooks = {
    **{
        name: independent_hook("arguments", arguments.method_signature, method)
        for orm in ORMS
        for name, method in orm.record_methods.items()
    },
}

_OPERATORS = frozenset(operator for orm in ORMS for operator in orm.condition_operators)
LIST_SIGNATURES: SignatureHooks = {
    name: independent_hook("conditions", condition_lists.accept_condition, _OPERATORS)
    for name in condition_lists.METHODS
}
"""Methods of lists, which may be lists of conditions."""

FUNCTION_SIGNATURES: SignatureHooks = {
    field: independent_hook("relation", declarations.prepare_relation, shape.required)
    for orm in ORMS
    for field, shape in orm.relation_fields.items()
}


def are_in_build(project: Project) -> bool:
    """Whether there can be any records."""
    return any(project.has_fields_of(orm) for orm in _ORMS)


def function_hook(project: Project, full_name: str) -> FunctionHook | None:
    """Fields where they are declared, and constructors."""
    for orm in _ORMS:
        if project.has_fields_of(orm):
            info = project.lookup(full_name)
            if info is not None and has_base(info, (orm.field_base or "",)):
                return hook("field", declarations.check_field, orm).of(project)
    orm_of_record = orm_of_model(project, full_name)
    if orm_of_record is None or orm_of_record.constructor_style is not ConstructorStyle.RECORD:
        return None
    return hook("constructor", arguments.check_constructor, orm_of_record).of(project)


def attribute_hook(project: Project, full_name: str) -> AttributeHook | None:
    """Relations of a record, hybrid methods, and attributes that a field does not have."""
    owner, _, name = full_name.rpartition(".")
    if owner in FIELD_BASES:
        return guarded("missing", partial(attributes.read_missing_on_field, name))
    if not are_in_build(project):
        return None
    found = _field(project, full_name)
    if found is None:
        return _hybrid_method_hook(project, full_name)
    orm, field = found
    if field.relation is None and field.field_class not in orm.assigned_types:
        return None
    return guarded("field", partial(attributes.use_on_record, orm, field))


def class_attribute_hook(project: Project, full_name: str) -> AttributeHook | None:
    """Fields as such, and hybrid methods."""
    found = _field(project, full_name)
    if found is not None:
        return hook("field", attributes.read_from_class, *found).of(project)
    return _hybrid_method_hook(project, full_name)


def _field(project: Project, full_name: str) -> tuple[Orm, RecordField] | None:
    """The field behind an attribute that is annotated with the type of its values."""
    for orm in _ORMS:
        if project.has_fields_of(orm):
            field = attributes.find_field(project, orm, full_name)
            if field is not None:
                return orm, field
    return None


def _hybrid_method_hook(project: Project, full_name: str) -> AttributeHook | None:
    for orm in _ORMS:
        if project.has_fields_of(orm):
            method = hybrid_methods.find_method(project, orm, full_name)
            if method is not None:
                return guarded("method", partial(hybrid_methods.read_method, method))
    return None
