"""The hooks for pre-commit run commands that exist, with what they need."""

from __future__ import annotations

import shlex
import sys
from pathlib import Path
from typing import Any

import click
import pytest
import yaml  # type: ignore[import-untyped]

from orm_typing.cli.app import orm_typing

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

REPOSITORY = Path(__file__).parents[2]
HOOKS: list[dict[str, Any]] = yaml.safe_load(
    (REPOSITORY / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")
)
PROJECT = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def test_the_hooks() -> None:
    assert [hook["id"] for hook in HOOKS] == ["orm-typing-declare", "orm-typing-uncast"]


@pytest.mark.parametrize("hook", HOOKS, ids=lambda hook: hook["id"])
def test_a_hook_runs_a_command(hook: dict[str, Any]) -> None:
    script, name, *arguments = shlex.split(hook["entry"]) + hook.get("args", [])
    assert script in PROJECT["scripts"]
    command = orm_typing.get_command(click.Context(orm_typing), name)
    assert command is not None
    files = [] if hook.get("pass_filenames") is False else ["models.py"]
    command.make_context(name, [*arguments, *files])  # a wrong option raises


@pytest.mark.parametrize("hook", HOOKS, ids=lambda hook: hook["id"])
def test_a_hook_installs_what_the_command_needs(hook: dict[str, Any]) -> None:
    if hook["language"] == "system":
        assert "additional_dependencies" not in hook, "the project has it installed"
    else:
        assert hook["language"] == "python"
        assert ".[cli]" in hook["additional_dependencies"]
    assert hook["name"]
    assert hook["description"]
