"""The mypy plugin: ``plugins = orm_typing.mypy``.

Dispatch only. Each hook of mypy's is a look-up in tables, which the families of features offer
(:mod:`orm_typing.plugin.build.hooks`), and then a question to each family in turn.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

from mypy.errors import CompileError
from mypy.nodes import MypyFile
from mypy.options import Options
from mypy.plugin import (
    AttributeContext,
    ClassDefContext,
    FunctionContext,
    FunctionSigContext,
    MethodContext,
    MethodSigContext,
    Plugin,
    ReportConfigContext,
)
from mypy.types import FunctionLike, Type

from orm_typing import __version__ as release
from orm_typing.compatibility import unsupported
from orm_typing.orms import ORMS
from orm_typing.plugin.build.ancestry import MODEL_BASES, orm_of_model
from orm_typing.plugin.build.project import Project, is_parallel_worker
from orm_typing.plugin.freshness import cache, daemon
from orm_typing.plugin.load_states import hooks as load_states
from orm_typing.plugin.models import (
    accessors,
    extensions,
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
from orm_typing.plugin.support import metadata
from orm_typing.plugin.support.guard import guarded
from orm_typing.plugin.tables import hooks as tables
from orm_typing.plugin.tables import notes as table_notes
from orm_typing.settings import Settings, SettingsError, read_settings

__version__ = release
"""Part of mypy's snapshot of plugins: another value discards its caches, or restarts its daemon."""

_FUNCTIONS = {**models.FUNCTIONS, **queries.FUNCTIONS, **tables.FUNCTIONS}
_METHODS = {**load_states.METHODS, **queries.METHODS, **records.METHODS, **tables.METHODS}
_METHOD_SIGNATURES = {
    **models.METHOD_SIGNATURES,
    **queries.METHOD_SIGNATURES,
    **records.METHOD_SIGNATURES,
}
_CONSTRUCTOR_SIGNATURES = {**models.CONSTRUCTOR_SIGNATURES, **queries.CONSTRUCTOR_SIGNATURES}
_DESCRIBED_METHODS = frozenset({*_METHODS, *_METHOD_SIGNATURES})
_METHOD_NAMES = frozenset(method.rpartition(".")[2] for method in _DESCRIBED_METHODS)


