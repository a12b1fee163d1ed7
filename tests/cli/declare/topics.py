"""The cases on disk."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

CASES = Path(__file__).parent / "cases"
TOPICS = sorted(folder.name for folder in CASES.iterdir() if (folder / "before").is_dir())

# djanorm needs Python 3.11.
RUNNABLE = [topic for topic in TOPICS if topic != "djanorm" or sys.version_info >= (3, 11)]


def copied(topic: str, state: str, folder: Path) -> Path:
    """Copy a project out of the repository, whose own configuration must not count."""
    ignored = shutil.ignore_patterns("__pycache__", "*.db")
    return Path(shutil.copytree(CASES / topic / state, folder / state, ignore=ignored))


def texts(folder: Path) -> dict[str, str]:
    """All source files of a project."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes().decode()
        for path in sorted(folder.rglob("*.py"))
    }
