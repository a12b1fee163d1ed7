"""Edits of ini files: every spelling of a list, and all that must stay."""

from __future__ import annotations

from configparser import RawConfigParser
from typing import NamedTuple

import pytest

from orm_typing.cli.config_files import ini_plugins, ini_values
from orm_typing.cli.init.ini import with_plugin
from orm_typing.cli.init.plugins import EditError, needed_edit


class Case(NamedTuple):
    """A file before and after."""

    before: str
    after: str


CASES = {
    "no option": Case(
        "[mypy]\nstrict = True\n", "[mypy]\nplugins = orm_typing.mypy\nstrict = True\n"
    ),
    "no section": Case(
        "# of our team\n[mypy-yaml.*]\nignore_missing_imports = True\n",
        "# of our team\n[mypy-yaml.*]\nignore_missing_imports = True\n\n"
        "[mypy]\nplugins = orm_typing.mypy\n",
    ),
    "empty file": Case("", "[mypy]\nplugins = orm_typing.mypy\n"),
    "no line feed at the end": Case("[mypy]", "[mypy]\nplugins = orm_typing.mypy\n"),
    "one plugin": Case(
        "[mypy]\nplugins=pydantic.mypy\n", "[mypy]\nplugins=pydantic.mypy, orm_typing.mypy\n"
    ),
    "a colon": Case(
        "[mypy]\nPlugins : pydantic.mypy,\n", "[mypy]\nPlugins : pydantic.mypy, orm_typing.mypy\n"
    ),
    "an empty value": Case("[mypy]\nplugins =\n", "[mypy]\nplugins = orm_typing.mypy\n"),
    "several lines": Case(
        "[mypy]\nplugins =\n    pydantic.mypy,\n    numpy.typing.mypy_plugin\nstrict = True\n",
        "[mypy]\nplugins =\n    pydantic.mypy,\n    numpy.typing.mypy_plugin,\n"
        "    orm_typing.mypy\nstrict = True\n",
    ),
    "several lines with a last comma": Case(
        "[mypy]\nplugins =\n\tpydantic.mypy,\n\tours.py,\n\n[mypy-x]\n",
        "[mypy]\nplugins =\n\tpydantic.mypy,\n\tours.py,\n\torm_typing.mypy,\n\n[mypy-x]\n",
    ),
    "comments between": Case(
        "; head\n[mypy]\n# why\nplugins = pydantic.mypy,\n  # not yet: x\n  ours.py\n  # tail\n\n"
        "strict = True  # no comment for mypy\n",
        "; head\n[mypy]\n# why\nplugins = pydantic.mypy,\n  # not yet: x\n  ours.py,\n"
        "  orm_typing.mypy\n  # tail\n\nstrict = True  # no comment for mypy\n",
    ),
    "another section's option of that name": Case(
        "[tool]\nplugins = a\n[mypy]\nfiles = src\n[other]\nplugins =\n  b\n",
        "[tool]\nplugins = a\n[mypy]\nplugins = orm_typing.mypy\nfiles = src\n[other]\n"
        "plugins =\n  b\n",
    ),
    "interpolation of somebody else": Case(
        "[flake8]\nformat = %(path)s:%(row)d\n[mypy]\nplugins = a\n",
        "[flake8]\nformat = %(path)s:%(row)d\n[mypy]\nplugins = a, orm_typing.mypy\n",
    ),
    "a list from the defaults": Case(
        "[DEFAULT]\nplugins = a\n[mypy]\nstrict = True\n",
        "[DEFAULT]\nplugins = a\n[mypy]\nplugins = a, orm_typing.mypy\nstrict = True\n",
    ),
    "an indented file": Case(
        "[mypy]\n  strict = True\n  plugins =\n     a\n  files = src\n",
        "[mypy]\n  strict = True\n  plugins =\n     a,\n     orm_typing.mypy\n  files = src\n",
    ),
    "something that looks like a section": Case(
        "[mypy]\nexclude =\n  [mypy]\nplugins = a\n",
        "[mypy]\nexclude =\n  [mypy]\nplugins = a, orm_typing.mypy\n",
    ),
    "a misspelt name": Case(
        "[mypy]\nplugins = pydantic.mypy, orm_typing, ours.py\n",
        "[mypy]\nplugins = pydantic.mypy, orm_typing.mypy, ours.py\n",
    ),
    "a misspelt name on a line of its own": Case(
        "[mypy]\nplugins =\n  # orm-typing.mypy\n  orm-typing.mypy,\n  ours.py\n",
        "[mypy]\nplugins =\n  # orm-typing.mypy\n  orm_typing.mypy,\n  ours.py\n",
    ),
}


def edited(text: str) -> str:
    """The text with the plugin."""
    values = ini_values(text)
    value = values.get("mypy", {}).get("plugins")
    edit = needed_edit(None if value is None else tuple(ini_plugins(value)))
    assert edit is not None
    return with_plugin(text, edit)


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
@pytest.mark.parametrize("newline", ["\n", "\r\n"], ids=["lf", "crlf"])
def test_edit(case: Case, newline: str) -> None:
    if "\n" not in case.before:
        newline = "\n"  # nothing tells another one
    before, after = (text.replace("\n", newline) for text in case)
    assert edited(before) == after


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_nothing_is_left_to_do(case: Case) -> None:
    plugins = ini_plugins(ini_values(case.after)["mypy"]["plugins"])
    assert needed_edit(tuple(plugins)) is None


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_only_the_plugins_change(case: Case) -> None:
    """Told by a parser of its own, not by the one that the command asks."""
    before, after = RawConfigParser(), RawConfigParser()
    before.read_string(case.before)
    after.read_string(case.after)
    if not before.has_section("mypy"):
        before.add_section("mypy")
    for parser in (before, after):
        parser.remove_option("mypy", "plugins")
    assert {name: dict(before[name]) for name in before} == {
        name: dict(after[name]) for name in after
    }


def test_lines_without_commas_are_one_name_for_mypy_and_stay_so() -> None:
    text = "[mypy]\nplugins =\n  a\n  b\n"
    assert edited(text) == "[mypy]\nplugins =\n  a\n  b,\n  orm_typing.mypy\n"


def test_lines_that_end_with_a_carriage_return_are_refused() -> None:
    with pytest.raises(EditError, match="already exists"):
        edited("[mypy]\rplugins = a\r")


def test_a_misspelt_name_in_two_pieces_is_refused() -> None:
    with pytest.raises(EditError, match="not understood"):
        edited("[mypy]\nplugins =\n  orm_typing.\n  mypy\n")
