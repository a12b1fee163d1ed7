"""The applications: every cast that has to do with the ORM goes, and nothing else changes."""

from __future__ import annotations

import importlib.util
import json
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from tests.cli.calling import call
from tests.copying import copied

APPLICATIONS = Path(__file__).with_name("applications")


class Application(NamedTuple):
    """What is known of an application."""

    orm: str
    """The package; also the name of the folder."""
    package: str
    gone: dict[str, int]
    """How many of each kind go."""
    narrowing: int = 0
    """How many casts say that a row is there."""
    is_run: bool = True

    @property
    def is_installed(self) -> bool:
        """Whether the library is there at all: djanorm needs Python 3.11."""
        return not self.is_run or importlib.util.find_spec(self.orm) is not None


ALL = (
    Application(
        "sqliter",
        "bookstore",
        {"cast": 43, "getattr": 2, "annotation": 3, "declaration": 2, "type: ignore": 3},
        narrowing=2,
    ),
    Application(
        "dorm",
        "clinic",
        {"cast": 24, "getattr": 1, "annotation": 1, "declaration": 1, "type: ignore": 8},
    ),
    Application(
        "sqlmodel_crud_utils",
        "inventory",
        {"cast": 17, "annotation": 3, "type: ignore": 2},
        narrowing=4,
    ),
    Application(
        "dotorm",
        "support",
        {"cast": 20, "getattr": 1, "annotation": 2, "type: ignore": 21},
        is_run=False,
    ),
)


class Tried(NamedTuple):
    """An application after the command."""

    application: Application
    folder: Path
    result: dict[str, Any]
    """What the command says as JSON."""
    printed: str
    """What the application printed before."""


@pytest.fixture(scope="module", params=ALL, ids=lambda application: application.orm)
def tried(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Tried:
    application: Application = request.param
    if not application.is_installed:
        pytest.skip(f"{application.orm} is not installed")
    folder = tmp_path_factory.mktemp("applications") / application.orm
    copied(APPLICATIONS / application.orm, folder)
    printed = run(application, folder)
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        result = json.loads(call("uncast", "--write", "--json").stdout)
    return Tried(application, folder, result, printed)


def run(application: Application, folder: Path) -> str:
    """What the application prints."""
    if not application.is_run:
        return ""
    command = [sys.executable, "-m", application.package]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_counts(tried: Tried) -> None:
    gone = Counter(item["kind"] for item in tried.result["gone"] if item["kind"] != "import")
    assert gone == tried.application.gone


def test_every_cast_of_the_orm_goes(tried: Tried) -> None:
    stays = [item for item in tried.result["stays"] if item["kind"] != "import"]
    is_foreign = ["json.loads" in item["code"] for item in stays]
    assert sum(is_foreign) == 1
    rest = [item for item, foreign in zip(stays, is_foreign, strict=True) if not foreign]
    assert len(rest) == tried.application.narrowing
    for item in rest:
        assert item["kind"] == "cast"
        assert item["reason"].startswith("without it the type is ")
        assert item["reason"].endswith(" | None")


def test_no_import_is_left_over(tried: Tried) -> None:
    assert [item for item in tried.result["stays"] if item["kind"] == "import"] == []
    unused = [sys.executable, "-m", "ruff", "check", "--isolated", "--select", "F401", "."]
    done = subprocess.run(unused, cwd=tried.folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_everything_checks(tried: Tried) -> None:
    command = [sys.executable, "-m", "mypy", "."]
    done = subprocess.run(command, cwd=tried.folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_it_prints_what_it_printed_before(tried: Tried) -> None:
    if not tried.application.is_run:
        pytest.skip("it needs a database server")
    assert tried.printed
    assert run(tried.application, tried.folder) == tried.printed
