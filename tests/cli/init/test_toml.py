"""Edits of TOML files: arrays and strings in every layout, and all that must stay."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from orm_typing.cli.config_files import toml_plugins, toml_values
from orm_typing.cli.init.plugins import EditError, needed_edit
from orm_typing.cli.init.toml import with_plugin

_PROJECT = '[project]\nname = "shop"  # ours\n'


class Case(NamedTuple):
    """A file before and after."""

    before: str
    after: str


CASES = {
    "no section": Case(_PROJECT, f'{_PROJECT}\n[tool.mypy]\nplugins = ["orm_typing.mypy"]\n'),
    "empty file": Case("", '[tool.mypy]\nplugins = ["orm_typing.mypy"]\n'),
    "no key": Case(
        "[tool.mypy]  # strict\nstrict = true\n\n[[tool.mypy.overrides]]\nmodule = 'x'\n",
        '[tool.mypy]  # strict\nplugins = ["orm_typing.mypy"]\nstrict = true\n\n'
        "[[tool.mypy.overrides]]\nmodule = 'x'\n",
    ),
    "no key at the end of the file": Case(
        "[tool.mypy]", '[tool.mypy]\nplugins = ["orm_typing.mypy"]\n'
    ),
    "overrides alone": Case(
        "[[tool.mypy.overrides]]\nmodule = 'x'\nignore_errors = true\n",
        "[tool.mypy]\nplugins = [\"orm_typing.mypy\"]\n[[tool.mypy.overrides]]\nmodule = 'x'\n"
        "ignore_errors = true\n",
    ),
    "one line": Case(
        '[tool.mypy]\nplugins = ["pydantic.mypy"]  # types\nstrict = true\n',
        '[tool.mypy]\nplugins = ["pydantic.mypy", "orm_typing.mypy"]  # types\nstrict = true\n',
    ),
    "empty array": Case(
        "[tool.mypy]\nplugins = []\n", '[tool.mypy]\nplugins = ["orm_typing.mypy"]\n'
    ),
    "several lines": Case(
        '[tool.mypy]\nplugins = [\n    "pydantic.mypy",  # types\n    # ours\n    "ours.py",\n]\n',
        '[tool.mypy]\nplugins = [\n    "pydantic.mypy",  # types\n    # ours\n    "ours.py",\n'
        '    "orm_typing.mypy",\n]\n',
    ),
    "several lines without a last comma": Case(
        '[tool.mypy]\nplugins = [\n  "pydantic.mypy"\n]\n',
        '[tool.mypy]\nplugins = [\n  "pydantic.mypy",\n  "orm_typing.mypy"\n]\n',
    ),
    "a comment behind the last": Case(
        '[tool.mypy]\nplugins = [\n  "pydantic.mypy",  # types\n]\n',
        '[tool.mypy]\nplugins = [\n  "pydantic.mypy",  # types\n  "orm_typing.mypy",\n]\n',
    ),
    "string": Case(
        "[tool.mypy]\nplugins = 'pydantic.mypy'\n",
        "[tool.mypy]\nplugins = 'pydantic.mypy, orm_typing.mypy'\n",
    ),
    "dotted": Case(
        '[tool]\nmypy.plugins = ["a"]\nblack.line-length = 99\n',
        '[tool]\nmypy.plugins = ["a", "orm_typing.mypy"]\nblack.line-length = 99\n',
    ),
    "inline table": Case(
        '[tool]\nmypy = { plugins = ["a"], strict = true }\n',
        '[tool]\nmypy = { plugins = ["a", "orm_typing.mypy"], strict = true }\n',
    ),
    "misspelt": Case(
        '[tool.mypy]\nplugins = [\n  "orm-typing",  # relations\n  "a",\n]\n',
        '[tool.mypy]\nplugins = [\n  "orm_typing.mypy",  # relations\n  "a",\n]\n',
    ),
}


def edited(text: str) -> str:
    """The text with the plugin."""
    plugins = _plugins(text)
    edit = needed_edit(plugins)
    assert edit is not None
    return with_plugin(text, edit)


def _plugins(text: str) -> tuple[str, ...] | None:
    tool = toml_values(text).get("tool", {})
    assert isinstance(tool, dict)
    mypy = tool.get("mypy", {})
    return toml_plugins(mypy["plugins"]) if "plugins" in mypy else None


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
@pytest.mark.parametrize("newline", ["\n", "\r\n"], ids=["lf", "crlf"])
def test_edit(case: Case, newline: str) -> None:
    if "\n" not in case.before:
        newline = "\n"  # nothing tells another one
    before, after = (text.replace("\n", newline) for text in case)
    assert edited(before) == after


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_nothing_is_left_to_do(case: Case) -> None:
    assert needed_edit(_plugins(case.after)) is None


def test_a_list_of_something_else_is_refused() -> None:
    with pytest.raises(EditError, match="neither an array nor a string"):
        edited("[tool.mypy]\nplugins = 3\n")
