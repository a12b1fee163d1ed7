"""What the checked project's source declares, as the plugin's features ask for it.

A :class:`Project` belongs to one plugin object, so to one build. It finds the import roots of the
modules that mypy shows, keeps one :class:`~orm_typing.relations.index.ProjectIndex` per set of
roots, and forgets nothing during a build: every phase of a batch run sees the same snapshot.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from mypy.find_sources import InvalidSourceList, SourceFinder
from mypy.fscache import FileSystemCache
from mypy.nodes import MypyFile, SymbolNode, TypeInfo
from mypy.options import Options

from orm_typing.messages.failures import unreadable_root
from orm_typing.orms import ORMS, STUBBED_PACKAGES, TABLE_LIBRARIES
from orm_typing.orms.description import Orm, vocabulary, with_extenders
from orm_typing.plugin.build import own_source
from orm_typing.plugin.build.environment import has_inflect
from orm_typing.plugin.support.guard import is_debugging
from orm_typing.relations.declaration import RelationField
from orm_typing.relations.index import ProjectIndex
from orm_typing.relations.naming import PluralChoice, Pluraliser
from orm_typing.relations.usage import Usage
from orm_typing.settings import Settings

_MODEL_MODULES = frozenset(base.rpartition(".")[0] for orm in ORMS for base in orm.registered_bases)
_TABLE_MODULES = frozenset(library.model_base.rpartition(".")[0] for library in TABLE_LIBRARIES)
_LIBRARY_MODULES = _MODEL_MODULES | _TABLE_MODULES
_LIBRARY_PREFIXES = tuple(
    {f"{name.partition('.')[0]}." for name in (*STUBBED_PACKAGES, *_TABLE_MODULES)}
)
_FIELD_MODULES = {orm.name: orm.field_module for orm in ORMS}

Modules = dict[str, MypyFile]


def is_daemon_like(options: Options) -> bool:
    """Whether this build is a daemon's, or writes a cache that a daemon will read."""
    return bool(options.fine_grained_incremental or options.cache_fine_grained)


def _has_any(modules: Modules, names: frozenset[str]) -> bool:
    # Asked for each name in the project. A view goes through the shorter of the two; the other
    # way round, `frozenset.isdisjoint` would go through all modules.
    return not modules.keys().isdisjoint(names)


def is_parallel_worker() -> bool:
    """Whether this process is one that mypy's coordinator started (``mypy --num-workers``)."""
    return "mypy.build_worker.worker" in sys.modules


