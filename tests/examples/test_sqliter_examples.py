"""The examples type-check without an error, and do what they say when they run."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.edit_scripts.checker import MYPY
from tests.examples.running import copied, run


@pytest.fixture
def example(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """Copy an example out of the repository."""
    return copied(request.param, tmp_path)


@pytest.mark.parametrize("example", ["bookshop", "documented"], indirect=True)
def test_types(example: Path) -> None:
    paths = ["bookshop"] if example.name == "bookshop" else ["."]
    done = run([*MYPY, "--strict", *paths], example)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "error:" not in done.stdout


@pytest.mark.parametrize("example", ["documented"], indirect=True)
def test_the_documented_examplesrun(example: Path) -> None:
    said = _output([sys.executable, "run_all.py"], example)
    examples = {path.stem for path in example.glob("*.py") if "def main(" in path.read_text()}
    assert {line.partition(":")[0] for line in said.splitlines()} == examples - {"run_all"}


@pytest.mark.parametrize("example", ["bookshop"], indirect=True)
def test_the_bookshop_runs(example: Path) -> None:
    assert _output([sys.executable, "-m", "bookshop"], example).strip()


def _output(command: Sequence[str], directory: Path) -> str:
    done = run(command, directory)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout
