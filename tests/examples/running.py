"""Examples are checked and run in a copy, so that nothing is left in the repository."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Sequence
from pathlib import Path

from tests import copying
from tests.edit_scripts.checker import environment

EXAMPLES = copying.REPOSITORY / "examples"
_REVEALED = re.compile(r'^tour\.py:(\d+): note: Revealed type is "(.+)"$', re.MULTILINE)
_EXPECTED = re.compile(r"reveal_type\(.+\)  # ([^:]+)")
_MODULE = re.compile(r"\b(?:[a-z_]\w*\.)+(?=[A-Z])")
HINTS = ("cast(", "type: ignore", "TYPE_CHECKING")


def copied(name: str, folder: Path) -> Path:
    """Copy an example into a folder."""
    return copying.copied(EXAMPLES / name, folder / name)


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


def revealed(output: str) -> dict[int, str]:
    """What mypy reveals in a tour, by line, without the names of modules."""
    return {int(line): _MODULE.sub("", said) for line, said in _REVEALED.findall(output)}


def expected_reveals(tour: Path) -> dict[int, str]:
    """What the comments of a tour say."""
    return {
        number: match[1].strip()
        for number, line in enumerate(tour.read_text(encoding="utf-8").splitlines(), start=1)
        if (match := _EXPECTED.search(line)) is not None
    }
