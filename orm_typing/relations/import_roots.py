"""The folders from which a project's modules are imported, as a plain ``mypy .`` takes them.

::

    shop/__init__.py        # below a package: imported from the folder above it
    shop/models.py          # shop.models
    tests/test_models.py    # below none: imported from its own folder, as test_models

They follow from where files are. A folder whose modules would have the names of others is left out:
mypy can't check the two together, and each is a project for itself.
"""

from __future__ import annotations

import os
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from orm_typing.relations.files import Stamps

_PACKAGE = ("__init__.py", "__init__.pyi")


class ImportRoots(NamedTuple):
    """What the files below some folders amount to."""

    bases: tuple[str, ...]
    """All roots: the folders that were given, and those that the files imply."""
    of_folder: dict[str, str]
    """Folders with files in them -> the implied root to which they belong."""


def given_roots(roots: tuple[str, ...]) -> ImportRoots:
    """The roots alone."""
    return ImportRoots(roots, {})


def implied_roots(roots: tuple[str, ...], stamps: Stamps) -> ImportRoots:
    """The roots, and those that files below the first one imply."""
    fixed = set(roots)
    packages = {folder for folder, files in stamps.items() if _is_package(files)}
    bases = {folder: _base(folder, packages, fixed) for folder in stamps}
    # One with stubs alone, such as pyright's `typings`, is for a checker that is told of it.
    sources = {bases[folder] for folder, files in stamps.items() if any(map(_is_source, files))}
    names: dict[str, set[str]] = {root: set() for root in roots}
    for folder, base in bases.items():
        if base not in sources and base not in fixed:
            continue
        if folder == base:
            known = (file.rpartition(".")[0] for file in stamps[folder])
            names.setdefault(base, set()).update(name for name in known if name != "__init__")
        elif os.path.dirname(folder) == base:
            names.setdefault(base, set()).add(os.path.basename(folder))
    counts = Counter(name for one in names.values() for name in one)
    implied = {
        base
        for base, own in names.items()
        if base not in fixed
        and base.startswith(os.path.join(roots[0], ""))
        and all(counts[name] == 1 for name in own)
    }
    return ImportRoots(
        (*roots, *sorted(implied)),
        {folder: base for folder, base in bases.items() if base in implied},
    )


def _is_source(file: str) -> bool:
    return file.endswith(".py")


def _is_package(files: Iterable[str]) -> bool:
    return any(name in files for name in _PACKAGE)


def _base(folder: str, packages: set[str], fixed: set[str]) -> str:
    """Where the name of a folder's modules begins: see ``mypy.find_sources``."""
    base = current = folder
    while current not in fixed and os.path.dirname(current) != current:
        if current in packages:
            base = os.path.dirname(current)
        elif not os.path.basename(current).isidentifier():
            break
        current = os.path.dirname(current)
    return base
