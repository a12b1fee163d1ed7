"""What one checker answers to one question, as the pages show it."""

from collections.abc import Iterator, Sequence

from tests.checkers.answers import Answer
from tests.checkers.labels import Question

from .columns import COLUMNS, Answers, heading
from .markdown import code, in_table

SAME = "✓"
SILENT = "-"
LONGEST_MESSAGE = 200


def cell(answer: Answer, common: str) -> str:
    """Show a type that differs, or the checker's names for the errors."""
    if answer.is_error:
        return ", ".join(map(code, answer.rules)) or "error"
    if answer.text == common != "ok":
        return SAME
    return shown(answer.text)


def shown(text: str) -> str:
    """Show an answer."""
    if text == "ok":
        return SILENT
    return text if text == "error" else in_table(code(text))


def messages(questions: Sequence[Question], answers: Answers) -> Iterator[str]:
    """Quote the errors, below a line that opens them."""
    quoted = {question: list(quotations(question, answers)) for question in questions}
    if not any(quoted.values()):
        return
    yield ""
    yield "<details><summary>messages</summary>"
    yield ""
    for question, lines in quoted.items():
        if lines:
            yield f"- {code(question.code)}"
            yield from lines
    yield ""
    yield "</details>"


def quotations(question: Question, answers: Answers) -> Iterator[str]:
    """Quote each message once, with those who say so."""
    said: dict[str, list[str]] = {}
    for checker in COLUMNS:
        answer = answers[checker][question]
        if answer.is_error:
            said.setdefault(shortened(answer.message), []).append(heading(checker))
    for message, checkers in said.items():
        yield f"    - {', '.join(checkers)}: {code(message)}"


def shortened(message: str) -> str:
    """Keep what a message begins with."""
    first = " ".join(message.splitlines()[:1])
    return first if len(first) <= LONGEST_MESSAGE else f"{first[: LONGEST_MESSAGE - 1]}…"
