"""The examples type-check without an error, and do what they say when they run."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.edit_scripts.checker import MYPY, environment
from tests.runtime_truth.conftest import REPOSITORY

EXAMPLES = REPOSITORY / "examples"


@pytest.fixture
def example(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """Copy an example out of the repository, so that nothing of it is left there."""
    name: str = request.param
    ignored = shutil.ignore_patterns(".mypy_cache", "__pycache__", "*.db")
    return Path(shutil.copytree(EXAMPLES / name, tmp_path / name, ignore=ignored))


@pytest.mark.parametrize("example", ["bookshop", "documented"], indirect=True)
def test_types(example: Path) -> None:
    paths = ["bookshop"] if example.name == "bookshop" else ["."]
    done = _run([*MYPY, "--strict", *paths], example)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "error:" not in done.stdout


@pytest.mark.parametrize("example", ["documented"], indirect=True)
def test_the_documented_examples_run(example: Path) -> None:
    said = _output([sys.executable, "run_all.py"], example)
    examples = {path.stem for path in example.glob("*.py") if "def main(" in path.read_text()}
    assert {line.partition(":")[0] for line in said.splitlines()} == examples - {"run_all"}


@pytest.mark.parametrize("example", ["bookshop"], indirect=True)
def test_the_bookshop_runs(example: Path) -> None:
    assert _output([sys.executable, "-m", "bookshop"], example).strip()


def _output(command: Sequence[str], directory: Path) -> str:
    done = _run(command, directory)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def _run(command: Sequence[str], directory: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command,
        cwd=directory,
        env=environment(),
        capture_output=True,
        text=True,
        check=False,
        encoding="utf-8",
    )
