"""The table of djanorm's methods is complete, and true for mypy and for the library."""

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

from tests.checkers.runners import mypy

from .table import HERE, load, shelf_names

pytest.importorskip("dorm", reason="djanorm needs Python 3.11")

from dorm import (
    CombinedQuerySet,
    CursorPage,
    Manager,
    QuerySet,
    RawQuerySet,
    aggregates,
    functions,
)
from dorm.queryset import ValuesListQuerySet
from dorm.related_managers import ManyRelatedManager, ReverseFKManager

COMPLETE: list[type] = [
    QuerySet,
    Manager,
    ReverseFKManager,
    ManyRelatedManager,
    RawQuerySet,
    CursorPage,
]
# These have all methods of `QuerySet`: only their own, and what gives other rows, is repeated.
DERIVED: list[type] = [ValuesListQuerySet, CombinedQuerySet]
# The section of the table that has the subclasses of a class, and the module that has them.
EXPRESSIONS: dict[str, tuple[type, ModuleType]] = {
    "aggregates": (aggregates.Aggregate, aggregates),
    "functions": (functions.Func, functions),
    "windows": (functions.WindowExpression, functions),
}
PROTOCOLS = {"__aiter__", "__await__", "__bool__", "__getitem__", "__iter__", "__len__"}


def methods(cls: type) -> set[str]:
    """Name the public methods, and those that operators and statements call."""
    return {
        name
        for name in dir(cls)
        if (not name.startswith("_") or name in PROTOCOLS)
        and isinstance(getattr(cls, name), Callable)  # type: ignore[arg-type]
    }


def in_table(cls: type) -> set[str]:
    return {row.method for row in load() if row.owner == cls.__name__}


@pytest.mark.parametrize("cls", COMPLETE)
def test_every_method_has_a_row(cls: type) -> None:
    assert in_table(cls) == methods(cls)


@pytest.mark.parametrize("cls", DERIVED)
def test_a_derived_queryset_has_rows_for_its_own_methods(cls: type) -> None:
    own = {name for name in vars(cls) if not name.startswith("_")}
    assert own <= in_table(cls) <= methods(cls)


@pytest.mark.parametrize("section", EXPRESSIONS)
def test_every_expression_has_a_row(section: str) -> None:
    base, module = EXPRESSIONS[section]
    public = {
        name
        for name, cls in vars(module).items()
        if isinstance(cls, type) and issubclass(cls, base) and not name.startswith("_")
    }
    assert {row.method for row in load() if row.owner == section} == public - {base.__name__}


def test_mypy_reveals_the_types(tmp_path: Path) -> None:
    rows = load()
    (project := tmp_path / "project").mkdir()
    shutil.copy(HERE / "library.py", project)
    lines = ["from library import *", "from typing_extensions import reveal_type"]
    lines += ["async def ask(shelf: Shelf) -> None:"]
    lines += [f"    {name} = shelf.{name}" for name in shelf_names()]
    expected = {}
    for row in rows:
        for call in row.calls:
            lines.append(f"    reveal_type({call})")
            expected[len(lines)] = (f"{row.owner}.{row.title}: {call}", row.type)
    (project / "questions.py").write_text("\n".join(lines) + "\n", encoding="utf-8")

    answers = {
        finding.line: finding.answer if finding.revealed else finding.message
        for finding in sorted(mypy.check(project), key=lambda finding: finding.revealed)[::-1]
        if finding.path == "questions.py"
    }

    problems = [
        f"{call}: {answers.pop(line, None)}, not {type_}"
        for line, (call, type_) in expected.items()
        if answers.get(line) != type_
    ]
    assert problems == []
    assert answers.keys() == expected.keys()


def test_the_library_gives_the_types(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.stubs.dorm_results.running", str(tmp_path)],
        cwd=HERE.parents[2],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.stdout, done.returncode) == ("", 0), done.stdout + done.stderr
