"""The page of one library: every question, with the answers of all checkers."""

import ast
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import PurePosixPath

from tests.checkers.labels import DECLARED, PACKAGES, UNDECLARED, Question, key, library, source
from tests.checkers.table import Reason, load, load_all

from .cells import cell, messages, shown
from .columns import COLUMNS, EXTRA, LIBRARIES, Answers, heading
from .markdown import code, in_table, table
from .rules import relative

MAIN = PurePosixPath("docs/conformance.md")
STATE = {UNDECLARED: "as written", DECLARED: "after `orm-typing declare`"}


def path(name: str) -> PurePosixPath:
    """Say where a library's page is."""
    return MAIN.with_suffix("") / f"{LIBRARIES[name].lower().replace(' ', '-')}.md"


def library_page(name: str, answers: Answers) -> Iterator[str]:
    """Write the page, a line at a time."""
    page = path(name)
    yield f"# Conformance: {LIBRARIES[name]}"
    yield ""
    yield f"[How to read this]({relative(MAIN, page)}#how-to-read-it). Each table is one file of"
    yield f"`tests/checkers/cases/`; the last one says [why answers differ](#{WHY_ANCHOR})."
    packages = [package for package in PACKAGES if library(package) == name]
    for package in packages:
        for case, questions in cases(package, answers):
            yield ""
            yield f"## {title(package, case)}"
            yield ""
            yield document(package, case)
            yield ""
            yield from case_table(questions, answers)
            yield from messages(questions, answers)
    yield ""
    yield f"## {WHY}"
    yield ""
    yield from reasons_table(packages, page)


WHY = "Why answers differ"
WHY_ANCHOR = "why-answers-differ"


def cases(package: str, answers: Answers) -> Iterator[tuple[str, list[Question]]]:
    """Sort a package's questions by file."""
    asked = (question for question in answers[COLUMNS[0]] if question.package == package)
    for case, questions in groupby(asked, key=lambda question: question.case):
        yield case, list(questions)


def title(package: str, case: str) -> str:
    """Name a file of cases."""
    state = next((text for end, text in STATE.items() if package.endswith(end)), "")
    return f"{case}, {state}" if state else case


def document(package: str, case: str) -> str:
    """Say what a file of cases is about, as its docstring does."""
    file = source(package) / f"{case}.py"
    return ast.get_docstring(ast.parse(file.read_text(encoding="utf-8"))) or ""


def case_table(questions: Sequence[Question], answers: Answers) -> list[str]:
    """Show the answers about one file."""
    rows = load_all()
    checkers = [*COLUMNS, *(checker for checker in EXTRA if differs(checker, questions, answers))]
    explained = any(rows[key(question)].reasons for question in questions)
    head = ["", "", *map(heading, checkers), *(["why"] if explained else [])]
    body: list[list[str]] = []
    for question in questions:
        row = rows[key(question)]
        texts = [cell(answers[checker][question], row.common) for checker in checkers]
        why = [", ".join(row.reasons)] if explained else []
        body.append([in_table(code(question.code)), shown(row.common), *texts, *why])
    return list(table(head, body))


def differs(checker: str, questions: Sequence[Question], answers: Answers) -> bool:
    """Whether mypy with pydantic's plugin answers otherwise than without."""
    return any(
        answers[checker][question].text != answers["mypy"][question].text for question in questions
    )


def reasons_table(packages: Sequence[str], page: PurePosixPath) -> Iterator[str]:
    """Explain the names in the column `why`."""
    reasons = {
        name: reason for package in packages for name, reason in sorted(load(package)[1].items())
    }
    yield from table(
        ["name", "reason", ""],
        ([name, reason.text, f"[rule]({see(reason, page)})"] for name, reason in reasons.items()),
    )


def see(reason: Reason, page: PurePosixPath) -> str:
    """Link to the rule behind a reason."""
    if reason.see.startswith("https://"):
        return reason.see
    target, anchor, name = reason.see.partition("#")
    return f"{relative(PurePosixPath(target), page)}{anchor}{name}"
