"""Which accessors does a module use, as far as its text tells?

A module uses an accessor when it mentions its name and can reach the class that has it. So one
that reads ``menu.items`` has nothing to do with the ``items`` of another application's orders.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import cached_property

from orm_typing.relations.declaration import RelationField
from orm_typing.relations.imports import Reach, absolute_name, with_parents
from orm_typing.relations.index import ProjectIndex
from orm_typing.relations.mentions import Mentions, Sought

_ENDINGS = (".pyi", ".py")
_PACKAGE = ("__init__.pyi", "__init__.py")


class Usage:
    """The uses of one index's accessors, for one state of the index.

    ``store`` is the file in which mentions are kept between runs, or ``None``.
    """

    def __init__(self, index: ProjectIndex, store: str | None) -> None:
        self._index = index
        self._mentions = Mentions(
            Sought(index.accessor_names, index.extended_names, index.method_names),
            index.stamp_of,
            store,
        )
        self._listings: dict[str, frozenset[str]] = {}
        self._used: dict[str, tuple[RelationField, ...]] = {}

    def accessors_used_in(self, module: str, path: str) -> tuple[RelationField, ...]:
        """The relations of other modules whose accessors this module uses."""
        if module not in self._used:
            self._used[module] = self._find(module, path)
        return self._used[module]

    def save(self) -> None:
        """Keep what was read for the next run."""
        self._mentions.save()

    def _find(self, module: str, path: str) -> tuple[RelationField, ...]:
        if not self._index.accessor_names:
            return ()
        absolute = os.path.abspath(path)
        names = self._mentions.of(absolute).mentions
        if not names:
            return ()
        if absolute not in self._files_of(module):  # a file that the index leaves out
            self._files_of(module).append(absolute)
        return tuple(
            relation
            for relation in self._index.relations
            if relation.accessor in names
            and not relation.reaches_out_of_a_function
            and relation.source_module != module
            and relation.target_module is not None
            and self._may_have(module, relation.target_module)
        )

    def _may_have(self, module: str, target: str) -> bool:
        """Whether the module can come to have an object of a class of the target's module.

        Through a library's own modules there may be any way.
        """
        return not self._files_of(target) or self._reach.reaches(module, target)

    @cached_property
    def _reach(self) -> Reach:
        targets = {found.target_module for found in self._index.relations if found.target_module}
        return Reach(targets, self._imports_of)

    @cached_property
    def _files(self) -> dict[str, list[str]]:
        """All files of each module: which of ``books.py`` and ``books.pyi`` counts is not asked."""
        files: dict[str, list[str]] = {}
        for module, path in self._index.files_by_name():
            files.setdefault(module, []).append(path)
        return files

    def _files_of(self, module: str) -> list[str]:
        """Files of a module of the project; also of one that the configuration excludes.

        An excluded file declares nothing, but a checker follows the imports that lead through it.
        """
        known = self._files.get(module)
        if known is None:
            known = self._files[module] = list(self._unlisted(module))
        return known

    def _unlisted(self, module: str) -> Iterator[str]:
        parent, _, last = module.rpartition(".")
        if not self._may_be_package(parent):
            return
        for root in self._index.import_roots.bases:
            folder = os.path.join(root, *parent.split(".")) if parent else root
            names = self._listing(folder)
            candidates = [f"{last}{ending}" for ending in _ENDINGS]
            yield from (os.path.join(folder, name) for name in candidates if name in names)
            if last in names:
                inside = self._listing(os.path.join(folder, last))
                yield from (os.path.join(folder, last, name) for name in _PACKAGE if name in inside)

    def _may_be_package(self, module: str) -> bool:
        """Whether modules can be in it: most names that are imported are those of classes."""
        if not module:
            return True
        files = self._files_of(module)
        if files:
            return any(_is_package(path) for path in files)
        top = module.partition(".")[0]
        return any(top in self._listing(root) for root in self._index.import_roots.bases)

    def _listing(self, folder: str) -> frozenset[str]:
        if folder not in self._listings:
            try:
                self._listings[folder] = frozenset(os.listdir(folder))
            except (OSError, ValueError):
                self._listings[folder] = frozenset()
        return self._listings[folder]

    def _imports_of(self, module: str) -> Iterator[str]:
        for path in self._files_of(module):
            for name in (module, *self._mentions.of(path).imports):
                absolute = absolute_name(name, module, is_package=_is_package(path))
                for found in with_parents(absolute):
                    if found != module and self._files_of(found):
                        yield found
        # What an accessor of one of its classes gives leads on from there; so does what a string
        # names.
        yield from self._index.source_modules_of(module)
        for relation in self._index.declared_in_module(module):
            if relation.target_module is not None:
                yield relation.target_module


def _is_package(path: str) -> bool:
    return os.path.basename(path) in _PACKAGE
