"""`docs/command-line.md`: options and exit codes exist, and the picture is that of the example."""

from __future__ import annotations

import re

import click
import pytest

from orm_typing.cli.app import orm_typing
from orm_typing.cli.exit_codes import ExitCode
from tests.cli.calling import call

from .pages import REPOSITORY, code_blocks, headings

PAGE = REPOSITORY / "docs" / "command-line.md"
TEXT = PAGE.read_text(encoding="utf-8")
COMMANDS = [one.removeprefix("orm-typing ") for one in headings(PAGE) if "orm-typing " in one]


def command(name: str) -> click.Command:
    """The command of that name."""
    found = orm_typing.get_command(click.Context(orm_typing), name)
    assert found is not None, name
    return found


@pytest.mark.parametrize("name", COMMANDS)
def test_options_exist(name: str) -> None:
    section = TEXT.partition(f"\n## orm-typing {name}\n")[2].partition("\n## ")[0]
    # In tables and sentences; what other programs are called with stands behind a pipe.
    named = set(re.findall(r"`(--[a-z-]+)", section))
    known = {option for one in command(name).params for option in one.opts}
    assert named <= known


def test_exit_codes() -> None:
    listed = {int(code) for code in re.findall(r"^\| (\d) \|", TEXT, re.MULTILINE)}
    assert listed == {int(code) for code in ExitCode}


def test_the_picture_is_that_of_the_bookshop(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(REPOSITORY / "examples" / "bookshop")
    (shown,) = (block.text for block in code_blocks(PAGE) if block.language == "mermaid")
    called = call("graph", "--format", "mermaid")
    assert shown == called.stdout, called.stderr
