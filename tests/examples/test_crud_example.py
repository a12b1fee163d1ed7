"""The help desk of `examples/crud_service` type-checks with the stubs alone, and runs."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.edit_scripts.checker import MYPY, environment

EXAMPLE = Path(__file__).parents[2] / "examples" / "crud_service"
HINTS = ("cast(", "type: ignore", "TYPE_CHECKING")


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Copy the example out of the repository, so that nothing of it is left there."""
    ignored = shutil.ignore_patterns(".mypy_cache", "__pycache__", "*.db")
    place = tmp_path_factory.mktemp("examples") / EXAMPLE.name
    return Path(shutil.copytree(EXAMPLE, place, ignore=ignored))


def test_the_application_is_strictly_typed(example: Path) -> None:
    done = _run([*MYPY, "helpdesk", "tour.py"], example)
    assert done.returncode == 0, done.stdout + done.stderr
    assert len(re.findall(r"note: Revealed type is", done.stdout)) > 5


def test_nothing_helps_the_checker() -> None:
    texts = {path: path.read_text(encoding="utf-8") for path in EXAMPLE.rglob("*.py")}
    assert [(path.name, h) for path, text in texts.items() for h in HINTS if h in text] == []


def test_the_application_runs(example: Path) -> None:
    done = _run([sys.executable, "-m", "helpdesk"], example)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.strip()


def _run(command: list[str], directory: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command, cwd=directory, env=environment(), capture_output=True, text=True, check=False
    )
