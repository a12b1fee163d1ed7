"""What a generated project is, and how it and its edits reach the disk."""

from __future__ import annotations

import os
import re
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

Rewrite = Callable[[str, int], str]
"""Makes the ``n``-th edition of a file (from 1) out of its original text."""


@dataclass(frozen=True)
class Edit:
    """A change that a developer makes to one file, over and over."""

    label: str
    path: str
    rewrite: Rewrite


@dataclass(frozen=True)
class Project:
    """Source files, and what is measured on them."""

    name: str
    summary: str
    files: Mapping[str, str]
    """Texts by path."""
    targets: tuple[str, ...]
    """What mypy is given on its command line."""
    libraries: str
    """Source that imports the same third-party modules as the project, to check them beforehand."""
    edits: tuple[Edit, ...] = ()
    has_cold_run: bool = True
    """Whether a cold run tells something of interest."""


ORM_IMPORTS = """\
from sqliter import SqliterDB
from sqliter.orm import BaseDBModel, ForeignKey, ManyToMany
"""
PLAIN_IMPORTS = "from dataclasses import dataclass, field\n"

EDITION = "  # edition"
"""Marks the line that :func:`edit_body` changes; generators put ``+ 0`` before it."""


def edit_comment(text: str, edition: int) -> str:
    """Append a comment; no line moves, and nothing means anything else."""
    return f"{text}# edition {edition}\n"


def edit_body(text: str, edition: int) -> str:
    """Change the marked expression inside a function body; the interface stays."""
    return _replaced_once(rf"\d+{EDITION}", f"{edition}{EDITION}", text)


def edit_relation(text: str, edition: int) -> str:
    """Declare one more relation, under another reverse name each time.

    The file has to declare a ``parent`` already: the new one has the same target.
    """
    return _replaced_once(
        r"    parent: ForeignKey\[(\w+)\]",
        rf'    extra: ForeignKey[\1] = ForeignKey(\1, related_name="extra_{edition}")\n\g<0>',
        text,
    )


def _replaced_once(pattern: str, replacement: str, text: str) -> str:
    changed, count = re.subn(pattern, replacement, text, count=1)
    if not count:
        raise ValueError(f"Nothing matches {pattern!r} in the file to edit")
    return changed


class Sources:
    """A project's files on disk.

    Time stamps are set, each later than the one before and all in the past: neither mypy nor a
    plugin can take a file for unchanged, or for one that may still be changing.
    """

    def __init__(self, project: Project, folder: Path) -> None:
        self.project = project
        self.folder = folder
        self._clock = int(time.time()) - 24 * 60 * 60
        for path, text in project.files.items():
            self._write(path, text)

    def apply(self, edit: Edit, edition: int) -> None:
        """Rewrite the file of an edit to its ``edition``."""
        original = self.project.files[edit.path]
        changed = edit.rewrite(original, edition)
        if changed == original:
            raise ValueError(f"The edit {edit.label!r} changes nothing in {edit.path}")
        self._tick()
        self._write(edit.path, changed)

    def restore(self, edit: Edit) -> None:
        """Give the file of an edit its original text."""
        self._tick()
        self._write(edit.path, self.project.files[edit.path])

    def _tick(self) -> None:
        self._clock += 2

    def _write(self, path: str, text: str) -> None:
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
        os.utime(file, (self._clock, self._clock))
