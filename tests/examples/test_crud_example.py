"""The help desk of `examples/crud_service` type-checks without an error, and does what it says."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.edit_scripts.checker import MYPY
from tests.examples.running import EXAMPLES, copied, expected_reveals, helped, revealed, run

EXAMPLE = EXAMPLES / "crud_service"
PLUGINS = ["orm_typing.mypy", "orm_typing.mypy, pydantic.mypy", "pydantic.mypy, orm_typing.mypy"]

Done = subprocess.CompletedProcess[str]


@pytest.fixture(scope="module", params=PLUGINS)
def checked(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Done:
    """Check the application and its tour, alone and in company."""
    example = copied(EXAMPLE.name, tmp_path_factory.mktemp("examples"))
    settings = example / "mypy.ini"
    text = settings.read_text(encoding="utf-8")
    assert "plugins = orm_typing.mypy\n" in text
    settings.write_text(
        text.replace("plugins = orm_typing.mypy\n", f"plugins = {request.param}\n"),
        encoding="utf-8",
    )
    return run([*MYPY, "helpdesk", "tour.py"], example)


@pytest.fixture(scope="module")
def ran(tmp_path_factory: pytest.TempPathFactory) -> Done:
    """Run the application once."""
    example = copied(EXAMPLE.name, tmp_path_factory.mktemp("examples"))
    return run([sys.executable, "-m", "helpdesk"], example)


def test_the_application_is_strictly_typed(checked: Done) -> None:
    assert checked.returncode == 0, checked.stdout + checked.stderr


def test_the_tour_says_what_mypy_reveals(checked: Done) -> None:
    assert revealed(checked.stdout) == expected_reveals(EXAMPLE / "tour.py")


def test_nothing_helps_the_checker() -> None:
    assert helped(EXAMPLE.name) == []


def test_a_mistake_is_found(tmp_path: Path) -> None:
    example = copied(EXAMPLE.name, tmp_path)
    tickets = example / "helpdesk" / "tickets.py"
    text = tickets.read_text(encoding="utf-8")
    wrong = text.replace('.selectin("customer", "labels")', '.selectin("customer", "lables")')
    tickets.write_text(wrong.replace("priority__lte=2", "prioriti__lte=2"), encoding="utf-8")
    done = run([*MYPY, "helpdesk"], example)
    said = re.findall(r"error: (.*?);", done.stdout)
    assert said == [
        'where fails: "Ticket" has no field "prioriti"',
        'selectin fails: "Ticket" has no relation "lables"',
    ]


def test_the_application_runs(ran: Done) -> None:
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert ran.stdout.strip()
