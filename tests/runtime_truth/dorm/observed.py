"""What a process with the real library says of a package of models."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from tests.runtime_truth.dorm.question import Asked, from_json

MODELS = Path(__file__).with_name("model-packages")
PACKAGES = ("shop", "people", "family", "registry")
REPOSITORY = Path(__file__).parents[3]


@dataclass(frozen=True)
class Observed:
    """What the real library says of a package."""

    modules: list[str]
    accessors: set[tuple[str, str, str]]
    """The class, the name, what it is: each accessor in a class's own ``__dict__``."""
    relations: set[tuple[str, str, str, str, bool, str]]
    """The class, the name, the kind, the target, whether it may be null, the type of its key."""
    answers: list[tuple[Asked, str]]


def observe(package: str, database: Path) -> Observed:
    """Ask the library, in a process for each package, so that registries don't mix."""
    module = "tests.runtime_truth.dorm.library.observe"
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
    return Observed(
        modules=said["modules"],
        accessors={(owner, name, what) for owner, name, what in said["accessors"]},
        relations={
            (owner, name, kind, target, is_nullable, key)
            for owner, name, kind, target, is_nullable, key in said["relations"]
        },
        answers=from_json(said["answers"]),
    )
