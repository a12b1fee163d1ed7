"""A feature that fails costs its own answer and one coded message, never the run."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

PLUGIN = """\
from mypy.plugin import FunctionSigContext

from orm_typing.mypy import OrmTypingPlugin
from orm_typing.plugin.support.guard import guarded


def fail(ctx):
    raise KeyError("surprise")


class FailingPlugin(OrmTypingPlugin):
    def get_customize_class_mro_hook(self, fullname):
        return guarded("class", fail) if fullname == "main.Unlucky" else None

    def get_attribute_hook(self, fullname):
        return guarded("attribute", fail) if fullname == "main.Thing.value" else None

    def get_class_attribute_hook(self, fullname):
        return guarded("class attribute", fail) if fullname == "main.Thing.value" else None

    def get_function_signature_hook(self, fullname):
        return guarded("signature", fail) if fullname == "main.Thing" else None

    def get_function_hook(self, fullname):
        return guarded("function", fail) if fullname == "main.make" else None

    def get_method_hook(self, fullname):
        return guarded("method", fail) if fullname == "main.Thing.double" else None


def plugin(version):
    return FailingPlugin
"""

MAIN = """\
class Unlucky:
    value = 1.5

class Thing:
    value: int = 3

    def double(self) -> str:
        return "6"

def make() -> bytes:
    return b""

thing = Thing()
reveal_type(thing)
reveal_type(thing.value)
reveal_type(Thing.value)
reveal_type(thing.double())
reveal_type(make())
reveal_type(Unlucky().value)
"""

NOTES = {
    13: "signature",
    15: "attribute",
    16: "class attribute",
    17: "method",
    18: "function",
}
"""Line to feature; the class hook's is at the class."""


def run_mypy(folder: Path, configuration: str = "", **environment: str) -> tuple[int, list[str]]:
    """Status and output of mypy with the failing plugin."""
    (folder / "failing.py").write_text(PLUGIN, encoding="utf-8")
    (folder / "main.py").write_text(MAIN, encoding="utf-8")
    (folder / "mypy.ini").write_text(
        f"[mypy]\nplugins = failing.py\n{configuration}", encoding="utf-8"
    )
    done = subprocess.run(
        [sys.executable, "-m", "mypy", "--no-error-summary", "main.py"],
        cwd=folder,
        env={**os.environ, "ORM_TYPING_DEBUG": "", **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, (done.stdout + done.stderr).splitlines()


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """What mypy says where every hook fails."""
    return run_mypy(tmp_path_factory.mktemp("guard"))[1]


def test_there_is_no_internal_error(output: list[str]) -> None:
    assert not [line for line in output if "INTERNAL ERROR" in line or "Traceback" in line]


def test_the_types_are_the_checkers_own(output: list[str]) -> None:
    revealed = [line.partition("Revealed type is ")[2] for line in output if "Revealed" in line]
    assert revealed == ['"main.Thing"', '"int"', '"int"', '"str"', '"bytes"', '"float"']


def test_each_failure_is_reported_once_where_it_happened(output: list[str]) -> None:
    reported = sorted(
        (int(line.split(":")[1]), line.partition("analyse this (")[2])
        for line in output
        if line.endswith("[orm-internal]")
    )
    wanted = {1: "class", **NOTES}
    assert reported == [
        (line, f"{feature}: KeyError: 'surprise'); please report it  [orm-internal]")
        for line, feature in sorted(wanted.items())
    ]


def test_the_code_can_be_disabled(tmp_path: Path) -> None:
    status, output = run_mypy(tmp_path, "disable_error_code = orm-internal\n")
    assert status == 0
    assert all("note: Revealed type" in line for line in output)


def test_a_developer_sees_the_failure_whole(tmp_path: Path) -> None:
    status, output = run_mypy(tmp_path, "show_traceback = True\n", ORM_TYPING_DEBUG="1")
    assert status == 2
    assert "KeyError: 'surprise'" in output
