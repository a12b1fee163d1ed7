"""The user's files: which are meant, reading them, and writing them whole or not at all."""

from __future__ import annotations

import contextlib
import errno
import os
import re
import sys
import tokenize
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from orm_typing.relations.files import SKIPPED_DIRECTORIES, read_bytes
from orm_typing.relations.syntax import PARSE_ERRORS, parse


class RefusedError(Exception):
    """A path that a command must not work on; the text names it and says why."""


class UnreadableError(Exception):
    """A file that can't be read as Python source; the text says why."""


@dataclass(frozen=True)
class SourceFile:
    """A file as it was read."""

    path: Path
    text: str
    """With its own line endings."""
    encoding: str
    """As its first lines declare it (PEP 263); ``utf-8-sig`` with a byte order mark."""

    def encode(self, text: str) -> bytes:
        """Another text for this file, as bytes."""
        return text.encode(self.encoding)


def python_files(paths: Iterable[Path], project: Path) -> Iterator[Path]:
    """The ``.py`` files that are meant: files as given, directories walked in order.

    Skipped below a directory are hidden ones, installed packages and virtual environments. Raises
    :class:`RefusedError` for a path outside ``project``, also by way of a link.
    """
    inside = project.resolve()
    seen: set[Path] = set()
    for path in paths:
        if not path.exists():
            raise RefusedError(f"{path}: no such file or directory")
        if not path.resolve().is_relative_to(inside):
            raise RefusedError(f"{path}: outside the project {inside}")
        for file in _below(path) if path.is_dir() else (path,):
            resolved = file.resolve()
            if resolved not in seen and resolved.is_relative_to(inside):
                seen.add(resolved)
                yield file


def _below(directory: Path) -> Iterator[Path]:
    for current, directories, names in os.walk(directory):
        if "pyvenv.cfg" in names and Path(current) != directory:
            directories.clear()
            continue
        directories[:] = sorted(
            name
            for name in directories
            if not name.startswith(".") and name not in SKIPPED_DIRECTORIES
        )
        yield from (Path(current, name) for name in sorted(names) if name.endswith(".py"))


def read_source(path: Path) -> SourceFile:
    """A file's text.

    Raises :class:`UnreadableError` for one that is missing or not in its declared encoding.
    """
    try:
        with path.open("rb") as stream:
            encoding, _ = tokenize.detect_encoding(stream.readline)
        with path.open(encoding=encoding, newline="") as file:
            return SourceFile(path, file.read(), encoding)
    except (OSError, SyntaxError, UnicodeDecodeError) as error:
        raise UnreadableError(f"{path}: {error}") from error


NEWER_PYTHON = (
    "if Python should be able to read it, run orm-typing with a newer one than "
    f"{sys.version_info.major}.{sys.version_info.minor}"
)
"""What to do about a statement that can't be parsed and has no error."""


def lost_places(path: str) -> str:
    """Which statements of a file can't be parsed: ``line 3, 17``; empty if it can't be read."""
    data = read_bytes(path)
    if data is None:
        return ""
    try:
        lines = parse(data).lost
    except SyntaxError as error:
        lines = (error.lineno or 1,)
    except PARSE_ERRORS:
        lines = (1,)
    return f"line {', '.join(map(str, lines))}"


def lines_of(text: str) -> list[str]:
    """The lines with their endings; only a line feed ends one, and no form feed or such."""
    return re.findall(r"[^\n]*\n|[^\n]+", text)


def write_sources(changes: Mapping[Path, bytes]) -> None:
    """Write all files, or none.

    Every new content is on the disk before the first file is replaced, and each file is replaced in
    one step, so an interruption leaves none half written. Links stay links, and modes stay. Raises
    :class:`OSError` if the disk refuses or a file is read-only; the files that were replaced have
    their old content then, and new ones are gone.
    """
    staged: dict[Path, Path] = {}
    replaced: dict[Path, bytes | None] = {}
    try:
        for path, content in changes.items():
            target = path.resolve()
            if target.exists() and not os.access(target, os.W_OK):
                # To replace it would need the right to its folder alone.
                raise PermissionError(errno.EACCES, "the file is read-only", str(path))
            temporary = staged[target] = target.with_name(f".{target.name}.{os.getpid()}.tmp")
            temporary.write_bytes(content)
            if target.exists():
                temporary.chmod(target.stat().st_mode)
        try:
            for target, temporary in staged.items():
                replaced[target] = target.read_bytes() if target.exists() else None
                temporary.replace(target)
        except BaseException:
            for target, before in replaced.items():
                if before is None:
                    target.unlink(missing_ok=True)
                else:
                    target.write_bytes(before)
            raise
    finally:
        for temporary in staged.values():
            with contextlib.suppress(OSError):
                temporary.unlink()
