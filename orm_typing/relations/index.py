"""The incremental answer for a set of import roots.

::

    index = ProjectIndex(["/shop"], vocabulary, pluraliser, module_of=..., store="/cache/r.json")
    index.refresh()
    index.onto("shop.authors.Author")   # (<Book.author>, ...)
    index.save()

The answer is a function of the files' text, the vocabulary and the plurals: the same after any
number of edits and refreshes as in an index that has just been made.
"""

from __future__ import annotations

import hashlib
import os
import sys
from typing import TYPE_CHECKING

from orm_typing.relations import store as stored
from orm_typing.relations.files import (
    UNREADABLE,
    Stamp,
    Stamps,
    compare,
    paths,
    read_bytes,
    walk,
)
from orm_typing.relations.resolution import Resolution
from orm_typing.relations.search import Needles, Search
from orm_typing.relations.signs import Signs
from orm_typing.relations.views import Views

# Most runs find no file changed: what parses and resolves is imported where that happens.
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from orm_typing.relations.catalogue import Catalogue
    from orm_typing.relations.declaration import RelationField
    from orm_typing.relations.import_roots import ImportRoots
    from orm_typing.relations.modules import Modules
    from orm_typing.relations.naming import Pluraliser
    from orm_typing.relations.vocabulary import ModelBase, Vocabulary
    from orm_typing.relations.written import WrittenFile
    from orm_typing.relations.written_files import WrittenFiles


