"""No test reads what an earlier command left in the repository."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

from tests.copying import REPOSITORY, copied, left_behind

_COPIES = re.compile(r"\b(?:copytree|dirs_exist_ok)\b")
# They copy caches of their own, from one temporary folder to another.
_OF_CACHES = {"bench/measure.py", "tests/edit_scripts/checker.py"}
_LEFT = (
    ".mypy_cache/3.11/app.data.json",
    "app/__pycache__/models.cpython-311.pyc",
    ".pytest_cache/v",
    "demo.db",
    ".dmypy.json",
    ".venv-3.12/bin/python",
)


def test_caches_stay_behind(tmp_path: Path) -> None:
    for name in ("app/models.py", "mypy.ini", *_LEFT):
        file = tmp_path / "before" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch()
    folder = copied(tmp_path / "before", tmp_path / "after")
    found = {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}
    assert found == {"app/models.py", "mypy.ini"}


def test_git_leaves_the_same_behind() -> None:
    done = subprocess.run(
        ["git", "check-ignore", *_LEFT],
        cwd=REPOSITORY,
        capture_output=True,
        text=True,
        check=False,
    )
    if "not a git repository" not in done.stderr:  # a source distribution
        assert done.stdout.split() == list(_LEFT)
    assert ".mypy_cache" in left_behind()


def test_there_is_one_way_to_copy() -> None:
    copying = {
        str(path.relative_to(REPOSITORY))
        for folder in ("tests", "bench", "examples")
        for path in (REPOSITORY / folder).rglob("*.py")
        if _COPIES.search(path.read_text(encoding="utf-8"))
    }
    assert copying - _OF_CACHES == {"tests/copying.py", "tests/test_copying.py"}
