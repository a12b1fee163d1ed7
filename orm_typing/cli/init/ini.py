"""The plugin in an ini file: the lines of one option, and no other.

``configparser`` would write the file anew without its comments, so it only reads, to tell that the
edited text means what it should.
"""

from __future__ import annotations

import re
from configparser import Error as ConfigParserError
from typing import NamedTuple

from orm_typing.cli.config_files import ini_plugins, ini_values, newline_of
from orm_typing.cli.init.plugins import PLUGIN, Edit, EditError
from orm_typing.cli.source_files import lines_of

_SECTION = "mypy"
_OPTION = "plugins"
_HEADER = re.compile(r"\[(?P<name>.+)\]")  # as in configparser
_NAME = re.compile(r"(?P<name>.*?)\s*[=:]")


class _Place(NamedTuple):
    """Line numbers, from 0."""

    header: int | None
    """Where the section begins."""
    first: int | None
    """Where the option is, if it is there."""
    last: int
    """The last line of its value that has something of it."""


def with_plugin(text: str, edit: Edit) -> str:
    """The text with another list of plugins. Raises :class:`EditError`."""
    edited = _edited(text, edit)
    _verify(text, edited, edit)
    return edited


def _edited(text: str, edit: Edit) -> str:
    newline = newline_of(text)
    lines = lines_of(text)
    if lines and not lines[-1].endswith("\n"):
        lines[-1] += newline
    place = _find(lines)
    if place.header is None:
        blank = [newline] if lines else []
        return "".join([*lines, *blank, f"[{_SECTION}]{newline}{_OPTION} = {PLUGIN}{newline}"])
    if place.first is None:
        # The section may get a list from [DEFAULT], which this one hides.
        inherited = ini_plugins(ini_values(text)[_SECTION].get(_OPTION, ""))
        value = ", ".join(edit.applied(tuple(inherited)))
        lines.insert(place.header + 1, f"{_OPTION} = {value}{newline}")
    elif edit.replaced is not None:
        _replace(lines, place.first, place.last, edit.replaced)
    elif place.first == place.last:
        lines[place.first] = _appended(lines[place.first], newline)
    else:
        lines[place.last : place.last + 1] = _one_more_line(lines[place.last], newline)
    return "".join(lines)


def _find(lines: list[str]) -> _Place:
    """Follows ``configparser``: a line that is indented more than its option belongs to it."""
    header = first = None
    last = 0
    section, option, indent_of_option = "", "", 0
    for number, line in enumerate(lines):
        content = line.strip()
        if not content or content.startswith(("#", ";")):
            continue
        indent = len(line) - len(line.lstrip())
        if option and indent > indent_of_option:
            if first is not None and (section, option) == (_SECTION, _OPTION):
                last = number
            continue
        indent_of_option = indent
        heading = _HEADER.match(content)
        if heading is not None:
            section, option = heading["name"], ""
            header = number if section == _SECTION else header
            continue
        name = _NAME.match(content)
        option = name["name"].lower() if name is not None else ""
        if (section, option) == (_SECTION, _OPTION):
            first = last = number
    return _Place(header, first, last)


def _appended(line: str, newline: str) -> str:
    name = _NAME.match(line)
    assert name is not None
    key, value = line[: name.end()], line[name.end() :].rstrip().rstrip(",").rstrip()
    return f"{key}{value}, {PLUGIN}{newline}" if value else f"{key} {PLUGIN}{newline}"


def _one_more_line(line: str, newline: str) -> list[str]:
    """The last line of a list of several lines, and the one that follows it."""
    indent = line[: len(line) - len(line.lstrip())]
    content = line.rstrip()
    comma = "," if content.endswith(",") else ""
    return [f"{content.rstrip(',')},{newline}", f"{indent}{PLUGIN}{comma}{newline}"]


def _replace(lines: list[str], first: int, last: int, old: str) -> None:
    item = re.compile(rf"(?<![^\s,=:]){re.escape(old)}(?![^\s,])")
    for number in range(first, last + 1):
        if not lines[number].lstrip().startswith(("#", ";")):
            lines[number] = item.sub(PLUGIN, lines[number])


def _verify(before: str, after: str, edit: Edit) -> None:
    old = ini_values(before)
    try:
        new = ini_values(after)
    except ConfigParserError as error:
        raise EditError(str(error)) from error
    plugins = tuple(ini_plugins(old.get(_SECTION, {}).get(_OPTION, "")))
    if tuple(ini_plugins(new[_SECTION].pop(_OPTION))) != edit.applied(plugins):
        raise EditError("its list of plugins is written in a way that is not understood")
    old.setdefault(_SECTION, {}).pop(_OPTION, None)
    if old != new:
        raise EditError("the edit would change more than the list of plugins")
