"""Copies of what the repository holds: what a command left in its folders stays behind.

A cache that came along would answer in place of the checker, with the paths of another folder.
"""

from __future__ import annotations

import shutil
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[1]


def left_behind(ignore_file: Path = REPOSITORY / ".gitignore") -> tuple[str, ...]:
    """The names of what is no source, as git is told: caches, databases, environments."""
    lines = ignore_file.read_text(encoding="utf-8").splitlines()
    return tuple(line.strip("/") for line in lines if line and not line.startswith("#"))


def copied(source: Path, to: Path) -> Path:
    """Copy a folder of the repository to ``to``, which must not exist, and give ``to``."""
    ignored = shutil.ignore_patterns(*left_behind())
    return Path(shutil.copytree(source, to, ignore=ignored))
