"""The user's project as mypy and the plugin see it: configuration, import roots, relations.

The commands ask the plugin's own :class:`~orm_typing.plugin.build.project.Project`, so that they
and the plugin can't disagree.
"""

from __future__ import annotations

import contextlib
import io
import os
import re
import subprocess
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from mypy.errors import CompileError
from mypy.find_sources import InvalidSourceList, SourceFinder
from mypy.fscache import FileSystemCache
from mypy.main import process_options
from mypy.modulefinder import get_search_dirs
from mypy.options import Options

from orm_typing.messages.failures import own_source
from orm_typing.plugin.build.own_source import library_below
from orm_typing.plugin.build.project import Project
from orm_typing.relations.index import ProjectIndex
from orm_typing.settings import Settings, SettingsError, read_settings


class ConfigurationError(Exception):
    """The configuration can't be used; the text says why."""


class OwnSourceError(Exception):
    """The project is a library itself, and has nothing for us to do; the text says so."""


@dataclass(frozen=True)
class Module:
    """A file of the project and the name by which it is imported."""

    path: Path
    name: str


@dataclass(frozen=True)
class UserProject:
    """The project in the working directory, or above it."""

    folder: Path
    """Where the configuration file is; without one of its own, the working directory."""
    options: Options
    settings: Settings
    declared: Project
    """What the source declares."""
    cache_folder: str = ""
    """Where mypy has its cache of the project; empty if the configuration says that it has none."""
    complaints: tuple[str, ...] = ()
    """What mypy says about its configuration, such as that a file can't be parsed."""

    def modules(self, files: Iterable[Path]) -> Iterator[Module]:
        """The modules among the files, under mypy's names for them."""
        finder = SourceFinder(FileSystemCache(), self.options)
        for file in files:
            with contextlib.suppress(InvalidSourceList):
                yield Module(file, finder.crawl_up(os.path.abspath(file))[0])

    def refuse_own_library(self, files: Iterable[Path]) -> None:
        """Raise :class:`OwnSourceError` if the project holds the source of a library."""
        library = self.declared.own_library or library_below(self._roots_of(files))
        if library is not None:
            raise OwnSourceError(own_source(library.name))

    def _roots_of(self, files: Iterable[Path]) -> Iterator[str]:
        finder = SourceFinder(FileSystemCache(), self.options)
        seen: set[str] = set()
        for file in files:
            with contextlib.suppress(InvalidSourceList):
                root = os.path.abspath(finder.crawl_up(os.path.abspath(file))[1])
                if root not in seen:
                    seen.add(root)
                    yield root

    def index_of(self, module: Module) -> ProjectIndex | None:
        """The relations of the import root to which the module belongs."""
        return self.declared.index_of(module.name, os.path.abspath(module.path))


def open_project(config_file: Path | None = None) -> UserProject:
    """The project, with the configuration file that mypy finds from the working directory.

    Nothing is cached, and nothing of the project is imported. Raises :class:`ConfigurationError`.
    """
    options, complaints = read_configuration(config_file)
    cache_folder = options.cache_dir if options.incremental else ""
    options.cache_dir = os.devnull
    for pattern in options.exclude:
        compiled_pattern(pattern)
    package_folders(options)
    try:
        settings = read_settings(options.config_file)
    except SettingsError as error:
        raise ConfigurationError(str(error)) from error
    folder = _folder(options)
    declared = Project(options, settings, lambda: None, folder=str(folder))
    return UserProject(folder, options, settings, declared, cache_folder, tuple(complaints))


def _folder(options: Options) -> Path:
    if options.config_file:
        folder = Path(options.config_file).resolve().parent
        # The user's own file for all projects is elsewhere.
        if Path.cwd().is_relative_to(folder) and folder != Path.home():
            return folder
    return Path.cwd()


def compiled_pattern(text: str) -> re.Pattern[str]:
    """A pattern of ``exclude``. Raises :class:`ConfigurationError`."""
    try:
        return re.compile(text)
    except re.error as error:
        raise ConfigurationError(f"exclude: {text} is no regular expression: {error}") from error


def package_folders(options: Options) -> tuple[str, ...]:
    """Where mypy looks for installed packages. Raises :class:`ConfigurationError`."""
    try:
        # As mypy: the interpreter says where its packages are, and imports none of them. mypy
        # prints what it says in place of that.
        with contextlib.redirect_stdout(io.StringIO()):
            first, others = get_search_dirs(options.python_executable)
    except CompileError as error:
        raise ConfigurationError(" ".join(error.messages)) from error
    except (subprocess.CalledProcessError, ValueError, SyntaxError) as error:
        reason = f"{options.python_executable} does not answer as Python does"
        raise ConfigurationError(f"python_executable: {reason}") from error
    return tuple(dict.fromkeys((*first, *others)))


def read_options(config_file: Path | None = None) -> Options:
    """What mypy makes of its configuration file. Raises :class:`ConfigurationError`."""
    return read_configuration(config_file)[0]


def read_configuration(config_file: Path | None = None) -> tuple[Options, list[str]]:
    """The same, and the lines by which mypy complains about it."""
    # mypy prints what it finds wrong, and exits.
    output, problems = io.StringIO(), io.StringIO()
    arguments = [] if config_file is None else ["--config-file", str(config_file)]
    try:
        _, options = process_options(
            arguments, stdout=output, stderr=problems, require_targets=False
        )
    except SystemExit as error:
        text = problems.getvalue() or output.getvalue()
        raise ConfigurationError(text.strip() or "mypy refuses its configuration") from error
    except Exception as error:  # not UTF-8, say: mypy ends with a traceback there
        reason = f"mypy fails on its configuration file: {type(error).__name__}: {error}"
        raise ConfigurationError(reason) from error
    return options, problems.getvalue().splitlines()
