"""What the commands show: in colour on a terminal, plain when piped."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from difflib import unified_diff

from rich.console import Console
from rich.text import Text

from orm_typing.cli.source_files import lines_of

_DIFF_STYLES = {"+": "green", "-": "red", "@": "cyan"}


def output() -> Console:
    """The console for results. Piped lines are not wrapped, so that tools can read them."""
    return Console(soft_wrap=not sys.stdout.isatty(), highlight=False, emoji=False)


def notices() -> Console:
    """The console for progress, warnings and summaries: the standard error."""
    return Console(stderr=True, soft_wrap=not sys.stderr.isatty(), highlight=False, emoji=False)


def print_diff(console: Console, path: str, before: str, after: str) -> None:
    """A unified diff of one file, in a form that ``patch`` reads.

    Off a terminal every character stays: rich would take some out, and make spaces of tabs.
    """
    for line in unified_diff(lines_of(before), lines_of(after), f"a/{path}", f"b/{path}"):
        whole = line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"
        if console.is_terminal:
            style = "bold" if line.startswith(("---", "+++")) else _DIFF_STYLES.get(line[0], "")
            console.print(Text(whole.rstrip("\r\n"), style=style), soft_wrap=True)
        else:
            console.file.write(whole)


def print_json(value: object) -> None:
    """A result for machines."""
    json.dump(value, sys.stdout, indent=2)
    sys.stdout.write("\n")


def print_complaints(complaints: Iterable[str]) -> None:
    """What mypy says about its configuration: it goes on without what it can't read."""
    for line in complaints:
        notices().print(f"mypy says: {line}", style="yellow", markup=False)


def number(count: int, noun: str, plural: str | None = None) -> str:
    """``1 model``, ``2 models``, ``no models``."""
    return f"{count or 'no'} {noun if count == 1 else plural or f'{noun}s'}"
