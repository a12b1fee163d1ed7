"""The first page: how far checkers agree, and the accessors, which need help."""

from collections.abc import Iterator

from tests.checkers.labels import PACKAGES, library

from .columns import COLUMNS, EXTRA, LIBRARIES, PLUGIN, Answers, heading, programs
from .library_page import MAIN, case_table, cases, path, reasons_table, title
from .markdown import table
from .rules import index, relative

INTRODUCTION = """\
# Conformance

What mypy with the plugin, mypy with the stubs alone, pyright, basedpyright, ty, pyrefly and zuban
answer about the same lines of application code. `make conformance` runs them and writes these pages
from what they say; a test compares the pages with a run.

## How to read it

The first column is a line of code, or an expression whose type is asked for. The second is the
answer that most checkers give.

| | |
|---|---|
| ✓ | the same type |
| `Book \\| None` | this checker reveals another type |
| `attr-defined` | this checker reports an error; this is its name for it, see [the rules](#rules) |
| - | nothing is reported |
| why | the name of a reason, explained below the tables, with a link to the rule behind it |

Types are shortened: no modules, and `Coroutine` for `CoroutineType`. The messages themselves can be
opened below each table, cut to their first line. mypy runs with `--strict`, pyrefly with its preset
`default`, the others with their default settings."""

AGREEMENT = """\
## How far they agree

Lines on which a checker answers as mypy with the plugin does: the same type, an error on the same
line, or nothing. The pages of the libraries have the reasons for the rest."""

ACCESSORS = """\
## Accessors

A relation puts attributes on another class. Only the plugin sees them there. Once
[`orm-typing declare`](command-line.md#orm-typing-declare) has written them into the classes, all
checkers do. Both tables are about the same lines."""


def main_page(answers: Answers) -> Iterator[str]:
    """Write the page, a line at a time."""
    packages = sorted(PACKAGES, key=lambda package: [*LIBRARIES].index(library(package)))
    yield INTRODUCTION
    yield ""
    yield from table(["", "version"], programs().items())
    yield ""
    yield AGREEMENT
    yield ""
    others = [checker for checker in (*COLUMNS, *EXTRA) if checker != PLUGIN]
    yield from table(
        ["", "lines", *map(heading, others)],
        (agreement(package, others, answers) for package in packages),
    )
    yield ""
    yield ACCESSORS
    about = [package for package in packages if package != library(package)]
    for package in about:
        yield ""
        yield f"### {label(package)}"
        yield ""
        questions = dict(cases(package, answers))["accessors"]
        yield from case_table(questions, answers)
    yield ""
    yield from reasons_table(about, MAIN)
    yield ""
    yield "## Rules"
    yield ""
    yield from index(answers, MAIN)


def agreement(package: str, checkers: list[str], answers: Answers) -> list[str]:
    """Count the lines of a package on which each checker answers as the plugin."""
    questions = [question for question in answers[PLUGIN] if question.package == package]
    counts = [
        sum(answers[checker][one].text == answers[PLUGIN][one].text for one in questions)
        for checker in checkers
    ]
    name = f"[{label(package)}]({relative(path(library(package)), MAIN)})"
    return [name, str(len(questions)), *map(str, counts)]


def label(package: str) -> str:
    """Name a package of cases."""
    name = LIBRARIES[library(package)]
    return name if package == library(package) else f"{name}: {title(package, 'accessors')}"
