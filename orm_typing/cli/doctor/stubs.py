"""Whether the stubs are what mypy and other checkers find for an ORM."""

from __future__ import annotations

import contextlib
import io
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from mypy.build import default_data_dir
from mypy.fscache import FileSystemCache
from mypy.modulefinder import (
    BuildSource,
    FindModuleCache,
    ModuleNotFoundReason,
    SearchPaths,
    compute_search_paths,
)
from mypy.options import Options

from orm_typing.cli.doctor.environment import Environment
from orm_typing.cli.doctor.finding import Finding, fault, ok, warning
from orm_typing.cli.found import shown_path
from orm_typing.orms import Library

PYRIGHT_STUBS = "typings"
"""Where pyright and Pylance look first, unless ``stubPath`` says otherwise."""


def check_stubs(
    options: Options, environment: Environment, used: Iterable[Library], roots: Iterable[str]
) -> Iterator[Finding]:
    """For each library in use: what is found under the name of its package."""
    try:
        paths = _search_paths(options, roots)
    except _RefusedError as error:
        yield fault(str(error), "take the folder out of mypy_path or MYPYPATH")
        return
    for library in used:
        yield _check_mypy(options, paths, environment, library)
        folder = Path(PYRIGHT_STUBS, _package(library))
        if folder.exists():
            yield warning(
                f"pyright and Pylance take {folder} before the stubs of orm-typing",
                f"remove {folder}",
            )


class _RefusedError(Exception):
    pass


def _search_paths(options: Options, roots: Iterable[str]) -> SearchPaths:
    sources = [BuildSource(None, None, None, base_dir=root) for root in roots]
    said = io.StringIO()
    try:
        with contextlib.redirect_stderr(said):
            return compute_search_paths(sources, options, default_data_dir(), None)
    except SystemExit as error:
        raise _RefusedError(f"mypy refuses to run: {said.getvalue().strip()}") from error


def _check_mypy(
    options: Options, paths: SearchPaths, environment: Environment, library: Library
) -> Finding:
    package = _package(library)
    found = FindModuleCache(paths, FileSystemCache(), options).find_module(package)
    stubs = f"{package}-stubs"
    where = [folder for folder in environment.folders if os.path.isdir(os.path.join(folder, stubs))]
    install = f"{environment.python} -m pip install orm-typing"
    if isinstance(found, ModuleNotFoundReason):
        return fault(f"mypy does not find the stubs of {library.name}", install)
    if os.path.basename(os.path.dirname(found)) == stubs:
        return ok(f"mypy finds the stubs of {library.name}")
    if not where:
        return fault(
            f"the stubs of {library.name} are not installed where mypy looks: it reads {found}",
            install,
        )
    return fault(
        f"mypy reads {shown_path(found)} in place of the stubs of {library.name}",
        _shadow_remedy(found, package, paths),
    )


def _shadow_remedy(found: str, package: str, paths: SearchPaths) -> str:
    for folder in paths.mypy_path:
        if Path(found).is_relative_to(folder):
            return f"take {shown_path(folder)} out of mypy_path or MYPYPATH, or remove it there"
    return f"rename your own {package}: the library of that name can't be imported beside it"


def _package(library: Library) -> str:
    return library.package.rstrip(".")
