"""Examples are checked and run in a copy, so that nothing is left in the repository."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

from tests.edit_scripts.checker import environment

EXAMPLES = Path(__file__).parents[2] / "examples"
HINTS = ("cast(", "type: ignore", "TYPE_CHECKING")


def copied(name: str, folder: Path) -> Path:
    """Copy an example into a folder."""
    ignored = shutil.ignore_patterns(".mypy_cache", "__pycache__", "*.db")
    return Path(shutil.copytree(EXAMPLES / name, folder / name, ignore=ignored))


def run(command: Sequence[str], directory: Path) -> subprocess.CompletedProcess[str]:
    """Run a program there."""
    return subprocess.run(
        command,
        cwd=directory,
        env=environment(),
        capture_output=True,
        text=True,
        check=False,
        encoding="utf-8",
    )


def helped(name: str) -> list[tuple[str, str]]:
    """Where an example's source helps the checker along."""
    return [
        (path.name, hint)
        for path in (EXAMPLES / name).rglob("*.py")
        for hint in HINTS
        if hint in path.read_text(encoding="utf-8")
    ]
