"""The command as it is installed: its help, its extra, and what starting it costs."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from orm_typing import __version__
from orm_typing.cli import EXTRA
from orm_typing.cli.app import _COMMANDS
from tests.cli.calling import call


def run(*arguments: str, before: str = "") -> subprocess.CompletedProcess[str]:
    """The command in a process of its own, after the statements ``before``."""
    program = f"import sys\n{before}\nfrom orm_typing.cli import main\nmain()"
    return subprocess.run(
        [sys.executable, "-c", program, *arguments], capture_output=True, text=True, check=False
    )


def test_module_and_script_are_the_same_command() -> None:
    script = Path(sys.executable).with_name("orm-typing")
    results = [
        subprocess.run([*command, "--version"], capture_output=True, text=True, check=True).stdout
        for command in ([str(script)], [sys.executable, "-m", "orm_typing"])
    ]
    assert results == [f"orm-typing, version {__version__}\n"] * 2


@pytest.mark.parametrize("package", EXTRA)
def test_without_the_extra_it_says_what_to_install(package: str) -> None:
    """``None`` in ``sys.modules`` is a package that can't be imported."""
    result = run("--help", before=f"sys.modules[{package!r}] = None")
    if package == "click":
        assert result.returncode == 1
        assert "Traceback" not in result.stderr
        assert 'pip install "orm-typing[cli]"' in result.stderr
        assert repr(package) in result.stderr
    else:
        assert result.returncode == 0, "the help needs click alone"


def test_an_error_of_its_own_is_not_taken_for_a_missing_extra() -> None:
    result = run("--help", before="sys.modules['orm_typing.cli.app'] = None")
    assert "ModuleNotFoundError" in result.stderr


def test_the_help_names_every_command_with_its_first_words() -> None:
    """They stand in a table, so that the help imports none of them."""
    help_of_group = call("--help").stdout
    for name, place in _COMMANDS.items():
        assert f"{name}  " in help_of_group
        assert place.summary in " ".join(help_of_group.split())
        assert call(name, "--help").exit_code == 0
