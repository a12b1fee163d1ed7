"""The Python files below the import roots, and whether they changed.

``walk`` stats every file on each run, so it does little: one ``scandir`` per directory, and tuples
that are compared with those of the last run.
"""

from __future__ import annotations

import contextlib
import os
import stat
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple, TypeAlias


class Stamp(NamedTuple):
    """What tells a changed file: any edit that keeps all three is one that nobody can see."""

    modified: int
    size: int
    inode: int


Stamps: TypeAlias = "dict[str, dict[str, Stamp]]"
"""Directory -> file name -> stamp."""

UNREADABLE = Stamp(-1, -1, -1)
"""In place of the stamp of a file that could not be read: no stat tells when it can be."""

SKIPPED_DIRECTORIES = frozenset({"__pycache__", "site-packages", "node_modules"})


def walk(roots: Iterable[str], excluded: Callable[[str], bool], known: Stamps) -> Stamps:
    """The stamps of all Python files below ``roots``.

    ``excluded`` is asked for absolute paths, of directories with a slash at the end; for files only
    if they are not in ``known``. Directories that can't be read count as empty. Skipped are hidden
    ones, caches, installed packages and virtual environments.
    """
    stamps: Stamps = {}
    own_roots = set(roots)
    waiting: list[tuple[str, str, tuple[str, ...]]] = [
        (root, _real_path(root), (_real_path(root),)) for root in sorted(own_roots)
    ]
    while waiting:
        directory, real, ancestors = waiting.pop()
        listing = _list_directory(directory, is_root=directory in own_roots)
        files: dict[str, Stamp] = {}
        known_files = known.get(directory, {})
        for entry in listing:
            name = entry.name
            if name.startswith("."):
                continue
            if name.endswith((".py", ".pyi")):
                stamp = _stamp_of(entry)
                if stamp is not None and (name in known_files or not excluded(entry.path)):
                    files[name] = stamp
            elif (
                name not in SKIPPED_DIRECTORIES
                and _is_directory(entry)
                and entry.path not in own_roots  # walked for itself
                and not excluded(entry.path + "/")
            ):
                if not entry.is_symlink():
                    waiting.append((entry.path, os.path.join(real, name), ancestors))
                else:
                    target = _real_path(entry.path)
                    if not _leads_back(target, real, ancestors):
                        waiting.append((entry.path, target, (*ancestors, target)))
        if files:
            stamps[directory] = files
    return stamps


def paths(stamps: Stamps) -> Iterator[tuple[str, Stamp]]:
    """All files with their stamps."""
    for directory, files in stamps.items():
        for name, stamp in files.items():
            yield os.path.join(directory, name), stamp


class Changes(NamedTuple):
    """The difference between two walks."""

    changed: list[str]
    """New files, and those with another stamp."""
    removed: list[str]
    is_added: bool
    """Whether any of ``changed`` is new."""


def compare(old: Stamps, new: Stamps) -> Changes:
    """What happened between two walks."""
    changed: list[str] = []
    removed: list[str] = []
    is_added = False
    for directory in old.keys() | new.keys():
        before, after = old.get(directory, {}), new.get(directory, {})
        if before == after:
            continue
        for name, stamp in after.items():
            if before.get(name) != stamp:
                changed.append(os.path.join(directory, name))
                is_added = is_added or name not in before
        removed += [os.path.join(directory, name) for name in before if name not in after]
    return Changes(changed, removed, is_added)


def read_bytes(path: str) -> bytes | None:
    """The file's content; ``None`` if it can't be read."""
    try:
        with open(path, "rb") as file:
            return file.read()
    except (OSError, ValueError, MemoryError):
        return None


def replace_file(path: str, parts: Iterable[bytes]) -> bool:
    """Write a file at once or not at all; whether that succeeded."""
    temporary = f"{path}.{os.getpid()}.tmp"
    try:
        os.makedirs(os.path.dirname(path) or ".", exist_ok=True)
        with open(temporary, "wb") as file:
            file.writelines(parts)
        os.replace(temporary, path)
    except OSError:
        with contextlib.suppress(OSError):
            os.unlink(temporary)
        return False
    return True


def _list_directory(directory: str, *, is_root: bool) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(directory) as entries:
            listing = list(entries)
    except OSError:
        return []
    # A virtual environment has this file at its top (PEP 405).
    if not is_root and any(entry.name == "pyvenv.cfg" for entry in listing):
        return []
    return listing


def _stamp_of(entry: os.DirEntry[str]) -> Stamp | None:
    try:
        status = entry.stat()
    except OSError:
        return None
    # To read a named pipe would wait for its writer.
    if not stat.S_ISREG(status.st_mode):
        return None
    return Stamp(status.st_mtime_ns, status.st_size, status.st_ino)


def _is_directory(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False


def _real_path(path: str) -> str:
    try:
        return os.path.realpath(path)
    except OSError:
        return path


def _leads_back(target: str, current: str, ancestors: tuple[str, ...]) -> bool:
    """Whether a link to ``target`` leads to where the walk is, or has come through."""
    return target in ancestors or current == target or current.startswith(target + os.sep)
