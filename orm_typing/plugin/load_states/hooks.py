"""What the load states offer to mypy's hooks (:mod:`orm_typing.plugin.build.hooks`)."""

from __future__ import annotations

from orm_typing.orms import ORMS
from orm_typing.plugin.build.hooks import (
    AttributeHook,
    TypeHooks,
    hook,
    independent_hook,
)
from orm_typing.plugin.build.project import Project
from orm_typing.plugin.load_states import loading
from orm_typing.plugin.models import extensions

METHODS: TypeHooks = {
    method: found
    for orm in ORMS
    for methods, found in (
        *(
            ((method,), hook("loading", loading.load_relations, orm, method))
            for method in orm.load_methods
        ),
        (orm.partial_methods, independent_hook("loading", loading.read_partially, orm)),
        (orm.row_methods, independent_hook("loading", loading.read_each)),
        (orm.requery_methods, independent_hook("loading", loading.read_again)),
    )
    for method in methods
}
"""Methods that change what reading a relation gives."""


def attribute_hook(project: Project, full_name: str) -> AttributeHook | None:
    """Relations whose load state may be known."""
    name = full_name.rpartition(".")[2]
    if not project.is_relation_name(name):
        return None
    read = hook("loading", loading.read_relation, full_name).of(project)
    return extensions.with_extensions(project, full_name, read)
