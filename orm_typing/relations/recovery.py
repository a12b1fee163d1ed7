"""A text that can be parsed, from one that can't: without the statements that are to blame.

::

    class Book(BaseDBModel):
        author: ForeignKey[Author] = ForeignKey(Author, related_name="books")
        label = what only a later Python knows

becomes the same with ``label =-0``, a value that stands for nothing. So a statement is lost, and
never the relations beside it.
"""

from __future__ import annotations

import ast
import re
import warnings
from collections.abc import Iterator
from typing import NamedTuple

from orm_typing.relations.newer_syntax import Token, tokens
from orm_typing.relations.source_text import NAME
from orm_typing.relations.syntax import PARSE_ERRORS

_HEADER = re.compile(rf"\s*(?P<keyword>(?:async\s+)?{NAME}(?:\s*\*)?)\s*(?P<name>{NAME})?")
_BOUND = re.compile(rf"\s*({NAME})\s*(?:=(?!=)|:)")
# What stands in place of a line that can't be read, by its first word.
_HEADERS = {
    "class": "class {name}(-0):",
    "def": "def {name}():",
    "async def": "async def {name}():",
    "elif": "elif -0:",
    "while": "while -0:",
    "for": "while -0:",
    "with": "with -0:",
    "async for": "while -0:",
    "async with": "with -0:",
    "except": "except -0:",
    "except*": "except* -0:",
    "match": "match -0:",
    "case": "case _:",
}
# What a line needs around it to be parsed alone.
_BEFORE = {
    "elif": "if 0: pass\n",
    "else": "if 0: pass\n",
    "except": "try: pass\n",
    "finally": "try: pass\n",
    "case": "match 0:\n ",
}
_AFTER = {"match": "\n case 0: pass", "try": " pass\nfinally: pass", "@": "\ndef _(): pass"}


class Recovered(NamedTuple):
    """What can be parsed of a text."""

    text: str
    lost: tuple[int, ...]
    """The first lines of the statements that are not in it."""


def without_unreadable(text: str) -> Recovered:
    """The text without the lines that can't be parsed; each other one keeps its number."""
    parts: list[str] = []
    lost: list[int] = []
    end = 0
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for start, stop, is_header in _lines(text):
            line = text[start:stop]
            if not _can_be_read(line, is_header=is_header):
                lost.append(text.count("\n", 0, start) + 1)
                parts += [text[end:start], _instead_of(line, is_header=is_header)]
                end = stop
    return Recovered("".join((*parts, text[end:])), tuple(lost))


def _lines(text: str) -> Iterator[tuple[int, int, bool]]:
    """Where the logical lines are, and whether a block follows; decorators and all."""
    line: list[Token] = []
    for token in tokens(f"{text}\n"):
        if token.kind != "line":
            line.append(token)
        elif line:
            yield line[0].start, line[-1].end, line[-1].text == ":"
            line = []
    if line:  # in a bracket that nothing closes
        yield line[0].start, line[-1].end, False


def _can_be_read(line: str, *, is_header: bool) -> bool:
    keyword = "@" if line.startswith("@") else _keyword(line).rstrip("*")
    before, after = _BEFORE.get(keyword, ""), _AFTER.get(keyword, " pass")
    if is_header or keyword == "@":
        return _is_source(f"{before}{line}{after}")
    # `match` and `case` are names as well.
    after = "\nfinally: pass" if keyword == "try" else ""
    return _is_source(line) or (bool(before or after) and _is_source(f"{before}{line}{after}"))


def _is_source(text: str) -> bool:
    try:
        ast.parse(text)
    except PARSE_ERRORS:
        return False
    return True


def _keyword(line: str) -> str:
    found = _HEADER.match(line)
    return " ".join(found["keyword"].replace("*", " *").split()).replace(" *", "*") if found else ""


def _instead_of(line: str, *, is_header: bool) -> str:
    if is_header:
        found = _HEADER.match(line)
        name = (found["name"] if found else None) or "_"
        new = _HEADERS.get(_keyword(line), "if -0:").format(name=name)
    else:
        bound = _BOUND.match(line)
        new = f"{bound[1]} =-0" if bound else "pass"
    return new + "\\\n" * line.count("\n")
