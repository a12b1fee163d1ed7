"""What the tests share: library caches, and the answers of the library for each package."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.edit_scripts.checker import ThirdPartyCaches
from tests.runtime_truth.checker import MODELS
from tests.runtime_truth.question import Answered, from_json

PACKAGES = ("shop", "forum", "festival", "family", "mixture")
REPOSITORY = Path(__file__).parents[2]


@dataclass(frozen=True)
class Truth:
    """What the real library says of a package."""

    package: str
    modules: list[str]
    accessors: set[tuple[str, str, str]]
    answers: list[Answered]


@pytest.fixture(scope="session")
def caches(tmp_path_factory: pytest.TempPathFactory) -> ThirdPartyCaches:
    return ThirdPartyCaches(tmp_path_factory.mktemp("libraries"))


@pytest.fixture(scope="session", params=PACKAGES)
def truth(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Truth:
    """Ask the library, in a process for each package, so that registries don't mix."""
    database = tmp_path_factory.mktemp("database") / "rows.db"
    return _ask(request.param, database)


def _ask(package: str, database: Path) -> Truth:
    module = "tests.runtime_truth.library.observe"
    done = subprocess.run(
        [sys.executable, "-m", module, str(MODELS), package, str(database)],
        cwd=REPOSITORY,
        capture_output=True,
        text=True,
        check=False,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stderr
    said = json.loads(done.stdout)
    return Truth(
        package=package,
        modules=said["modules"],
        accessors={(owner, name, what) for owner, name, what in said["accessors"]},
        answers=from_json(json.dumps(said["answers"])),
    )
