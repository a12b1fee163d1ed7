"""Six checkers answer as `cases/*.toml` says, and report nothing else."""

import importlib.util
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from .labels import CASES, PACKAGES, Line, project_package, read_questions
from .runners import CHECKERS, Finding
from .table import faults, key, load_all


@pytest.fixture(scope="session")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Copy the cases out of the repository, whose own configuration must not count."""
    root = tmp_path_factory.mktemp("project").resolve()
    for package in PACKAGES:
        folder = root / project_package(package)
        shutil.copytree(CASES / package, folder)
        (folder / "__init__.py").touch()
    return root


@pytest.mark.parametrize("checker", CHECKERS)
def test_answers(checker: str, project: Path) -> None:
    report(differences(checker, CHECKERS[checker](project)))


@pytest.mark.parametrize("package", PACKAGES)
def test_the_declarations_work_when_they_run(package: str, project: Path) -> None:
    """Import the case modules: what users write for checkers mustn't upset the library."""
    if importlib.util.find_spec(package) is None:
        pytest.skip(f"{package} is in no package registry")
    modules = [f"{project_package(package)}.{case.stem}" for case in (CASES / package).glob("*.py")]
    done = subprocess.run(
        [sys.executable, "-c", f"import {', '.join(sorted(modules))}"],
        cwd=project,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr


def test_the_tables_have_no_stale_rows() -> None:
    report(faults())


def report(problems: Iterable[str]) -> None:
    """Fail with all of them, a line each."""
    if text := "\n".join(problems):
        pytest.fail(text, pytrace=False)


def differences(checker: str, findings: list[Finding]) -> Iterator[str]:
    """Compare a checker's findings with the table: one text for each line that differs."""
    rows = load_all()
    questions = read_questions()
    found: dict[Line, list[Finding]] = {}
    for finding in findings:
        found.setdefault(Line(finding.path, finding.line), []).append(finding)
    for line in sorted(found.keys() | questions.keys()):
        answer, message = summarise(found.get(line, []))
        expected, name = "ok", "no label"
        if question := questions.get(line):
            name = question.name
            row = rows.get(key(question))
            expected = row.answer(checker) if row else "a row in the table"
        if answer != expected:
            yield f"{line.path}:{line.number} ({name}): {answer!r}, not {expected!r}. {message}"


def summarise(findings: list[Finding]) -> tuple[str, str]:
    """Give a line's one answer; an error outweighs a type revealed beside it."""
    errors = [finding for finding in findings if not finding.revealed]
    for finding in errors or findings:
        return finding.answer, finding.message if errors else ""
    return "ok", ""
