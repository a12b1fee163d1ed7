"""The files of the roots as modules: by name, and parsed when somebody asks."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from orm_typing.relations.names import Module
from orm_typing.relations.scan import read_source
from orm_typing.relations.written import NOTHING_WRITTEN

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, MutableMapping

    from orm_typing.relations.files import Stamps
    from orm_typing.relations.written import WrittenFile

# A package goes before a module, and a stub before a source file, as in mypy's `modulefinder`.
_PREFERRED_ENDINGS = (f"{os.sep}__init__.pyi", f"{os.sep}__init__.py", ".pyi", ".py")


class Modules:
    """Finds modules among the files of ``stamps``.

    ``written`` has the files that are parsed; what is parsed here is added to it, so that no file
    is parsed twice. ``module_of`` has the last word on which module a file is. ``homes`` are the
    import roots of folders that have one of their own.
    """

    def __init__(
        self,
        stamps: Stamps,
        written: MutableMapping[str, WrittenFile],
        read: Callable[[str], bytes | None],
        module_of: Callable[[str], tuple[str, bool] | None],
        homes: Mapping[str, str] | None = None,
    ) -> None:
        self._homes = homes or {}
        self._stamps = stamps
        self._written = written
        self._read = read
        self._module_of = module_of
        self._found: dict[str, Module | None] = {}
        self._paths: dict[str, dict[str, list[str]]] = {}
        self.files: dict[str, str] = {}
        """The file of each module that was found so far."""

    def parsed(self) -> list[Module]:
        """All modules whose file is parsed.

        A file that is hidden by another one, such as ``books.py`` beside ``books.pyi``, is none.
        """
        modules: dict[str, Module] = {}
        for path in sorted(self._written):
            known = self._module_of(path)
            module = self.named(known[0]) if known else None
            if module is not None:
                modules[module.name] = module
        return list(modules.values())

    def named(self, name: str) -> Module | None:
        """The module of that name; parses its file if nobody did."""
        if name not in self._found:
            self._found[name] = self._find(name)
        return self._found[name]

    def _find(self, name: str) -> Module | None:
        for path in self._possible_files(name):
            known = self._module_of(path)
            if known is not None and known[0] == name:
                self.files[name] = path
                home = self._homes.get(os.path.dirname(path), "")
                return Module(name, known[1], self._written_file(path), home)
        return Module(name, True, NOTHING_WRITTEN) if self._is_namespace(name) else None

    def _is_namespace(self, name: str) -> bool:
        """Whether ``name`` is a package without ``__init__`` that has modules (PEP 420)."""
        relative = os.sep + name.replace(".", os.sep) + os.sep
        for directory, files in self._stamps.items():
            if relative in directory + os.sep:
                known = self._module_of(os.path.join(directory, min(files)))
                if known is not None and known[0].startswith(name + "."):
                    return True
        return False

    def _written_file(self, path: str) -> WrittenFile:
        written = self._written.get(path)
        if written is None:
            data = self._read(path)
            written = NOTHING_WRITTEN if data is None else read_source(data)
            self._written[path] = written
        return written

    def _possible_files(self, name: str) -> list[str]:
        """Files whose path ends like the module's name, preferred ones first."""
        if not self._paths:
            self._sort_paths()
        parent, _, last = name.rpartition(".")
        by_parent = self._paths.get(last, {})
        if parent:
            candidates = by_parent.get(parent.rpartition(".")[2], [])
        else:
            candidates = sorted(path for paths in by_parent.values() for path in paths)
        relative = os.sep + name.replace(".", os.sep)
        return [
            path
            for ending in _PREFERRED_ENDINGS
            for path in candidates
            if path.endswith(relative + ending)
        ]

    def _sort_paths(self) -> None:
        """Arrange all paths by the last two parts of their modules' names."""
        for directory, files in sorted(self._stamps.items()):
            above, package = os.path.split(directory)
            parent = os.path.basename(above)
            prefix = os.path.join(directory, "")
            for file in sorted(files):
                stem = file.rpartition(".")[0]
                last, before = (package, parent) if stem == "__init__" else (stem, package)
                self._paths.setdefault(last, {}).setdefault(before, []).append(prefix + file)
