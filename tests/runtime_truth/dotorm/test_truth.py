"""mypy with the plugin says of the table's expressions what DotORM does with PostgreSQL.

The library's half needs a checkout of it and a PostgreSQL: `make test-dotorm`, which docs/dotorm.md
shows.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.runtime_truth.checker import run_mypy
from tests.runtime_truth.compare import report
from tests.runtime_truth.dotorm.table import TABLE

REPOSITORY = Path(__file__).parents[3]
MODELS = Path(__file__).with_name("models.py")
CHECKOUT = os.environ.get("DOTORM_CHECKOUT", "")
DATABASE = os.environ.get("DOTORM_DATABASE", "")
PRELUDE = """\
from typing_extensions import reveal_type

from models import *


"""
LINE = re.compile(r'ask\.py:(\d+): (error: .*|note: Revealed type is "(.*)")')


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What mypy reveals of each expression, or that it reports something."""
    project = tmp_path_factory.mktemp("project")
    shutil.copy(MODELS, project / "models.py")
    (project / "mypy.ini").write_text("[mypy]\nplugins = orm_typing.mypy\n")
    codes = list(dict.fromkeys(row.code for row in TABLE))
    questions = [
        f"async def q{number}() -> None:\n    reveal_type({code})\n"
        for number, code in enumerate(codes)
    ]
    (project / "ask.py").write_text(PRELUDE + "".join(questions))
    first = PRELUDE.count("\n")
    answers: dict[str, str] = {}
    for line in run_mypy(project, "models.py", "ask.py").splitlines():
        match = LINE.fullmatch(line)
        assert match is not None or line.startswith("Found "), line
        if match is not None:
            code = codes[(int(match[1]) - first - 1) // 2]
            if match[3] is None:
                answers[code] = "error"
            else:
                answers.setdefault(code, re.sub(r"\w+\.", "", match[3]))
    return answers


@pytest.fixture(scope="module")
def observed() -> list[str | None]:
    """What the library answers, row by row."""
    if not CHECKOUT or not DATABASE:
        pytest.skip("DOTORM_CHECKOUT names no checkout, or DOTORM_DATABASE no PostgreSQL")
    done = subprocess.run(
        [sys.executable, "-m", "tests.runtime_truth.dotorm.observe", DATABASE],
        cwd=REPOSITORY,
        env={**os.environ, "PYTHONPATH": CHECKOUT},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    answers: list[str | None] = json.loads(done.stdout)
    return answers


def test_mypy_says_it(said: dict[str, str]) -> None:
    report(
        f"{row.code}\n    table: {row.expected}\n    mypy: {said[row.code]}"
        for row in TABLE
        if said[row.code] != row.expected
    )


def test_the_library_does_it(observed: list[str | None]) -> None:
    report(
        f"{row.code}\n    table: {row.library}\n    the library: {answer}"
        for row, answer in zip(TABLE, observed, strict=True)
        if answer not in (None, row.library)
    )


def test_each_difference_has_a_reason() -> None:
    report(
        f"{row.code}: {row.library}, {row.expected}: {row.why or 'no reason'}"
        for row in TABLE
        if bool(row.why) == agree(row.library, row.expected)
    )


def agree(library: str, said: str) -> bool:
    """Whether a value of the library's has the type that mypy reveals."""
    if library.startswith("raises "):
        return said == "error"
    if said == "error":
        return False
    alternatives = said.split(" | ")
    return any(library in (one, one.partition("[")[0]) for one in alternatives) or (
        library == "list[dict]" and said.startswith("list[dict[")
    )
