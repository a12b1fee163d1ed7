"""The environment that mypy checks: what is installed there, by its metadata."""

from __future__ import annotations

import os
import re
import shutil
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.metadata import distributions
from pathlib import Path

from mypy.options import Options
from mypy.version import __version__ as mypy_version

from orm_typing import __version__
from orm_typing.cli.doctor.finding import Finding, fault, note, ok, warning
from orm_typing.cli.project import package_folders
from orm_typing.compatibility import NEWEST_PYTHON, OLDEST_PYTHON, unsupported
from orm_typing.orms import LIBRARIES, Library


@dataclass(frozen=True)
class Environment:
    """What mypy looks into for installed packages."""

    python: str | None
    """The interpreter; ``None`` if mypy looks into none (``no_site_packages``)."""
    folders: tuple[str, ...]
    versions: dict[str, str]
    """Installed distributions, by normalised name."""

    def version(self, distribution: str) -> str | None:
        """The version that is installed there."""
        return self.versions.get(normalised(distribution))


def normalised(distribution: str) -> str:
    """One spelling for a name (PEP 503)."""
    return re.sub(r"[-_.]+", "-", distribution).lower()


def read_environment(options: Options) -> Environment:
    """What is installed where mypy looks. Raises :class:`ConfigurationError`."""
    folders = package_folders(options)
    versions: dict[str, str] = {}
    for distribution in distributions(path=list(folders)):
        name = distribution.metadata["Name"]
        if name:
            versions.setdefault(normalised(name), distribution.version)
    return Environment(options.python_executable, folders, versions)


def check_tools() -> Iterator[Finding]:
    """Python and mypy, as they run this command."""
    version = sys.version_info[:2]
    shown = ".".join(map(str, version))
    if version < OLDEST_PYTHON or version > NEWEST_PYTHON:
        oldest, newest = (".".join(map(str, one)) for one in (OLDEST_PYTHON, NEWEST_PYTHON))
        yield warning(
            f"Python {shown} is outside of what was tested, {oldest} to {newest}",
            "run mypy with one of those, if something looks wrong",
        )
    else:
        yield ok(f"Python {shown}")
    problem = unsupported(mypy_version)
    if problem is not None:
        text, _, advice = problem.partition(": ")
        yield warning(text, advice)
    else:
        yield ok(f"mypy {mypy_version}")
    yield from _check_command()


def _check_command() -> Iterator[Finding]:
    command = shutil.which("mypy")
    if command is None:
        return
    # Links are not followed: in a virtual environment the interpreter itself is one.
    own = {os.path.dirname(os.path.abspath(sys.executable)), os.path.join(sys.prefix, "bin")}
    folder = os.path.dirname(os.path.abspath(command))
    is_same = folder in own or _is_run_by_this_python(command)
    if not is_same:
        yield warning(
            f"the command mypy is {command}, of another environment than orm-typing "
            f"({sys.prefix}), and can't load the plugin unless orm-typing is installed there",
            f"run {os.path.basename(sys.executable)} -m mypy, or install orm-typing there",
        )


def _is_run_by_this_python(command: str) -> bool:
    """Whether the script's first line names this environment's interpreter."""
    try:
        with open(command, "rb") as file:
            first = file.readline(1000).decode("utf-8", errors="replace")
    except OSError:
        return False
    return first.startswith("#!") and sys.prefix + os.sep in first


def check_packages(environment: Environment, used: Iterable[Library]) -> Iterator[Finding]:
    """The libraries, and orm-typing itself, in the environment that mypy checks."""
    if environment.python is None:
        yield fault(
            "mypy looks into no environment (no_site_packages), and sees no stubs",
            "remove that option",
        )
        return
    yield ok(f"mypy looks for packages in the environment of {environment.python}")
    yield from _check_active(environment.python)
    installed = environment.version("orm-typing")
    if installed is not None and installed != __version__:
        yield warning(
            f"orm-typing is {installed} there, and {__version__} here, where mypy runs: "
            "stubs and plugin do not belong together",
            f'{environment.python} -m pip install "orm-typing=={__version__}"',
        )
    needed = list(used)
    for library in LIBRARIES:
        yield from _check_library(environment, library, is_used=library in needed)


def _check_active(python: str) -> Iterator[Finding]:
    active = os.environ.get("VIRTUAL_ENV")
    if active and not Path(os.path.abspath(python)).is_relative_to(os.path.abspath(active)):
        yield warning(
            f"the active virtual environment is {active}, which mypy does not look into",
            "run the mypy of that environment, or set python_executable",
        )


def _check_library(
    environment: Environment, library: Library, *, is_used: bool
) -> Iterator[Finding]:
    release = library.release
    version = environment.version(release.distribution)
    if version is None:
        if is_used and not release.is_published:
            yield note(
                f"{library.name} is not installed there; checking does not need it, running does"
            )
        elif is_used:
            yield fault(
                f"the project has models of {library.name}, and {release.distribution} is not "
                "installed there",
                f"{environment.python} -m pip install {release.distribution}",
            )
        else:
            yield note(f"{library.name} is not installed, and no model uses it")
        return
    tested = (release.tested, *release.also_tested)
    if version not in tested:
        yield warning(
            f"{release.distribution} {version} is not what was tested, {' or '.join(tested)}",
            "compare the changes of that release, if something looks wrong",
        )
    else:
        yield ok(f"{release.distribution} {version}")
    for conflict in release.conflicts:
        other = environment.version(conflict.distribution)
        if other is not None and _numbers(other) >= conflict.first:
            below = ".".join(map(str, conflict.first))
            yield fault(
                f"{release.distribution} {version} {conflict.effect} with "
                f"{conflict.distribution} {other}",
                f'{environment.python} -m pip install "{conflict.distribution}<{below}"',
            )


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in re.findall(r"\d+", version.partition("+")[0])[:3])
