"""What the plugin reports of a declaration, the command that it names mends."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from tests.cli.calling import call
from tests.cli.declare.topics import copied
from tests.edit_scripts.checker import MYPY
from tests.examples.running import run

REPORTED = re.compile(r'run "(?P<command>orm-typing .+)"  \[orm-declared-accessor\]$', re.MULTILINE)


def test_the_command_of_the_message(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = copied("corrected", "before", tmp_path)
    (folder / "mypy.ini").write_text("[mypy]\nplugins = orm_typing.mypy\n", encoding="utf-8")
    monkeypatch.chdir(folder)
    before = run([*MYPY, "models.py"], folder).stdout
    commands = REPORTED.findall(before)
    assert commands == ["orm-typing declare --write models.py"] * 3, before
    _, *arguments = shlex.split(commands[0])
    assert call(*arguments).exit_code == 0
    # With the declarations went an import from a module that is gone.
    after = run([*MYPY, "models.py"], folder).stdout
    assert after.startswith("Success"), after
