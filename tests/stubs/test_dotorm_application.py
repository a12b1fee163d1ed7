"""An application on DotORM, whose library is not needed: messages on the marked lines alone."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from tests.edit_scripts.checker import environment

APPLICATION = Path(__file__).parents[2] / "test-data" / "dotorm_application"
ERROR = re.compile(r"^(crm/\S+\.py):(\d+): error: .*\[([\w-]+)\]$", re.MULTILINE)
ROW = re.compile(r"^\| `([\w-]+)` \| \d+ \| (\d+) \|$", re.MULTILINE)


@pytest.fixture(scope="module")
def errors(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[str, int, str]]:
    """What mypy says with the stubs: file, line and code."""
    folder = tmp_path_factory.mktemp("application")
    shutil.copytree(APPLICATION / "crm", folder / "crm")
    done = subprocess.run(
        [sys.executable, "-m", "mypy", "--config-file=", "crm"],
        cwd=folder,
        env=environment(),
        capture_output=True,
        text=True,
        check=False,
    )
    return [(file, int(line), code) for file, line, code in ERROR.findall(done.stdout)]


def test_each_error_is_planted_and_each_planted_one_is_found(
    errors: list[tuple[str, int, str]],
) -> None:
    marked = {
        (f"crm/{path.relative_to(APPLICATION / 'crm').as_posix()}", number)
        for path in (APPLICATION / "crm").rglob("*.py")
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        if re.search(r"# (planted|plugin):", line)
    }
    assert {(file, line) for file, line, _ in errors} == marked


def test_the_table_counts_them(errors: list[tuple[str, int, str]]) -> None:
    table = {
        code: int(count)
        for code, count in ROW.findall((APPLICATION / "README.md").read_text(encoding="utf-8"))
        if int(count)
    }
    assert Counter(code for _, _, code in errors) == table
