"""The mypy plugin: ``plugins = orm_typing.mypy``.

Dispatch only: what is fresh is asked of :mod:`orm_typing.plugin.freshness`, and what the names in
the build mean of :mod:`orm_typing.plugin.features`.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from mypy.errors import CompileError
from mypy.nodes import MypyFile
from mypy.options import Options
from mypy.plugin import (
    AnalyzeTypeContext,
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
from orm_typing.orms import SUBSCRIPTED_PACKAGES
from orm_typing.plugin.build import own_source
from orm_typing.plugin.build.project import Project, is_parallel_worker
from orm_typing.plugin.freshness import cache, daemon
from orm_typing.plugin.support import metadata
from orm_typing.plugin.support.guard import guarded
from orm_typing.settings import Settings, SettingsError, read_settings

if TYPE_CHECKING:
    from orm_typing.plugin.features import Features

__version__ = release
"""Part of mypy's snapshot of plugins: another value discards its caches, or restarts its daemon."""


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
        self._features: Features | None = None
        # In a library's own checkout, whose classes are others than those of the stubs.
        self._is_off = self._project.own_library is not None
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
        if self._is_off:
            return None
        if not ctx.is_check:
            self._project.save_usage()
        return cache.configuration_data(self._project, ctx.id, ctx.path)

    def get_additional_deps(self, file: MypyFile) -> list[tuple[int, str, int]]:
        """The modules whose relations put attributes on this module's classes."""
        if self._is_off:
            return []
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
        features = self._features_for(fullname)
        if self._is_off:
            return own_source.announcing_hook(fullname)
        hook = features.library_class_hook(fullname) if features is not None else None
        if hook is None and self._project.see_class(fullname):
            return guarded("class", self._customize_class)
        return hook

    def _customize_class(self, ctx: ClassDefContext) -> None:
        if not self._project.is_lazy:
            daemon.rescan(self._project)
        # Of any class: a model elsewhere may derive from it.
        metadata.note_body(ctx)
        features = self._features_for(ctx.cls.fullname)
        if features is None:
            return
        features.customize_class(ctx)
        if not self._project.is_lazy:
            daemon.track_class(self._project, ctx)

    # ---- types

    def get_type_analyze_hook(self, fullname: str) -> Callable[[AnalyzeTypeContext], Type] | None:
        """Types that Python evaluates. mypy asks for each name of each type."""
        if not fullname.startswith(SUBSCRIPTED_PACKAGES):
            return None
        features = self._features_for(fullname)
        return features.type_hook(fullname) if features is not None else None

    # ---- expressions

    def get_function_signature_hook(
        self, fullname: str
    ) -> Callable[[FunctionSigContext], FunctionLike] | None:
        """Constructors."""
        if self._is_worker:
            self._open_in_worker(fullname)
        features = self._features_for(fullname)
        return features.function_signature_hook(fullname) if features is not None else None

    def get_function_hook(self, fullname: str) -> Callable[[FunctionContext], Type] | None:
        """Calls of functions and classes."""
        features = self._features_for(fullname)
        return features.function_hook(fullname) if features is not None else None

    def get_method_signature_hook(
        self, fullname: str
    ) -> Callable[[MethodSigContext], FunctionLike] | None:
        """Calls of methods, before their arguments are checked."""
        features = self._features_for(fullname)
        return features.method_signature_hook(fullname) if features is not None else None

    def get_method_hook(self, fullname: str) -> Callable[[MethodContext], Type] | None:
        """Calls of methods."""
        features = self._features_for(fullname)
        return features.method_hook(fullname) if features is not None else None

    def get_attribute_hook(self, fullname: str) -> Callable[[AttributeContext], Type] | None:
        """Attributes that are read from objects."""
        if self._is_worker:
            self._open_in_worker(fullname.rpartition(".")[0])
        features = self._features_for(fullname)
        return features.attribute_hook(fullname) if features is not None else None

    def get_class_attribute_hook(self, fullname: str) -> Callable[[AttributeContext], Type] | None:
        """Attributes that are read from classes."""
        if self._is_worker:
            self._open_in_worker(fullname.rpartition(".")[0])
        features = self._features_for(fullname)
        return features.class_attribute_hook(fullname) if features is not None else None

    def _features_for(self, fullname: str) -> Features | None:
        """What is known of names, if this one is a library's, or a library is in the build."""
        if self._features is None and not self._is_off and self._project.concerns(fullname):
            if self._project.has_loaded_own_library():
                self._is_off = True
                return None
            from orm_typing.plugin.features import Features

            self._features = Features(self._project)
        return self._features

    def _open_in_worker(self, full_name: str) -> None:
        """Open the index in a parallel worker that has all models from the cache.

        It analyses no class, and mypy tells it of a module only when it has checked it.
        """
        self._project.see_class(full_name)


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
