"""What mypy's daemon needs beyond a batch run.

The daemon (``dmypy``) compares the names and types in symbol tables, not literals or configuration
data, and reprocesses what depends on a changed name. So each class with relations gets a hidden
attribute whose type is a hash of them; a change of that attribute fires one *hub* trigger; and
every model class depends on the hub. (Direct dependencies from sources to targets would not do:
they are collected where a file is parsed, and are lost where a re-export is redirected.)

A relation in a new file that no parsed file imports can't be seen this way. ``dmypy run`` builds
the plugin anew before each check and compares a snapshot of plugin versions, in which the plugin
module's ``__version__`` has its place: a changed one makes the daemon restart itself.
"""

from __future__ import annotations

import hashlib
import time
from collections.abc import Iterable

from mypy.nodes import MypyFile, TypeInfo
from mypy.plugin import ClassDefContext
from mypy.server.trigger import make_trigger
from mypy.types import LiteralType

from orm_typing.orms import ORMS
from orm_typing.plugin.build.project import Project
from orm_typing.plugin.build.uses import MARK
from orm_typing.plugin.freshness.cache import named_targets, source_modules
from orm_typing.plugin.support.metadata import noted
from orm_typing.plugin.support.nodes import add_attribute, has_base
from orm_typing.plugin.tables.notes import note_text
from orm_typing.relations.index import ProjectIndex

HUB = make_trigger("orm_typing.@relations")
_MODEL_BASES = tuple(base for orm in ORMS for base in orm.registered_bases)
_BASES_WITH_NAMED_FIELDS = tuple(
    base for orm in ORMS if orm.field_base is not None for base in orm.registered_bases
)
_RESCAN_AFTER = 0.05
"""Seconds: nobody edits a file and checks it again in less."""
_RESCAN_SHARE = 5
"""Of a large project, looking takes at most a sixth of the time."""


class DaemonBuild:
    """The state of a daemon's build between its increments."""

    _live: DaemonBuild | None = None
    """The build that this process serves; ``dmypy run`` makes throwaway plugins beside it."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._reported: dict[str, frozenset[str]] = {}
        self._rescan_at = 0.0
        self._packages: frozenset[str] | None = None
        """The libraries that the project mentioned when the build began."""

    @classmethod
    def begin(cls, project: Project) -> None:
        """Take ``project`` for that of the build which this process serves."""
        cls._live = cls(project)

    @classmethod
    def restart_reason(cls) -> str | None:
        """Why the daemon must restart: what no file tells it that it analyses again."""
        live = cls._live
        if live is None:
            return None
        fresh = list(live._project.fresh_indexes())
        return live._new_library(fresh) or live._unknown_source(fresh)

    @classmethod
    def of(cls, project: Project) -> DaemonBuild | None:
        """The live build, if it belongs to this project object."""
        live = cls._live
        return live if live is not None and live._project is project else None

    def _new_library(self, fresh: list[ProjectIndex]) -> str | None:
        """A library with which the project began, or ceased, to have to do."""
        changed = self._mentioned() ^ _packages(fresh)
        return min(changed) if changed else None

    def _mentioned(self) -> frozenset[str]:
        if self._packages is None:
            self._packages = _packages(self._project.indexes())
        return self._packages

    def _unknown_source(self, fresh: list[ProjectIndex]) -> str | None:
        """The source of a relation in a file that the live build can't know of."""
        for index in fresh:
            for relation in index.relations:
                if (
                    not self._project.is_in_build(relation.source_module)
                    and relation.target_module is not None
                    and self._project.is_in_build(relation.target_module)
                    and self._project.may_find(index, relation.source_module)
                ):
                    return relation.source_module
        return None

    def wanted_sources(self, file: MypyFile) -> set[str]:
        """Sources that must be loaded together with a file that is being parsed now.

        mypy asks only about files that it parses. A relation that appeared onto a class of another
        file hangs on whichever file is parsed first.
        """
        self.rescan()
        index = self._project.index_of(file.fullname, file.path)
        if index is None:
            return set()
        wanted = source_modules(index, file.fullname)
        self._reported[file.fullname] = frozenset(wanted)
        for module in sorted(
            {found.target_module for found in index.relations if found.target_module}
        ):
            if module != file.fullname and module in self._reported:
                wanted |= source_modules(index, module) - self._reported[module] - {module}
        return wanted | named_targets(index, file.fullname)

    def rescan(self) -> None:
        """Look at the project's files again, at most once in a while.

        mypy tells a plugin nothing of an increment's begin, and of a file that was deleted only
        that classes which mention it are analysed again.
        """
        started = time.monotonic()
        if self._project.has_modules() and started > self._rescan_at:
            self._mentioned()
            self._project.refresh()
            ended = time.monotonic()
            self._rescan_at = ended + max(_RESCAN_AFTER, _RESCAN_SHARE * (ended - started))


def _packages(indexes: Iterable[ProjectIndex]) -> frozenset[str]:
    return frozenset(package for index in indexes for package in index.packages)


def rescan(project: Project) -> None:
    """Look at the files again, in a daemon's build."""
    build = DaemonBuild.of(project)
    if build is not None:
        build.rescan()


def track_class(project: Project, ctx: ClassDefContext) -> None:
    """Tie a class of the project to the hub."""
    info = ctx.cls.info
    relations = project.relations_declared_by(info.fullname)
    table = note_text(info)
    if not relations and not table and not has_base(info, _MODEL_BASES):
        return
    said = [part for found in relations for part in found.key]
    if has_base(info, _BASES_WITH_NAMED_FIELDS):
        own = noted(info)
        said += ["names", *sorted(own.declared), own.primary_key or "", *sorted(own.annotated)]
    if table:
        said += [table, *sorted(project.announced())]
    if said:
        _mark_source(ctx, info, "|".join(said))
    for relation in relations:
        if relation.target is not None and relation.accessor is not None:
            # Whether the accessor clashes is told where the relation is declared.
            taken = make_trigger(f"{relation.target}.{relation.accessor}")
            ctx.api.add_plugin_dependency(taken, info.module_name)
    # Also a model that appears or goes may be what another module means by a string.
    for name in (f"{info.fullname}.{MARK}", info.fullname):
        ctx.api.add_plugin_dependency(make_trigger(name), HUB)
    ctx.api.add_plugin_dependency(HUB, info.module_name)


def _mark_source(ctx: ClassDefContext, info: TypeInfo, relations: str) -> None:
    digest = hashlib.sha256(relations.encode()).hexdigest()[:16]
    add_attribute(info, MARK, LiteralType(digest, ctx.api.named_type("builtins.str")))
