"""Six checkers know the relations once they are declared, and report nothing else.

`checked/` holds models without declarations and code that reads them; `checked.toml` the answers.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.checkers.labels import LABEL
from tests.checkers.runners import CHECKERS, Finding
from tests.checkers.table import Row, parse_row, row_faults
from tests.cli.calling import call

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

CHECKED = Path(__file__).parent / "checked"
PACKAGES = ("shop", "library") if sys.version_info >= (3, 11) else ("shop",)
# basedpyright reports cycles of imports below `if TYPE_CHECKING:` too.
CYCLE = "Cycle detected in import chain"


class Question(NamedTuple):
    """A labelled line."""

    package: str
    name: str


def load_rows() -> dict[Question, Row]:
    document = tomllib.loads(CHECKED.with_suffix(".toml").read_text(encoding="utf-8"))
    return {
        Question(package, name): parse_row(value)
        for package in PACKAGES
        for name, value in document[package].items()
    }


def questions() -> dict[tuple[str, int], Question]:
    return {
        (f"{package}/reading.py", number): Question(package, match["name"])
        for package in PACKAGES
        for number, line in enumerate(
            (CHECKED / package / "reading.py").read_text(encoding="utf-8").splitlines(), start=1
        )
        if (match := LABEL.search(line)) is not None
    }


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the packages, declared."""
    root = tmp_path_factory.mktemp("checked").resolve()
    for package in PACKAGES:
        shutil.copytree(CHECKED / package, root / package)
    with pytest.MonkeyPatch.context() as monkeypatch:
        monkeypatch.chdir(root)
        assert call("declare", "--write").exit_code == 0
        assert call("declare", "--check").exit_code == 0
    return root


@pytest.mark.parametrize("checker", CHECKERS)
def test_answers(checker: str, project: Path) -> None:
    problems = list(differences(checker, CHECKERS[checker](project)))
    assert problems == []


def differences(checker: str, findings: list[Finding]) -> Iterator[str]:
    """Compare a checker's findings with the table."""
    asked, rows = questions(), load_rows()
    found: dict[tuple[str, int], list[Finding]] = {}
    for finding in findings:
        if not (checker == "basedpyright" and CYCLE in finding.message):
            found.setdefault((finding.path, finding.line), []).append(finding)
    for place in sorted(found.keys() | asked.keys()):
        expected = rows[asked[place]].answer(checker) if place in asked else "nothing"
        said = found.get(place, [])
        errors = [finding for finding in said if not finding.revealed]
        answer = (errors or said)[0].answer if said else "nothing"
        if answer != expected:
            yield f"{place}: {answer!r}, not {expected!r} {said}"


def test_the_table_has_no_stale_rows() -> None:
    assert set(questions().values()) == set(load_rows())
    assert [fault for row in load_rows().values() for fault in row_faults(row)] == []
