"""An application on DotORM, whose library is not needed: messages on the marked lines alone."""

from __future__ import annotations

import re
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import TypeAlias

import pytest

from tests.copying import copied
from tests.edit_scripts.checker import environment

APPLICATION = Path(__file__).parents[2] / "test-data" / "dotorm_application"
ERROR = re.compile(r"^(crm/\S+\.py):(\d+): error: .*\[([\w-]+)\]$", re.MULTILINE)
ROW = re.compile(r"^\| `([\w-]+)` \| \d+ \| (\d+) \| (\d+) \|$", re.MULTILINE)

Errors: TypeAlias = "list[tuple[str, int, str]]"


def check(folder: Path, settings: str) -> Errors:
    """What mypy says: file, line and code."""
    copied(APPLICATION / "crm", folder / "crm")
    (folder / "mypy.ini").write_text(f"[mypy]\n{settings}")
    done = subprocess.run(
        [sys.executable, "-m", "mypy", "crm"],
        cwd=folder,
        env=environment(),
        capture_output=True,
        text=True,
        check=False,
    )
    return [(file, int(line), code) for file, line, code in ERROR.findall(done.stdout)]


@pytest.fixture(scope="module")
def by_stubs(tmp_path_factory: pytest.TempPathFactory) -> Errors:
    """What mypy says with the stubs alone."""
    return check(tmp_path_factory.mktemp("stubs"), "")


@pytest.fixture(scope="module")
def by_plugin(tmp_path_factory: pytest.TempPathFactory) -> Errors:
    """What mypy says with the plugin."""
    return check(tmp_path_factory.mktemp("plugin"), "plugins = orm_typing.mypy\n")


def marked(comment: str) -> set[tuple[str, int]]:
    """The lines whose comment begins so."""
    return {
        (f"crm/{path.relative_to(APPLICATION / 'crm').as_posix()}", number)
        for path in (APPLICATION / "crm").rglob("*.py")
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        if re.search(comment, line)
    }


def test_stubs_show_what_is_planted_and_what_needs_the_plugin(by_stubs: Errors) -> None:
    assert {(file, line) for file, line, _ in by_stubs} == marked(r"# (planted|plugin):")


def test_the_plugin_shows_all_that_is_planted_and_nothing_else(by_plugin: Errors) -> None:
    assert {(file, line) for file, line, _ in by_plugin} == marked(r"# planted(, plugin)?:")


def test_the_table_counts_them(by_stubs: Errors, by_plugin: Errors) -> None:
    rows = ROW.findall((APPLICATION / "README.md").read_text(encoding="utf-8"))
    for errors, column in ((by_stubs, 1), (by_plugin, 2)):
        table = {row[0]: int(row[column]) for row in rows if int(row[column])}
        assert Counter(code for _, _, code in errors) == table