class ProjectIndex:
    """Which relations do the files below ``roots`` declare?

    ``roots`` are absolute directories. ``module_of`` gives the module id of a file and whether it
    is a package's ``__init__``, or ``None`` for a file that is no module of the project; it is
    called for files that matter only. ``excluded`` is asked for absolute paths, of directories with
    a slash at the end. ``settings`` stands for all that ``module_of`` and ``excluded`` depend on:
    what was stored under other settings is not used. Without ``store`` nothing is persisted. With
    ``implies_roots`` modules are imported from the folders that the files imply as well.
    """

    def __init__(
        self,
        roots: Iterable[str],
        vocabulary: Vocabulary,
        pluraliser: Pluraliser,
        *,
        module_of: Callable[[str], tuple[str, bool] | None],
        excluded: Callable[[str], bool] = lambda path: False,
        store: str | os.PathLike[str] | None = None,
        settings: str = "",
        implies_roots: bool = False,
    ) -> None:
        self._implies_roots = implies_roots
        self._import_roots: ImportRoots | None = None
        self.roots = tuple(dict.fromkeys(os.path.normpath(root) for root in roots))
        self._vocabulary = vocabulary
        self._pluraliser = pluraliser
        self._module_of = module_of
        self._excluded = excluded
        self._store = None if store is None else os.fspath(store)
        self._key = _store_key(self.roots, vocabulary, pluraliser, settings)
        self._base_needles = Needles(
            frozenset(
                f"{'@' * constructor.is_extension}{name.rpartition('.')[2]}"
                for constructor in vocabulary.constructors
                for name in constructor.full_names
            )
        )
        self._is_dirty = True  # an empty index is worth storing too: another process may load it
        self._stamps: Stamps = {}
        self._written: WrittenFiles | None = None
        self._unread = b""
        self._searched = self._base_needles
        self._resolution = Resolution()
        self._signs = Signs(vocabulary)
        self._module_files: dict[str, str] = {}
        self._views = Views(self._resolution)

    # Keeping up with the files

    def load(self) -> bool:
        """Take over what was stored, without a look at the files; whether there was anything."""
        if self._store is None:
            return False
        snapshot = stored.load(self._store, self._key, self._vocabulary)
        if snapshot is None:
            return False
        self._stamps = snapshot.stamps
        self._import_roots = None
        self._written = None
        self._unread = snapshot.unread
        self._searched = snapshot.searched
        self._resolution = snapshot.resolution
        self._signs = Signs(self._vocabulary, snapshot.signs)
        self._module_files = snapshot.module_files
        self._pluraliser.learn(snapshot.plurals)
        self._views = Views(self._resolution)
        self._is_dirty = False
        return True

    def save(self) -> None:
        """Store the index, unless the store has it.

        A disk that refuses is no error: the next run rebuilds.
        """
        if self._store is None or not self._is_dirty:
            return
        snapshot = stored.Snapshot(
            stamps=self._stamps,
            resolution=self._resolution,
            signs=self._signs.found,
            module_files=self._module_files,
            searched=self._searched,
            plurals=dict(sorted(self._pluraliser.learned.items())),
            unread=self._unread if self._written is None else self._written.encoded(),
        )
        if stored.save(self._store, self._key, snapshot, self._vocabulary):
            self._is_dirty = False

    def refresh(self) -> bool:
        """Look at all files again; whether the relations changed."""
        stamps = walk(self.roots, self._excluded, self._stamps)
        if stamps == self._stamps:
            return False
        changed, removed, is_added = compare(self._stamps, stamps)
        self._stamps = stamps
        self._import_roots = None
        return self._update(changed, removed, is_added or bool(removed))

    def _update(self, changed: Iterable[str], removed: Iterable[str], names_changed: bool) -> bool:
        """Read the files ``changed``; resolve again if that can make a difference."""
        self._is_dirty = True
        written = self._all_written()
        matters = names_changed
        for path in removed:
            written.pop(path, None)
            self._signs.forget(path)
        search = Search(self._searched)
        for path in changed:
            before = written.pop(path, None)
            data = self._read(path)
            self._signs.read(path, data or b"")
            # A file that was parsed is so again even if no needle is left in it: resolution may
            # have come through it, and would read it once more.
            if data is not None and (before is not None or search.matches(data)):
                written[path] = _parse(data)
            matters = matters or before != written.get(path)
        return self._resolve_again() if matters else False

    def _read(self, path: str) -> bytes | None:
        data = read_bytes(path)
        if data is None:
            directory, name = os.path.split(path)
            self._stamps[directory][name] = UNREADABLE
        return data

    def _resolve_again(self) -> bool:
        from orm_typing.relations.resolve import resolve

        before = _said(self._resolution)
        while True:
            modules = self.modules()
            resolution = resolve(
                modules.parsed(), modules.named, self._vocabulary, self._pluraliser
            )
            wanted = resolution.needles.beyond(self._searched)
            if not wanted:
                break
            self._search_unread_files(wanted)
            self._searched = Needles(
                self._searched.words | wanted.words, self._searched.classes | wanted.classes
            )
        self._searched = Needles(
            resolution.needles.words | self._base_needles.words, resolution.needles.classes
        )
        self._resolution = resolution
        self._module_files = modules.files
        self._views = Views(resolution)
        return before != _said(resolution)

    def _search_unread_files(self, needles: Needles) -> None:
        """Parse what earlier searches passed over; rare, since few projects rename constructors."""
        written = self._all_written()
        search = Search(needles)
        for path, _ in paths(self._stamps):
            if path not in written:
                data = self._read(path)
                if data is not None and search.matches(data):
                    written[path] = _parse(data)

    def _all_written(self) -> WrittenFiles:
        from orm_typing.relations.written_files import WrittenFiles

        if self._written is None:
            try:
                self._written = WrittenFiles(self._unread)
            except stored.DAMAGED:
                # Not damage, which the checksum finds: somebody else's file. Start over.
                self._written = WrittenFiles()
                self._searched = Needles()
            self._unread = b""
        return self._written

    # Questions; each is a look into a dict

    @property
    def relations(self) -> tuple[RelationField, ...]:
        """All relations, sorted by what they are, not by where they were found."""
        return self._resolution.relations

    def catalogue(
        self,
        more_bases: tuple[ModelBase, ...] = (),
        field_paths: frozenset[str] = frozenset(),
    ) -> Catalogue:
        """All models, those without relations included. Reads every file: no checker asks this.

        ``more_bases`` are classes whose subclasses count as models, too; ``field_paths`` are the
        full names of what links models to each other.
        """
        from orm_typing.relations.catalogue import read_catalogue

        bases = (*self._vocabulary.model_bases, *more_bases)
        vocabulary = self._vocabulary._replace(model_bases=bases)
        return read_catalogue(
            self._stamps, self._all_written(), self._module_of, vocabulary, field_paths
        )

    @property
    def accessor_names(self) -> frozenset[str]:
        """All names of accessors, of any class."""
        return self._views.accessor_names

    @property
    def extended_names(self) -> frozenset[str]:
        """Those of accessors that are attributes of extensions."""
        return self._views.extended_names

    @property
    def method_names(self) -> frozenset[str]:
        """Those of them that may be methods."""
        return self._views.method_names

    def stamp_of(self, path: str) -> Stamp | None:
        """When the file was last changed, as far as the last refresh tells."""
        directory, name = os.path.split(path)
        return self._stamps.get(directory, {}).get(name)

    def files_by_name(self) -> Iterator[tuple[str, str]]:
        """All files, by the name that their path below an import root gives them."""
        implied = self.import_roots.of_folder
        for directory, files in self._stamps.items():
            for root in (*self.roots, *((implied[directory],) if directory in implied else ())):
                if directory != root and not directory.startswith(root.rstrip(os.sep) + os.sep):
                    continue
                package = directory[len(root.rstrip(os.sep)) + 1 :].replace(os.sep, ".")
                for file in files:
                    stem = file.rpartition(".")[0]
                    parts = [part for part in (package, stem) if part and part != "__init__"]
                    yield ".".join(parts), os.path.join(directory, file)

    @property
    def import_roots(self) -> ImportRoots:
        """The folders from which modules are imported."""
        if self._import_roots is None:
            from orm_typing.relations.import_roots import given_roots, implied_roots

            if self._implies_roots:
                self._import_roots = implied_roots(self.roots, self._stamps)
            else:
                self._import_roots = given_roots(self.roots)
        return self._import_roots

    @property
    def relation_names(self) -> frozenset[str]:
        """All names of relations and accessors, of any class."""
        return self._views.relation_names

    @property
    def class_names(self) -> tuple[str, ...]:
        """The names, without their modules, of the models that a misspelt string may have meant."""
        return self._resolution.model_names

    def classes_named(self, name: str) -> tuple[str, ...]:
        """Full names of the models that a string target of that name may mean.

        Only for a name that some relation gives as a string, and that nothing nearby explains. With
        more than one such model the target is ambiguous, and ``None``.
        """
        return self._resolution.named_models.get(name, ())

    def onto(self, class_full_name: str) -> tuple[RelationField, ...]:
        """The relations whose target is this very class."""
        return self._views.onto.get(class_full_name, ())

    def onto_from_functions(self, class_full_name: str) -> tuple[RelationField, ...]:
        """The relations to this class from classes in functions, whose accessors pass with them."""
        return self._views.onto_from_functions.get(class_full_name, ())

    def into_module(self, module: str) -> tuple[RelationField, ...]:
        """The relations whose target is a class of this module."""
        return self._views.into_module.get(module, ())

    def declared_by(self, class_full_name: str) -> tuple[RelationField, ...]:
        """The relations that the body of this class declares, in the order of the text."""
        return self._views.declared_by.get(class_full_name, ())

    def declared_in_module(self, module: str) -> tuple[RelationField, ...]:
        """The relations that the classes of this module declare, in the order of the text."""
        return self._views.declared_in_module.get(module, ())

    def source_modules_of(self, module: str) -> tuple[str, ...]:
        """The other modules with relations into ``module``, those with errors included."""
        return self._views.source_modules.get(module, ())

    def broken_sources_into(self, module: str) -> tuple[str, ...]:
        """The modules that do not parse and may have relations into ``module``.

        They declare no relation, in a warm run as in a cold one: what such a file said while it was
        whole is forgotten, for a cold run doesn't know it. They have to be part of a build that has
        ``module``, so that their error is reported.
        """
        return self._resolution.broken_sources.get(module, ())

    @property
    def packages(self) -> frozenset[str]:
        """The libraries of the vocabulary that some file mentions."""
        return self._signs.packages

    @property
    def announced(self) -> frozenset[str]:
        """The names that the files announce as attributes of other classes."""
        return self._signs.announced

    def bases(self, class_full_name: str) -> tuple[str, ...]:
        """Full names of the direct bases of a class that takes part in a relation."""
        return self._resolution.bases.get(class_full_name, ())

    def module_of_class(self, class_full_name: str) -> str | None:
        """The module of a class that takes part in a relation."""
        return self._resolution.class_modules.get(class_full_name)

    def modules(self) -> Modules:
        """The modules of the roots; one is read when it is asked for."""
        from orm_typing.relations.modules import Modules

        return Modules(
            self._stamps,
            self._all_written(),
            self._read,
            self._module_of,
            self.import_roots.of_folder,
        )

    def file_of_module(self, module: str) -> str | None:
        """The file of a module that was read."""
        return self._module_files.get(module)


def _store_key(
    roots: tuple[str, ...], vocabulary: Vocabulary, pluraliser: Pluraliser, settings: str
) -> str:
    parts = (roots, vocabulary, pluraliser.key, settings, sys.version_info[:2])
    return hashlib.sha256(repr(parts).encode()).hexdigest()


def _said(resolution: Resolution) -> object:
    """What matters to those who ask: it does not matter in which line a relation stands."""
    relations = [relation._replace(line=0, column=0) for relation in resolution.relations]
    return relations, resolution.broken_sources, resolution.bases


def _parse(data: bytes) -> WrittenFile:
    from orm_typing.relations.scan import read_source

    return read_source(data)