class OrmTypingPlugin(Plugin):
    """Mypy's view of relationship attributes that exist at runtime only."""

    def __init__(self, options: Options) -> None:
        super().__init__(options)
        self._is_worker = is_parallel_worker()
        settings = Settings()
        self._wrong_setting: str | None = None
        try:
            settings = read_settings(options.config_file)
        except SettingsError as error:
            self._wrong_setting = f"orm_typing: {error}"
        self._project = Project(options, settings, lambda: self._modules)
        if options.fine_grained_incremental:
            daemon.DaemonBuild.begin(self._project)
        else:
            # `dmypy run` makes a plugin without that option, to see whether it is another one.
            _restart_if_needed()

    # ---- what is built, and what is fresh

    def report_config_data(self, ctx: ReportConfigContext) -> Any:
        """What relations contribute to a module: it is checked again when that changes."""
        if self._wrong_setting is not None:
            # Not raised on construction, where mypy would add a line of its own.
            raise CompileError([self._wrong_setting])
        if not ctx.is_check:
            self._project.save_usage()
        return cache.configuration_data(self._project, ctx.id, ctx.path)

    def get_additional_deps(self, file: MypyFile) -> list[tuple[int, str, int]]:
        """The modules whose relations put attributes on this module's classes."""
        build = daemon.DaemonBuild.of(self._project)
        if build is not None:
            wanted = build.wanted_sources(file)
            implied = cache.implied_dependencies(file)
            return implied + cache.silent_dependencies(self._project, file, wanted)
        return cache.additional_dependencies(self._project, file)

    # ---- classes

    def get_customize_class_mro_hook(
        self, fullname: str
    ) -> Callable[[ClassDefContext], None] | None:
        """Generated attributes, before the class body is analysed.

        Keyed by the class itself, this hook competes with no other plugin's; the base class hook
        goes to the first plugin that answers, and pydantic's answers for every model.
        """
        if fullname in models.LAZY_LOADERS or fullname in records.FIELD_BASES:
            return missing.intercept_missing
        if fullname in MODEL_BASES:
            return models.customize_model_base
        if self._project.see_class(fullname):
            return guarded("class", self._customize_class)
        return None

    def _customize_class(self, ctx: ClassDefContext) -> None:
        if not self._project.is_lazy:
            daemon.rescan(self._project)
        metadata.note_body(ctx)
        record_fields.note_fields(self._project, ctx)
        table_notes.note_table(self._project, ctx)
        for orm in ORMS:
            primary_keys.add_automatic_key(orm, ctx)
            options.reconcile_options(orm, ctx)
        targets.declare_targets(self._project, ctx)
        keys.add_keys(self._project, ctx)
        keys.keep_inherited(self._project, ctx)
        accessors.add_accessors(self._project, ctx)
        accessors.add_accessors_in_function(self._project, ctx)
        extensions.add_extensions(self._project, ctx)
        extensions.open_to_model(self._project, ctx)
        if not self._project.is_lazy:
            daemon.track_class(self._project, ctx)

    # ---- expressions

    def get_function_signature_hook(
        self, fullname: str
    ) -> Callable[[FunctionSigContext], FunctionLike] | None:
        """Constructors of models and fields."""
        self._open_in_worker(fullname)
        if fullname in records.FUNCTION_SIGNATURES:
            return records.FUNCTION_SIGNATURES[fullname].of(self._project)
        orm = orm_of_model(self._project, fullname)
        if orm is None or orm.constructor_style not in _CONSTRUCTOR_SIGNATURES:
            return None
        return _CONSTRUCTOR_SIGNATURES[orm.constructor_style].about(orm).of(self._project)

    def _open_in_worker(self, full_name: str) -> None:
        """Open the index in a parallel worker that has all models from the cache.

        It analyses no class, and mypy tells it of a module only when it has checked it.
        """
        if self._is_worker:
            self._project.see_class(full_name)

    def get_function_hook(self, fullname: str) -> Callable[[FunctionContext], Type] | None:
        """Calls that declare a relation, or name the attributes of a table."""
        if fullname in _FUNCTIONS:
            return _FUNCTIONS[fullname].of(self._project)
        if not self._project.has_models():
            return None
        return records.function_hook(self._project, fullname) or models.function_hook(
            self._project, fullname
        )

    def get_method_signature_hook(
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

    def get_method_hook(self, fullname: str) -> Callable[[MethodContext], Type] | None:
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

    def get_attribute_hook(self, fullname: str) -> Callable[[AttributeContext], Type] | None:
        """Relations whose load state may be known, and attributes that are missing."""
        self._open_in_worker(fullname.rpartition(".")[0])
        if not self._project.has_models():
            return None
        return (
            models.attribute_hook(self._project, fullname)
            or records.attribute_hook(self._project, fullname)
            or load_states.attribute_hook(self._project, fullname)
        )

    def get_class_attribute_hook(self, fullname: str) -> Callable[[AttributeContext], Type] | None:
        """Accessors and fields read from a class: the descriptors themselves."""
        self._open_in_worker(fullname.rpartition(".")[0])
        if not self._project.has_models():
            return None
        return (
            records.class_attribute_hook(self._project, fullname)
            or models.class_attribute_hook(self._project, fullname)
            or queries.class_attribute_hook(self._project, fullname)
        )


def _restart_if_needed() -> None:
    reason = daemon.DaemonBuild.restart_reason()
    if reason is not None:
        global __version__
        __version__ = f"{release}+{reason}"


def plugin(version: str) -> type[OrmTypingPlugin]:
    """Mypy's entry point; ``version`` is mypy's own."""
    problem = unsupported(version)
    if problem is not None and not is_parallel_worker():
        print(problem, file=sys.stderr)
    return OrmTypingPlugin
