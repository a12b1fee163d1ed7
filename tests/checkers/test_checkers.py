"""The checkers answer as `cases/*.toml` says, and report nothing else."""

import importlib.util
import subprocess
import sys
from collections.abc import Iterable, Iterator

import pytest

from .answers import answers, unasked
from .labels import DECLARED, PACKAGES, UNDECLARED, key, library, project_package, source
from .project import Runs
from .runners import CHECKERS, Finding
from .table import faults, load, load_all


@pytest.mark.parametrize("checker", CHECKERS)
def test_answers(checker: str, runs: Runs) -> None:
    report(differences(checker, runs.findings(checker)))


@pytest.mark.parametrize("package", PACKAGES)
def test_the_declarations_work_when_they_run(package: str, runs: Runs) -> None:
    """Import the case modules: what users write for checkers mustn't upset the library."""
    if importlib.util.find_spec(library(package)) is None:
        pytest.skip(f"{library(package)} is in no package registry")
    cases = sorted(case.stem for case in source(package).glob("*.py"))
    modules = ", ".join(f"{project_package(package)}.{case}" for case in cases)
    done = subprocess.run(
        [sys.executable, "-c", f"import {modules}"],
        cwd=runs.project,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr


def test_the_tables_have_no_stale_rows() -> None:
    report(faults())


@pytest.mark.parametrize("package", [name for name in PACKAGES if name.endswith(DECLARED)])
def test_declared_accessors_have_the_types_that_the_plugin_gives(package: str) -> None:
    undeclared = package.replace(DECLARED, UNDECLARED)
    expected, _ = load(undeclared)
    for (_, case, name), row in load(package)[0].items():
        if not row.others:
            assert row.common == expected[undeclared, case, name].answer("mypy-orm-typing"), name


def report(problems: Iterable[str]) -> None:
    """Fail with all of them, a line each."""
    if text := "\n".join(problems):
        pytest.fail(text, pytrace=False)


def differences(checker: str, findings: list[Finding]) -> Iterator[str]:
    """Compare a checker's findings with the table: one text for each line that differs."""
    rows = load_all()
    for question, answer in answers(findings).items():
        row = rows.get(key(question))
        expected = row.answer(checker) if row else "a row in the table"
        if answer.text != expected:
            where = f"{question.package}/{question.case}: {question.name}"
            yield f"{where}: {answer.text!r}, not {expected!r}. {answer.message}"
    for line, answer in sorted(unasked(findings).items()):
        yield f"{line.path}:{line.number} (no label): {answer.text!r}. {answer.message}"
