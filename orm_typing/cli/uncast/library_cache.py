"""What mypy found out about libraries, kept for the next call of the command.

The command works on a new copy of the project each time, so mypy's cache begins empty, and most of
the first run goes into libraries. So their entries are kept, in one file in the project's cache
folder, and put into the next copy. mypy decides itself which of them it can use, as always: those
of another version, with other options or of changed files it makes anew.

Entries about the project are left out: mypy does not look into a file whose entry is good, and so
would have no answers.
"""

from __future__ import annotations

import contextlib
import json
import os
import zlib
from collections.abc import Collection, Iterator
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from mypy.build import BuildResult, get_cache_names

_TIMES = "times"
"""The entry with the times of the others, which mypy compares."""


class LibraryCache:
    """The file ``archive``, and the folder ``cache`` in which mypy has its entries."""

    def __init__(self, archive: Path, cache: Path) -> None:
        self._archive = archive
        self._cache = cache
        self._times: dict[str, int] = {}

    def restore(self) -> None:
        """Put the entries where mypy looks for them; none of a file that is damaged."""
        try:
            with ZipFile(self._archive) as archive:
                times: dict[str, int] = json.loads(archive.read(_TIMES))
                # Reading compares checksums, so all is read before anything is written.
                contents = {name: archive.read(name) for name in times if _is_inside(name)}
        except (OSError, BadZipFile, zlib.error, KeyError, ValueError, NotImplementedError):
            return
        for name, content in contents.items():
            path = self._cache / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
            os.utime(path, (times[name], times[name]))
        self._times = times

    def keep(self, modules: Collection[str]) -> None:
        """Keep the entries of these modules, which :func:`library_modules` names.

        The file is replaced in one step, so that others may read or write it at the same time.
        """
        times = {name: int((self._cache / name).stat().st_mtime) for name in self._names(modules)}
        if times == self._times:
            return
        part = self._archive.with_name(f"{self._archive.name}.{os.getpid()}.tmp")
        # A cache that can't be written is none; that is no reason to stop.
        with contextlib.suppress(OSError):
            try:
                with ZipFile(part, "w") as archive:
                    archive.writestr(_TIMES, json.dumps(times))
                    for name in times:
                        archive.writestr(name, (self._cache / name).read_bytes())
                part.replace(self._archive)
            finally:
                part.unlink(missing_ok=True)

    def _names(self, modules: Collection[str]) -> Iterator[str]:
        """The entries of modules, and those about the plugins with which all were made."""
        for folder, _, files in os.walk(self._cache):
            for file in files:
                name = Path(folder, file).relative_to(self._cache)
                # Below the folder for the version of Python.
                stem = "/".join((*name.parts[1:-1], file.partition(".")[0]))
                if len(name.parts) > 1 and (stem in modules or file.startswith("@plugins")):
                    yield name.as_posix()


def _is_inside(name: str) -> bool:
    """Whether an entry stays in the cache's folder, whoever made the archive."""
    path = os.path.normpath(name)
    return not (os.path.isabs(path) or os.path.splitdrive(path)[0] or path.startswith(os.pardir))


def library_modules(result: BuildResult, project: str) -> set[str]:
    """The modules that are not below the folder ``project``, as mypy names their entries."""
    return {
        get_cache_names(state.id, state.path, state.options)[0]
        .replace(os.sep, "/")
        .partition(".")[0]
        for state in result.graph.values()
        if state.path and not os.path.abspath(state.path).startswith(f"{project}{os.sep}")
    }
