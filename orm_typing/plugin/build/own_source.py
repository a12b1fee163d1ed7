"""A project that holds the source of a library, as the library's own checkout does.

There mypy takes that source in place of the stubs, whose classes the features know. They have
nothing to say then: the answers are those of mypy alone, and one line says why::

    sqliter/orm/model.py:26: note: SQLiter's own source is part of this project ...
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from functools import partial

from mypy.nodes import MypyFile
from mypy.plugin import ClassDefContext
from mypy.semanal import SemanticAnalyzer

from orm_typing.messages.failures import own_source
from orm_typing.orms import LIBRARIES, Library
from orm_typing.orms.description import Orm


def _class_of(library: Library) -> str:
    """Full name of the one of its classes at which the line stands."""
    if isinstance(library, Orm):
        return library.model_bases[0].full_names[0]
    return min(library.builders)


def _modules_of(library: Library) -> set[str]:
    """Some of its modules, by which it is told from another package of that name."""
    names = {_class_of(library)}
    if isinstance(library, Orm):
        names.update(
            one.reverse_descriptor for one in library.constructors if one.reverse_descriptor
        )
        names.update({library.field_base} if library.field_base else ())
    return {name.rpartition(".")[0] for name in names}


_ANNOUNCED = {_class_of(library): library for library in LIBRARIES}
_PACKAGES = {library.package.rstrip("."): library for library in LIBRARIES}


def library_below(folders: Iterable[str]) -> Library | None:
    """The library whose source is in one of the folders from which modules are imported."""
    for folder in folders:
        for package, library in _PACKAGES.items():
            if os.path.isdir(os.path.join(folder, package)) and all(
                _has_module(folder, module) for module in _modules_of(library)
            ):
                return library
    return None


def _has_module(folder: str, module: str) -> bool:
    path = os.path.join(folder, *module.split("."))
    return os.path.isfile(f"{path}.py") or os.path.isfile(os.path.join(path, "__init__.py"))


def is_in_build(modules: Mapping[str, MypyFile]) -> bool:
    """Whether mypy has loaded a library from the project, and not from the stubs."""
    return any(
        file is not None and _is_own(package, file.path)
        for package in _PACKAGES
        for file in (modules.get(package),)
    )


def _is_own(package: str, path: str) -> bool:
    parts = os.path.abspath(path).split(os.sep)
    return parts[-1].endswith(".py") and not {
        f"{package}-stubs",
        "site-packages",
        "dist-packages",
    }.intersection(parts)


def announcing_hook(full_name: str) -> partial[None] | None:
    """For one class of the library: what says that the plugin is off."""
    library = _ANNOUNCED.get(full_name)
    return partial(_announce, library) if library is not None else None


def _announce(library: Library, ctx: ClassDefContext) -> None:
    if isinstance(ctx.api, SemanticAnalyzer):
        ctx.api.note(own_source(library.name), ctx.cls)
