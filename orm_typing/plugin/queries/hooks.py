"""What managers and querysets offer to mypy's hooks (:mod:`orm_typing.plugin.build.hooks`)."""

from __future__ import annotations

from functools import partial

from mypy.nodes import Var
from mypy.plugin import MethodContext
from mypy.types import Instance, Type, get_proper_type

from orm_typing.orms import ORMS
from orm_typing.orms.description import ConstructorStyle, Orm
from orm_typing.plugin.build.ancestry import derived_class
from orm_typing.plugin.build.hooks import (
    AttributeHook,
    MethodHook,
    SignatureHooks,
    TypeHooks,
    hook,
    independent_hook,
)
from orm_typing.plugin.build.project import Project
from orm_typing.plugin.queries import (
    bound_managers,
    field_keywords,
    lookups,
    queryset_managers,
    row_states,
    slices,
)
from orm_typing.plugin.support.guard import guarded

METHODS: TypeHooks = {
    method: found
    for orm in ORMS
    for methods, found in (
        (orm.filtering_methods, hook("lookups", lookups.check_keywords, orm)),
        (orm.updating_methods, hook("lookups", lookups.check_update, orm)),
        *(
            ((method,), hook("lookups", lookups.check_names, orm, rule))
            for method, rule in orm.naming_methods.items()
        ),
        (
            orm.annotating_methods,
            independent_hook("annotations", lookups.add_annotations, orm, ""),
        ),
        (
            orm.alias_methods,
            independent_hook("annotations", lookups.add_annotations, orm, lookups.ALIAS_PREFIX),
        ),
    )
    for method in methods
} | {
    method: independent_hook("slices", slices.check_slice)
    for orm in ORMS
    for method in orm.forward_slices
}
"""Methods that name fields, or add to the rows."""

METHOD_SIGNATURES: SignatureHooks = {
    method: hook("keywords", field_keywords.method_signature, orm)
    for orm in ORMS
    for method in orm.creating_methods
}
"""Methods that make rows."""

FUNCTIONS: TypeHooks = {
    name: independent_hook("prefetch", lookups.remember_prefetch)
    for orm in ORMS
    for name in orm.prefetch_classes
}

CONSTRUCTOR_SIGNATURES = {
    ConstructorStyle.FIELDS: hook("constructor", field_keywords.constructor_signature)
}

_COLLECTIONS = tuple((orm, tuple(orm.collections)) for orm in ORMS if orm.collections)


_WITH_MANAGERS = tuple(orm for orm in ORMS if orm.managers)


def method_hook(project: Project, full_name: str, inner: MethodHook | None) -> MethodHook | None:
    """``inner``, and what a queryset class of the user's own hands on to the next in a chain."""
    owner, _, name = full_name.rpartition(".")
    found = derived_class(project, owner, _COLLECTIONS)
    if found is None or found[1].type_vars or found[1].get(name) is None:
        return inner
    return guarded("row states", partial(_go_on, found[0], inner))


def _go_on(orm: Orm, inner: MethodHook | None, ctx: MethodContext) -> Type:
    return queryset_managers.without_manager_methods(row_states.hand_on(orm, inner, ctx))


def class_attribute_hook(project: Project, full_name: str) -> AttributeHook | None:
    """Managers that are made from a queryset class, and those that name no model."""
    owner, _, name = full_name.rpartition(".")
    info = project.lookup(owner)
    symbol = info.get(name) if info is not None else None
    if info is None or symbol is None or not isinstance(symbol.node, Var):
        return None
    declared = get_proper_type(symbol.node.type)
    if not isinstance(declared, Instance):
        return None
    for orm in _WITH_MANAGERS:
        manager = orm.queryset_managers.get(declared.type.fullname)
        if manager is not None:
            return hook("manager", queryset_managers.add_manager_methods, orm, manager).of(project)
        if bound_managers.is_unbound(orm, info, symbol.node, declared):
            return guarded("manager", partial(bound_managers.bind_manager, orm, info))
    return None
