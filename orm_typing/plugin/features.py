"""All families of features together, as mypy's hooks ask for them.

Each question is a look-up in tables, which the families offer
(:mod:`orm_typing.plugin.build.hooks`), and then a question to each family in turn.

``orm_typing.mypy`` imports this module when the first name of a supported library turns up: a run
that finds all in the cache, and a build without such a library, do without.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from mypy.plugin import (
    AnalyzeTypeContext,
    AttributeContext,
    ClassDefContext,
    FunctionContext,
    FunctionSigContext,
    MethodContext,
    MethodSigContext,
)
from mypy.types import FunctionLike, Type

from orm_typing.orms import ORMS
from orm_typing.plugin.build.ancestry import MODEL_BASES, orm_of_model
from orm_typing.plugin.build.project import Project
from orm_typing.plugin.build.subscripts import SubscriptsOfBuild, judging_call
from orm_typing.plugin.load_states import hooks as load_states
from orm_typing.plugin.models import (
    accessors,
    async_only,
    extensions,
    field_defaults,
    history,
    keys,
    missing,
    options,
    primary_keys,
    targets,
)
from orm_typing.plugin.models import hooks as models
from orm_typing.plugin.queries import hooks as queries
from orm_typing.plugin.records import fields as record_fields
from orm_typing.plugin.records import hooks as records
from orm_typing.plugin.tables import hooks as tables
from orm_typing.plugin.tables import notes as table_notes

_FUNCTIONS = {**models.FUNCTIONS, **queries.FUNCTIONS, **tables.FUNCTIONS}
_METHODS = {
    **load_states.METHODS,
    **models.METHODS,
    **queries.METHODS,
    **records.METHODS,
    **tables.METHODS,
}
_METHOD_SIGNATURES = {
    **models.METHOD_SIGNATURES,
    **queries.METHOD_SIGNATURES,
    **records.METHOD_SIGNATURES,
}
_CONSTRUCTOR_SIGNATURES = {**models.CONSTRUCTOR_SIGNATURES, **queries.CONSTRUCTOR_SIGNATURES}
_DESCRIBED_METHODS = frozenset({*_METHODS, *_METHOD_SIGNATURES})
_METHOD_NAMES = frozenset(method.rpartition(".")[2] for method in _DESCRIBED_METHODS)


class Features:
    """What the plugin knows of the classes and calls of one build."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._subscripts = SubscriptsOfBuild()

    # ---- classes

    def library_class_hook(self, fullname: str) -> Callable[[ClassDefContext], None] | None:
        """Classes of the libraries that the plugin opens to what exists at runtime."""
        if fullname in models.LAZY_LOADERS or fullname in records.FIELD_BASES:
            return missing.intercept_missing
        if fullname in MODEL_BASES:
            return models.customize_model_base
        if fullname in models.ASYNC_ONLY:
            return partial(async_only.take_away, models.ASYNC_ONLY[fullname])
        return None

    def customize_class(self, ctx: ClassDefContext) -> None:
        """Give a class of the project the attributes that relations generate."""
        record_fields.note_fields(self._project, ctx)
        table_notes.note_table(self._project, ctx)
        for orm in ORMS:
            primary_keys.add_automatic_key(orm, ctx)
            options.reconcile_options(orm, ctx)
            history.add_history(orm, ctx)
            field_defaults.name_defaults(orm, ctx)
        targets.declare_targets(self._project, ctx)
        keys.add_keys(self._project, ctx)
        keys.keep_inherited(self._project, ctx)
        accessors.add_accessors(self._project, ctx)
        accessors.add_accessors_in_function(self._project, ctx)
        extensions.add_extensions(self._project, ctx)
        extensions.open_to_model(self._project, ctx)

    # ---- types

    def type_hook(self, fullname: str) -> Callable[[AnalyzeTypeContext], Type] | None:
        """Classes that types subscript, and Python does not."""
        return self._subscripts.type_hook(fullname)

    # ---- expressions

    def function_signature_hook(
        self, fullname: str
    ) -> Callable[[FunctionSigContext], FunctionLike] | None:
        """Constructors of models and fields."""
        if fullname in records.FUNCTION_SIGNATURES:
            return records.FUNCTION_SIGNATURES[fullname].of(self._project)
        orm = orm_of_model(self._project, fullname)
        if orm is None or orm.constructor_style not in _CONSTRUCTOR_SIGNATURES:
            return None
        return _CONSTRUCTOR_SIGNATURES[orm.constructor_style].about(orm).of(self._project)

    def function_hook(self, fullname: str) -> Callable[[FunctionContext], Type] | None:
        """Calls that declare a relation, or name the attributes of a table."""
        hook: Callable[[FunctionContext], Type] | None = None
        if fullname in _FUNCTIONS:
            hook = _FUNCTIONS[fullname].of(self._project)
        elif self._project.has_models():
            hook = records.function_hook(self._project, fullname) or models.function_hook(
                self._project, fullname
            )
        return judging_call(fullname, hook)

    def method_signature_hook(
        self, fullname: str
    ) -> Callable[[MethodSigContext], FunctionLike] | None:
        """Accessors that are assigned to, and methods that make rows."""
        if fullname in records.LIST_SIGNATURES:
            hook = records.LIST_SIGNATURES[fullname]
            return hook.of(self._project) if records.are_in_build(self._project) else None
        described = self._described_method(fullname)
        if described not in _METHOD_SIGNATURES:
            return None
        return _METHOD_SIGNATURES[described].of(self._project)

    def method_hook(self, fullname: str) -> Callable[[MethodContext], Type] | None:
        """Query methods that change what reading a relation gives, or that name fields."""
        described = self._described_method(fullname)
        hook = _METHODS[described].of(self._project) if described in _METHODS else None
        if not self._project.has_models():
            return hook
        return queries.method_hook(self._project, fullname, hook)

    def _described_method(self, fullname: str) -> str | None:
        """The described method that a call by this name reaches.

        mypy names the class of the value, not the one that defines the method
        (``mypy.checkexpr.ExpressionChecker.method_fullname``).
        """
        if fullname in _DESCRIBED_METHODS:
            return fullname
        owner, _, name = fullname.rpartition(".")
        if name not in _METHOD_NAMES:
            return None
        info = self._project.lookup(owner)
        for base in info.mro if info is not None else ():
            inherited = f"{base.fullname}.{name}"
            if inherited in _DESCRIBED_METHODS:
                return inherited
            if name in base.names:
                return None
        return None

    def attribute_hook(self, fullname: str) -> Callable[[AttributeContext], Type] | None:
        """Relations whose load state may be known, and attributes that are missing."""
        if not self._project.has_models():
            return None
        return (
            models.attribute_hook(self._project, fullname)
            or records.attribute_hook(self._project, fullname)
            or load_states.attribute_hook(self._project, fullname)
        )

    def class_attribute_hook(self, fullname: str) -> Callable[[AttributeContext], Type] | None:
        """Accessors and fields read from a class: the descriptors themselves."""
        if not self._project.has_models():
            return None
        return (
            records.class_attribute_hook(self._project, fullname)
            or models.class_attribute_hook(self._project, fullname)
            or queries.class_attribute_hook(self._project, fullname)
        )
