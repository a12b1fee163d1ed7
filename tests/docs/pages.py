"""Reading the documentation: the code blocks of a page, and the messages that it shows.

A Python block is one file. Its first line may name it: ``# generated/tables.py``. What a checker is
expected to say stands in comments: ``# error: ...`` at the end of a line is about that line, and on
a line of its own about the nearest line of code above it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

REPOSITORY = Path(__file__).resolve().parents[2]
README = REPOSITORY / "README.md"
ERROR_CODES = REPOSITORY / "docs" / "error-codes.md"

_FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)
_FILE_NAME = re.compile(r"^# ([\w/]+\.py)$")
_EXPECTED = re.compile(r"^(?P<code>.*?)# (?P<message>(?:error|note): .+)$")


class CodeBlock(NamedTuple):
    """A fenced block of a page."""

    language: str
    heading: str
    """The nearest heading above it."""
    text: str

    @property
    def file_name(self) -> str | None:
        """What the first line says, if it names a file."""
        found = _FILE_NAME.match(self.text.partition("\n")[0])
        return found.group(1) if found else None


class Row(NamedTuple):
    """A row of a table about what is typed."""

    expression: str
    runtime: str
    """The name of the class that it has at runtime."""
    mypy: str
    """What mypy reveals."""


class Said(NamedTuple):
    """One line of a checker's output."""

    line: int
    message: str
    """Severity, text and code: ``error: ...  [orm-unknown-path]``."""


def code_blocks(page: Path) -> list[CodeBlock]:
    """All fenced blocks of a page, from top to bottom."""
    text = page.read_text(encoding="utf-8")
    fences = list(_FENCE.finditer(text))
    headings = [
        found
        for found in _HEADING.finditer(text)
        if not any(fence.start() < found.start() < fence.end() for fence in fences)
    ]
    return [
        CodeBlock(
            fence.group(1),
            next((h.group(1) for h in reversed(headings) if h.start() < fence.start()), ""),
            fence.group(2),
        )
        for fence in fences
    ]


def named_files(page: Path) -> dict[str, str]:
    """The texts of the blocks that name a file."""
    return {block.file_name: block.text for block in code_blocks(page) if block.file_name}


def cells(page: Path) -> Iterator[list[str]]:
    """The cells of the tables of a page that are code, row by row, as plain text."""
    for line in page.read_text(encoding="utf-8").splitlines():
        found = re.findall(r"(?<= )`((?:[^`])+)`(?= \|)", line)
        if line.startswith("| `"):
            yield [cell.replace("\\|", "|") for cell in found]


def typed_rows(page: Path) -> list[Row]:
    """The rows that say what is typed."""
    return [Row(*row) for row in cells(page) if len(row) == 3]


def headings(page: Path) -> list[str]:
    """The headings of second rank."""
    return re.findall(r"^## (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)


def expected(code: str) -> Iterator[Said]:
    """What the comments of a block say that a checker says."""
    last_line_of_code = 0
    for number, line in enumerate(code.splitlines(), start=1):
        found = _EXPECTED.match(line)
        if found is None or found.group("code").strip():
            last_line_of_code = number
        if found is not None:
            yield Said(last_line_of_code, found.group("message"))
