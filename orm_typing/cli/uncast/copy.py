"""A copy of the project, in which mypy runs and edits are tried.

It has the layout of the original below a temporary folder, so that relative paths in the
configuration mean the same. The user's own files are only read.
"""

from __future__ import annotations

import contextlib
import os
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path

from orm_typing.relations.files import SKIPPED_DIRECTORIES

_COPIED = (".py", ".pyi", ".typed", ".toml", ".ini", ".cfg")


class ProjectCopy:
    """The files of ``project`` that mypy may read, below ``folder``."""

    def __init__(self, project: Path, folder: Path) -> None:
        self.root = folder / "files"
        self.cache = folder / "cache"
        self._project = project
        self._clock = 0

    def make(self, also: Iterable[Path]) -> None:
        """Copy the project, and link what else is read, such as folders of ``mypy_path``."""
        for source in _files_below(self._project):
            target = self.path_of(source)
            target.parent.mkdir(parents=True, exist_ok=True)
            with contextlib.suppress(OSError):
                if source.is_dir():
                    target.symlink_to(self._linked(source.resolve()))
                else:
                    # Without its mode: what is read-only may be edited here.
                    shutil.copyfile(source, target)
        self.path_of(self._project).mkdir(parents=True, exist_ok=True)
        for other in also:
            link = self.path_of(other)
            if other.exists() and not link.exists():
                link.parent.mkdir(parents=True, exist_ok=True)
                link.symlink_to(other)

    def _linked(self, original: Path) -> Path:
        """Where a link has to lead: what belongs to the project is edited in the copy."""
        is_copied = original.is_relative_to(self._project)
        return self.path_of(original) if is_copied else original

    def path_of(self, original: Path) -> Path:
        """Where the copy of a file is; ``original`` is absolute."""
        return self.root / original.relative_to(original.anchor)

    def original_of(self, path: str) -> str:
        """The file of which this is the copy; a path outside the copy is its own original."""
        if not path.startswith(f"{self.root}{os.sep}"):
            return path
        return os.path.join(self._project.anchor, os.path.relpath(path, self.root))

    def write(self, original: Path, content: bytes) -> None:
        """Put another content in place of a file's copy."""
        path = self.path_of(original)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        # mypy tells a changed file by size and full seconds.
        self._clock += 1
        changed = path.stat().st_mtime + self._clock
        os.utime(path, (changed, changed))

    def clear_cache(self) -> None:
        """Let mypy begin anew."""
        shutil.rmtree(self.cache, ignore_errors=True)

    def remove(self, original: Path) -> None:
        """Leave a file out."""
        self.path_of(original).unlink(missing_ok=True)


def _files_below(folder: Path) -> Iterator[Path]:
    """The files, and the links to folders."""
    for current, directories, names in os.walk(folder):
        if "pyvenv.cfg" in names and Path(current) != folder:
            directories.clear()
            continue
        directories[:] = [
            name
            for name in directories
            if not name.startswith(".") and name not in SKIPPED_DIRECTORIES
        ]
        yield from (Path(current, name) for name in names if name.endswith(_COPIED))
        links = (link for name in directories if (link := Path(current, name)).is_symlink())
        yield from (link for link in links if not (link / "pyvenv.cfg").exists())
