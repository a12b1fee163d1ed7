"""Each page of ``topics``, in one run of the command over all of them."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.cli.calling import call
from tests.cli.uncast.cases import TOPICS, Case, cases

CASES = {case.name: case for case in cases()}


class Project(NamedTuple):
    """The project that holds all cases as modules, after the command."""

    folder: Path
    stays: dict[str, list[tuple[int, str]]]
    again: dict[str, object]
    """What a second run says."""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    folder = tmp_path_factory.mktemp("topics")
    (folder / "mypy.ini").write_text("[mypy]\nplugins = orm_typing.mypy\nstrict = True\n")
    (folder / "reexported.py").write_text("from typing import cast as cast\n")
    shutil.copy(TOPICS / "models.py", folder)
    for case in CASES.values():
        (folder / f"{case.name}.py").write_text(case.before, encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        result = json.loads(call("uncast", "--write", "--json").stdout)
        again = json.loads(call("uncast", "--json").stdout)
    stays: dict[str, list[tuple[int, str]]] = {name: [] for name in CASES}
    for item in result["stays"]:
        stays[Path(item["path"]).stem].append((item["line"], item["reason"]))
    return Project(folder, stays, again)


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_what_can_go_goes(case: Case, project: Project) -> None:
    assert (project.folder / f"{case.name}.py").read_text(encoding="utf-8") == case.after


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_what_stays_is_named_with_the_reason(case: Case, project: Project) -> None:
    found = sorted(project.stays[case.name])
    assert [line for line, _ in found] == [line for line, _ in case.stays], found
    for (_, reason), (_, beginning) in zip(found, case.stays, strict=True):
        assert reason.startswith(beginning)


def test_a_second_run_changes_nothing(project: Project) -> None:
    assert project.again["gone"] == []
    assert project.again["files"] == []
