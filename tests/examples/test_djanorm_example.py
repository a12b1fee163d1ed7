"""The library of `examples/library_api` type-checks without an error, and does what it says."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.edit_scripts.checker import MYPY
from tests.examples.running import EXAMPLES, copied, expected_reveals, helped, revealed, run

pytest.importorskip("dorm", reason="djanorm needs Python 3.11 or later")

EXAMPLE = EXAMPLES / "library_api"


class Said(NamedTuple):
    """What a program printed, and how it ended."""

    status: int
    output: str
    errors: str


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Copy the example out of the repository, so that nothing of it is left there."""
    return copied(EXAMPLE.name, tmp_path_factory.mktemp("examples"))


@pytest.fixture(scope="module")
def checked(example: Path) -> Said:
    """Check the application and its tour once."""
    return _run([*MYPY, "library_api", "tour.py"], example)


@pytest.fixture(scope="module")
def ran(example: Path) -> Said:
    """Run the application once; a warning is an error."""
    return _run([sys.executable, "-W", "error", "-m", "library_api"], example)


def test_the_application_is_strictly_typed(checked: Said) -> None:
    said = checked.output + checked.errors
    assert "error:" not in said, said
    assert checked.status == 0, said


def test_the_tour_says_what_mypy_reveals(checked: Said) -> None:
    assert revealed(checked.output) == expected_reveals(EXAMPLE / "tour.py")


def test_nothing_helps_the_checker() -> None:
    assert len(list(EXAMPLE.rglob("*.py"))) > 10
    assert helped(EXAMPLE.name) == []


def test_the_application_runs(ran: Said) -> None:
    assert (ran.status, ran.errors) == (0, "")
    headings = [line for line in ran.output.splitlines() if not line.startswith(" ")]
    assert headings == ["House", "Catalogue", "Web", "Desk", "Closing time"]


@pytest.mark.parametrize(
    "line",
    [
        # A default accessor by an abstract base, whose target is a string.
        "Otto (Town Library, Children): Thaw, S-1",
        # A model that points at itself, nullable.
        "Thaw by Hekla Jons/R. Vale in English, after Ice; then nothing yet",
        # A queryset of one's own, and a path through two models.
        "English since 2000: Thaw",
        # A reverse one-to-one, with and without a row.
        "Ice from Town Library, until 2025-04-02, 160 cents",
        "Thaw from Town Library, Children, still there, 0 cents",
        # What a query adds to its rows.
        "Ice on Nature: ['I-1']",
        "busiest: [('Mia', 2), ('Ben', 0)]",
    ],
)
def test_the_report_has_the_line(line: str, ran: Said) -> None:
    assert line in [reported.strip() for reported in ran.output.splitlines()]


def _run(command: list[str], directory: Path) -> Said:
    done = run(command, directory)
    return Said(done.returncode, done.stdout, done.stderr)
