"""The cases on disk."""

from __future__ import annotations

import sys
from pathlib import Path

from tests import copying

CASES = Path(__file__).parent / "cases"
TOPICS = sorted(folder.name for folder in CASES.iterdir() if (folder / "before").is_dir())

# djanorm needs Python 3.11.
RUNNABLE = [topic for topic in TOPICS if topic != "djanorm" or sys.version_info >= (3, 11)]


def copied(topic: str, state: str, folder: Path) -> Path:
    """Copy a project out of the repository, whose own configuration must not count."""
    return copying.copied(CASES / topic / state, folder / state)


def texts(folder: Path) -> dict[str, str]:
    """All source files of a project."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes().decode()
        for path in sorted(folder.rglob("*.py"))
    }
