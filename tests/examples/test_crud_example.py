"""The help desk of `examples/crud_service` type-checks with the stubs alone, and runs."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from tests.edit_scripts.checker import MYPY
from tests.examples.running import copied, helped, run


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Copy the example out of the repository."""
    return copied("crud_service", tmp_path_factory.mktemp("examples"))


def test_the_application_is_strictly_typed(example: Path) -> None:
    done = run([*MYPY, "helpdesk", "tour.py"], example)
    assert done.returncode == 0, done.stdout + done.stderr
    assert len(re.findall(r"note: Revealed type is", done.stdout)) > 5


def test_nothing_helps_the_checker() -> None:
    assert helped("crud_service") == []


def test_the_application_runs(example: Path) -> None:
    done = run([sys.executable, "-m", "helpdesk"], example)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.strip()
