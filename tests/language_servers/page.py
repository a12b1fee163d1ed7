"""The page `docs/conformance/editors.md`, made from the expected answers."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from tests.checkers.conformance.columns import LIBRARIES
from tests.checkers.conformance.library_page import see
from tests.checkers.conformance.markdown import code, in_table, table
from tests.checkers.labels import UNDECLARED, library

from .questions import KINDS, REASONS, Question, rows
from .servers import SERVERS

PAGE = PurePosixPath("docs/conformance/editors.md")
INTRODUCTION = """\
# Conformance: editors

What five language servers answer while a line is written. The tests start each of them as an
editor does, and ask. Where a server differs, its cell says how; ✓ is the answer to the left. The
set-up is in [editors.md](../editors.md). Unless it is said otherwise, the models have the
declarations that [`orm-typing declare`](../command-line.md#orm-typing-declare) writes.

Methods that are offered are the public ones above the first name with two underscores. What a query
loaded, as in the last line about SQLiter, only mypy's plugin knows: it is a `Speaker`."""


def page() -> str:
    """Write the page."""
    return "\n".join(lines()) + "\n"


def lines() -> Iterator[str]:
    """Write the page, a line at a time."""
    yield INTRODUCTION
    expected = rows()
    for package in dict.fromkeys(question.library for question in expected):
        yield ""
        yield f"## {title(package)}"
        yield ""
        yield from table(
            ["", "", "", *SERVERS, "why"],
            (cells(question) for question in expected if question.library == package),
        )
    yield ""
    yield "## Why answers differ"
    yield ""
    yield from table(
        ["name", "reason", ""],
        ([name, one.text, f"[rule]({see(one, PAGE)})"] for name, one in REASONS.items()),
    )


def title(package: str) -> str:
    """Name a part of the project."""
    name = LIBRARIES[library(package)]
    return f"{name}, without declarations" if package.endswith(UNDECLARED) else name


def cells(question: Question) -> list[str]:
    """Show one question, and the answers."""
    row = rows()[question]
    answers = [row.others.get(server) for server in SERVERS]
    said = [("✓" if answer is None else shown(question, answer)) for answer in answers]
    answer = code(question.wanted) if question.wanted else shown(question, row.common)
    asked = in_table(code(question.code))
    return [asked, KINDS[question.kind], answer, *said, ", ".join(row.reasons)]


def shown(question: Question, answer: str) -> str:
    """Show an answer: a type, names, a line, or whether something happens."""
    if answer in {"marked", "offered", "nothing"}:
        return answer
    if question.kind in {"complete", "first"}:
        return ", ".join(code(name) for name in answer.split(", "))
    return in_table(code(answer))
