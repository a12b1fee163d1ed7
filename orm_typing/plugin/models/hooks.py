"""What models and their relations offer to mypy's hooks (:mod:`orm_typing.plugin.build.hooks`)."""

from __future__ import annotations

from functools import partial

from mypy.nodes import TypeInfo
from mypy.plugin import ClassDefContext

from orm_typing.orms import ORMS
from orm_typing.orms.description import ConstructorStyle
from orm_typing.plugin.build.ancestry import MODEL_BASES, derived_class
from orm_typing.plugin.build.hooks import (
    AttributeHook,
    FunctionHook,
    SignatureHooks,
    TypeHooks,
    hook,
    independent_hook,
)
from orm_typing.plugin.build.project import Project
from orm_typing.plugin.models import (
    abstract,
    accessors,
    assignments,
    async_only,
    constructors,
    declarations,
    extensions,
    field_objects,
    missing,
    nullable_fields,
    primary_keys,
)
from orm_typing.plugin.support.guard import guarded
from orm_typing.relations.vocabulary import RelationKind

ASYNC_ONLY = {kind.full_name: kind for orm in ORMS for kind in orm.async_only}
"""The classes that take methods away."""

LAZY_LOADERS = {loader.full_name: loader for orm in ORMS for loader in orm.lazy_loaders}

FUNCTIONS: TypeHooks = {
    name: hook("declaration", declarations.check_declaration)
    for orm in ORMS
    for constructor in orm.constructors
    for name in constructor.full_names
}
"""Calls that declare a relation."""

METHODS: TypeHooks = {
    getter: hook("field", field_objects.read_field, orm)
    for orm in ORMS
    for getter in orm.field_getters
}
"""Methods that give a field itself."""

_KEY_FIELDS = {getter: orm for orm in ORMS for getter in orm.key_getters}

METHOD_SIGNATURES: SignatureHooks = {
    **{
        f"{constructor.reverse_descriptor}.__set__": hook(
            "assignment", assignments.complete_assignment
        )
        for orm in ORMS
        for constructor in orm.constructors
        if constructor.kind is RelationKind.ONE_TO_ONE
    },
    **{
        f"{descriptor}.__set__": independent_hook("assignment", assignments.refuse_assignment, orm)
        for orm in ORMS
        for descriptor in orm.read_only
    },
    **{
        method: independent_hook("async model", async_only.refuse_call, kind, remedy)
        for orm in ORMS
        for kind in orm.async_only
        for method, remedy in kind.passed_on_by.items()
    },
}
"""Accessors that are assigned to, and methods that call what async models do not have."""

CONSTRUCTOR_SIGNATURES = {
    ConstructorStyle.DATACLASS: hook("constructor", constructors.constructor_signature)
}

_WITH_MANAGERS = {
    orm.default_manager: [one for one in ORMS if one.default_manager == orm.default_manager]
    for orm in ORMS
    if orm.default_manager
}
"""By name of a default manager the libraries that have it."""

_FIELD_BASES = tuple((orm, (orm.field_base,)) for orm in ORMS if orm.field_base is not None)


def customize_model_base(ctx: ClassDefContext) -> None:
    """Open the class from which models derive to attributes and keywords, which are checked."""
    if ctx.cls.fullname in ASYNC_ONLY:
        async_only.take_away(ASYNC_ONLY[ctx.cls.fullname], ctx)
    if MODEL_BASES[ctx.cls.fullname].constructor_style is not ConstructorStyle.RECORD:
        missing.intercept_missing(ctx)
        constructors.accept_any_keyword(ctx)


def function_hook(project: Project, full_name: str) -> FunctionHook | None:
    """Calls of field classes of the user's own."""
    found = derived_class(project, full_name, _FIELD_BASES)
    if found is None:
        return None
    return guarded("field", partial(nullable_fields.widen_field, found[0]))


def attribute_hook(project: Project, full_name: str) -> AttributeHook | None:
    """Attributes that are missing, of models and lazy loaders, and the primary key."""
    owner, _, name = full_name.rpartition(".")
    kind = ASYNC_ONLY.get(owner)
    if kind is not None and name in kind.remedies:
        return guarded("async model", partial(async_only.refuse_use, kind, name))
    loader = LAZY_LOADERS.get(owner)
    if loader is not None:
        return hook("missing", missing.read_missing_on_loader, loader, name).of(project)
    if full_name in _KEY_FIELDS:
        return hook("field", field_objects.read_key_field, _KEY_FIELDS[full_name]).of(project)
    orm = MODEL_BASES.get(owner)
    if orm is not None and name == orm.primary_key_alias:
        return hook("primary key", primary_keys.read_primary_key, orm).of(project)
    if orm is not None:
        return hook("missing", missing.read_missing_on_model, orm, name).of(project)
    extension = _extension_without(project, owner, name)
    if extension is None:
        return None
    return hook("extension", extensions.read_from_model, extension, name).of(project)


def _extension_without(project: Project, owner: str, name: str) -> TypeInfo | None:
    """The class that extends a model, and does not have the attribute itself."""
    if not project.has_extensions():
        return None
    info = project.lookup(owner)
    if info is None or info.get(name) is not None:
        return None
    return info if extensions.is_open(project, info) else None


def class_attribute_hook(project: Project, full_name: str) -> AttributeHook | None:
    """Accessors read from a class: the descriptors themselves, and a manager that is not there."""
    owner, _, name = full_name.rpartition(".")
    for orm in _WITH_MANAGERS.get(name, ()):
        info = project.lookup(owner)
        if info is not None and abstract.lacks_manager(orm, info):
            return guarded("manager", partial(abstract.refuse_manager, orm))
    if not project.is_relation_name(name):
        return None
    read = hook("loading", accessors.complete, full_name).of(project)
    return extensions.with_extensions(project, full_name, read)