class Project:
    """The relations of one build.

    ``modules`` gives the modules that mypy has loaded so far, or ``None`` before there are any
    (``mypy.plugin.CommonPluginApi.set_modules``). ``folder`` is that of the project, by default the
    working directory.
    """

    def __init__(
        self,
        options: Options,
        settings: Settings,
        modules: Callable[[], Modules | None],
        folder: str | None = None,
    ) -> None:
        self.options = options
        self._settings = settings
        self._modules = modules
        self.own_lookups = frozenset(settings.lookups)
        """Names that the project says it registers, to stand at the end of query keywords."""
        orms = with_extenders(ORMS, settings.extenders)
        self.vocabulary = vocabulary(orms, TABLE_LIBRARIES)
        """The words by which the project may declare relations."""
        self._orm_of = {
            constructor.full_name: orm for orm in orms for constructor in orm.constructors
        }
        self._cwd = folder or os.getcwd()
        self._finder = SourceFinder(FileSystemCache(), options)
        self._exclude = list(_patterns(options.exclude))
        self._roots: dict[tuple[str, str], ImportRoot | None] = {}
        self._shared_roots = self._configured_roots()
        self.own_library = own_source.library_below(
            (self._cwd, *self._shared_roots, *os.environ.get("MYPYPATH", "").split(os.pathsep))
        )
        """The library whose source mypy finds in the project, in place of its stubs."""
        # One who works in the home folder has more there than a project. With explicit bases mypy
        # takes those, and no others.
        self._implies_roots = (
            not options.explicit_package_bases and self._cwd != os.path.expanduser("~")
        )
        self._indexes: dict[ImportRoot, ProjectIndex] = {}
        self._unreadable: set[ImportRoot] = set()
        self._usage: dict[int, Usage] = {}
        self._had_models = False
        self.is_lazy = not is_daemon_like(options)
        """Whether a module depends on the sources of the accessors that it mentions, and not on
        those of all accessors of its classes: see :mod:`orm_typing.plugin.freshness.cache`."""

    # ---- what the features ask

    def has_loaded_own_library(self) -> bool:
        """Whether mypy took a library from the project, and not from its stubs."""
        return own_source.is_in_build(self._modules() or {})

    def relations_onto(self, full_name: str) -> tuple[RelationField, ...]:
        """The relations whose target is this class."""
        return self._first(lambda index: index.onto(full_name))

    def relations_from_functions_onto(self, full_name: str) -> tuple[RelationField, ...]:
        """The relations to this class from classes that are declared in functions."""
        return self._first(lambda index: index.onto_from_functions(full_name))

    def relations_declared_by(self, full_name: str) -> tuple[RelationField, ...]:
        """The relations that this class's own body declares."""
        return self._first(lambda index: index.declared_by(full_name))

    def relation_named(self, info: TypeInfo, name: str) -> RelationField | None:
        """The relation that a class declares under this name, or inherits."""
        for base in info.mro:
            for relation in self.relations_declared_by(base.fullname):
                if relation.name == name:
                    return relation
        return None

    def mentions(self, package: str, class_name: str) -> bool:
        """Whether the source of the class's project says the name of a library."""
        file = self.module_of_class(class_name)
        index = self.index_of(file.fullname, file.path) if file is not None else None
        return index is not None and package in index.packages

    def announced(self) -> frozenset[str]:
        """Names of attributes that the source may give to classes other than those it is in."""
        return frozenset[str]().union(*(index.announced for index in self._indexes.values()))

    def orm_of(self, relation: RelationField) -> Orm:
        """The ORM to which the relation's constructor belongs."""
        return self._orm_of[relation.constructor.full_name]

    def may_load(self, module: str, for_module: str) -> bool:
        """Whether mypy may load a module that the user's code does not import.

        ``follow_imports = error`` would report ``Import of "..." ignored``.
        """
        if module == for_module:
            return True
        return self.options.clone_for_module(module).follow_imports != "error"

    def is_in_build(self, module: str) -> bool:
        """Whether mypy has loaded the module."""
        return module in (self._modules() or {})

    def may_find(self, index: ProjectIndex, module: str) -> bool:
        """Whether mypy would load the module of an index for another one that depends on it.

        It looks in the folders that the configuration names, and in those of what it checks.
        """
        if self.options.clone_for_module(module).follow_imports in ("skip", "error"):
            return False
        path = index.file_of_module(module)
        implied = index.import_roots.of_folder.get(os.path.dirname(path)) if path else None
        return implied is None or any(
            root is not None and root.path == implied
            for file in (self._modules() or {}).values()
            for root in [self.root_of(file.fullname, file.path)]
        )

    def has_fields_of(self, orm: Orm) -> bool:
        """Whether mypy has loaded the module in which the base of an ORM's fields is."""
        return self.is_in_build(_FIELD_MODULES[orm.name])

    def accessors_used_in(self, module: str, path: str | None) -> tuple[RelationField, ...]:
        """Relations of other modules whose accessors the text of this module mentions.

        Empty in a daemon's build, where a target's module depends on all of them itself.
        """
        if not self.is_lazy:
            return ()
        index = self.index_of(module, path)
        if index is None or path is None:
            return ()
        return self._usage_of(index).accessors_used_in(module, path)

    def _usage_of(self, index: ProjectIndex) -> Usage:
        usage = self._usage.get(id(index))
        if usage is None:
            usage = self._usage[id(index)] = Usage(index, self._usage_path(index))
        return usage

    def save_usage(self) -> None:
        """Keep what was read of files for the next run."""
        if not is_parallel_worker():
            for usage in self._usage.values():
                usage.save()

    def has_modules(self) -> bool:
        """Whether mypy has begun to load modules."""
        return self._modules() is not None

    def has_models(self) -> bool:
        """Whether an ORM was in the build: without one, most features have nothing to do."""
        if not self._had_models:
            modules = self._modules()
            self._had_models = modules is not None and _has_any(modules, _MODEL_MODULES)
        return self._had_models

    def concerns(self, full_name: str) -> bool:
        """Whether the name is a described library's, or such a library is in the build.

        Tables derive from a class of a package that counts, too.
        """
        if full_name.startswith(_LIBRARY_PREFIXES):
            return True
        modules = self._modules()
        return modules is not None and _has_any(modules, _LIBRARY_MODULES)

    def is_relation_name(self, name: str) -> bool:
        """Whether any relation, or the accessor of one, has this name."""
        return any(name in index.relation_names for index in self._indexes.values())

    def has_extensions(self) -> bool:
        """Whether any model is extended from another class."""
        return any(index.extended_names for index in self._indexes.values())

    def is_extended_name(self, name: str) -> bool:
        """Whether any extension of a model has an attribute of this name."""
        return any(name in index.extended_names for index in self._indexes.values())

    # ---- modules, roots and indexes

    def index_of(self, module: str, path: str | None) -> ProjectIndex | None:
        """The index for a module of the project; ``None`` for libraries and built-in modules."""
        root = self.root_of(module, path)
        if root is None:
            return None
        if self._implies_roots and not root.is_namespace:
            whole = self._index_at(ImportRoot(self._cwd, implies_roots=True))
            if whole is not None and root.path in whole.import_roots.bases:
                return whole
        return self._index_at(root)

    def _index_at(self, root: ImportRoot) -> ProjectIndex | None:
        if root in self._unreadable:
            return None
        index = self._indexes.get(root)
        if index is not None:
            return index
        try:
            return self._open_index(root)
        except Exception as problem:
            if is_debugging():
                raise
            # There is no line of source to report it at, and no type checker's answer to lose.
            self._unreadable.add(root)
            print(unreadable_root(root.path, problem), file=sys.stderr)
            return None

    def indexes(self) -> Iterator[ProjectIndex]:
        """All indexes that were opened in this build."""
        yield from self._indexes.values()

    def module_of_class(self, full_name: str) -> MypyFile | None:
        """The loaded module that defines a class (``pkg.module.Outer.Inner``)."""
        modules = self._modules() or {}
        prefix = full_name.rpartition(".")[0]
        while prefix:
            found = modules.get(prefix)
            if found is not None:
                return found
            prefix = prefix.rpartition(".")[0]
        return None

    def lookup(self, full_name: str) -> TypeInfo | None:
        """The class of that full name in a loaded module."""
        module = self.module_of_class(full_name)
        if module is None:
            return None
        names = module.names
        node: SymbolNode | None = None
        for part in full_name[len(module.fullname) + 1 :].split("."):
            symbol = names.get(part)
            node = symbol.node if symbol is not None else None
            if not isinstance(node, TypeInfo):
                return None
            names = node.names
        return node if isinstance(node, TypeInfo) else None

    def see_class(self, full_name: str) -> bool:
        """Open the index for the module of a class; whether it belongs to the project.

        Parallel workers need it: they call neither ``get_additional_deps`` nor, before they write
        their results, ``report_config_data``.
        """
        file = self.module_of_class(full_name)
        return file is not None and self.index_of(file.fullname, file.path) is not None

    def root_of(self, module: str, path: str | None) -> ImportRoot | None:
        """The import root of a module of the project, derived from its name and path."""
        if not path:
            return None
        key = (module, path)
        if key not in self._roots:
            self._roots[key] = self._derive_root(module, path)
        return self._roots[key]

    def _derive_root(self, module: str, path: str) -> ImportRoot | None:
        absolute = os.path.abspath(path)
        if any(part in absolute for part in _LIBRARY_PARTS):
            return None
        stem, extension = os.path.splitext(absolute)
        if extension not in (".py", ".pyi"):
            return None
        if os.path.basename(stem) == "__init__":
            stem = os.path.dirname(stem)
        tail = os.sep + module.replace(".", os.sep)
        if not stem.endswith(tail):
            return None
        root = stem[: -len(tail)] or os.sep
        if root in self._shared_roots or _is_below(root, self._cwd):
            return ImportRoot(root, is_namespace=self._name_by_crawling(absolute)[0] != module)
        return None

    def _configured_roots(self) -> tuple[str, ...]:
        # The set of roots depends on configuration only: in the order in which mypy visits
        # modules, two runs differ.
        roots = [os.path.abspath(entry) for entry in self.options.mypy_path]
        roots += self._settings.roots
        return tuple(
            dict.fromkeys(
                root for root in roots if not any(part in root + os.sep for part in _LIBRARY_PARTS)
            )
        )

    def _open_index(self, root: ImportRoot) -> ProjectIndex:
        index = self._new_index(root)
        self._indexes[root] = index
        loaded = index.load()
        if not (loaded and is_parallel_worker()):
            # A worker takes the coordinator's snapshot as it is: one build, one view.
            index.refresh()
            if not is_parallel_worker():
                index.save()
        return index

    def refresh(self) -> None:
        """Look at the files again, between two increments of a daemon's build."""
        self._finder = SourceFinder(FileSystemCache(), self.options)  # the old one remembers files
        for index in self._indexes.values():
            index.refresh()

    def fresh_indexes(self) -> Iterator[ProjectIndex]:
        """What the indexes of this build would say if they were opened now."""
        self._finder = SourceFinder(FileSystemCache(), self.options)
        for root in self._indexes:
            index = self._new_index(root)
            index.load()
            index.refresh()
            yield index

    def _new_index(self, root: ImportRoot) -> ProjectIndex:
        def module_of(path: str) -> tuple[str, bool] | None:
            return self._module_of(index, root, path)

        identity = self._identity(root)
        index = ProjectIndex(
            self._roots_with(root),
            self.vocabulary,
            Pluraliser(self._plurals()),
            module_of=module_of,
            excluded=self.is_excluded,
            store=self._store_path(identity),
            settings=repr((identity, self.options.exclude, self.options.explicit_package_bases)),
            implies_roots=root.implies_roots,
        )
        return index

    def _roots_with(self, root: ImportRoot) -> tuple[str, ...]:
        return tuple(dict.fromkeys((root.path, *self._shared_roots)))

    def _identity(self, root: ImportRoot) -> str:
        kind = "namespace" if root.is_namespace else "implied" if root.implies_roots else ""
        return "\0".join((*self._roots_with(root), kind))

    def _plurals(self) -> PluralChoice:
        if self._settings.plurals == "auto":
            return "inflect" if has_inflect(self.options) else "simple"
        return self._settings.plurals

    def _store_path(self, identity: str) -> str | None:
        if self.options.cache_dir == os.devnull:
            return None
        digest = hashlib.sha256(identity.encode()).hexdigest()[:16]
        return os.path.join(self.options.cache_dir, f"orm_typing.{digest}.json")

    def _usage_path(self, index: ProjectIndex) -> str | None:
        for root, known in self._indexes.items():
            if known is index:
                store = self._store_path(self._identity(root))
                return None if store is None else f"{store}.usage"
        return None

    def _module_of(
        self, index: ProjectIndex, root: ImportRoot, path: str
    ) -> tuple[str, bool] | None:
        is_package = os.path.basename(path).startswith("__init__.")
        if root.is_namespace:
            name = _name_below(path, index.roots)
            return None if name is None else (name, is_package)
        name, base = self._name_by_crawling(path)
        # A file that is known by another name, such as tests/test_x.py without __init__.py, must
        # not be loaded by this one: mypy would report that it was found twice.
        return (name, is_package) if base in index.import_roots.bases else None

    def _name_by_crawling(self, path: str) -> tuple[str, str]:
        try:
            name, base = self._finder.crawl_up(path)
        except InvalidSourceList:
            return "", ""
        return name, os.path.abspath(base)

    def is_excluded(self, path: str) -> bool:
        """Whether mypy's ``exclude`` names the absolute path; of a directory with a slash."""
        if not self._exclude:
            return False
        relative = os.path.relpath(path, self._cwd).replace(os.sep, "/")
        if path.endswith("/"):
            relative += "/"  # as in mypy.modulefinder.matches_exclude
        return any(pattern.search(relative) for pattern in self._exclude)

    def _first(
        self, query: Callable[[ProjectIndex], tuple[RelationField, ...]]
    ) -> tuple[RelationField, ...]:
        for index in self._indexes.values():
            found = query(index)
            if found:
                return found
        return ()


class ImportRoot(NamedTuple):
    """A folder from which modules are imported."""

    path: str
    is_namespace: bool = False
    """Its modules have names that a search for ``__init__`` files does not give, as those of a
    namespace package that is checked with ``-p``."""
    implies_roots: bool = False
    """It is the project's, and modules are imported from folders below it as well."""


_LIBRARY_PARTS = tuple(
    f"{os.sep}{name}{os.sep}" for name in ("site-packages", "dist-packages", "typeshed")
)


def _patterns(texts: Iterable[str]) -> Iterator[re.Pattern[str]]:
    for text in texts:
        with contextlib.suppress(re.error):  # mypy says so itself, where it uses the pattern
            yield re.compile(text)


def _is_below(path: str, folder: str) -> bool:
    return path == folder or path.startswith(folder.rstrip(os.sep) + os.sep)


def _name_below(path: str, roots: tuple[str, ...]) -> str | None:
    for root in roots:
        if not _is_below(path, root):
            continue
        parts = os.path.splitext(os.path.relpath(path, root))[0].split(os.sep)
        if parts[-1] == "__init__":
            parts.pop()
        if parts and all(part.isidentifier() for part in parts):
            return ".".join(parts)
    return None
