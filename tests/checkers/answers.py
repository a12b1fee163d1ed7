"""What a checker answers to each question, from what it found line by line."""

from typing import NamedTuple

from .labels import Line, Question, read_questions
from .runners import Finding


class Answer(NamedTuple):
    """A line's one answer: a type's short name, "error", or "ok" where nothing is said."""

    text: str
    rules: tuple[str, ...] = ()
    """The checker's names for the errors."""
    message: str = ""

    @property
    def is_error(self) -> bool:
        """Whether the checker refuses the line."""
        return self.text == "error"


SILENCE = Answer("ok")


def answers(findings: list[Finding]) -> dict[Question, Answer]:
    """Answer all questions."""
    found = by_line(findings)
    return {question: summarise(found.get(line, [])) for line, question in read_questions().items()}


def unasked(findings: list[Finding]) -> dict[Line, Answer]:
    """What is said about other lines."""
    asked = read_questions()
    return {line: summarise(some) for line, some in by_line(findings).items() if line not in asked}


def by_line(findings: list[Finding]) -> dict[Line, list[Finding]]:
    """Sort findings by the line that they are about."""
    found: dict[Line, list[Finding]] = {}
    for finding in findings:
        found.setdefault(Line(finding.path, finding.line), []).append(finding)
    return found


def summarise(findings: list[Finding]) -> Answer:
    """Give a line's one answer; an error outweighs a type revealed beside it."""
    errors = sorted(finding for finding in findings if not finding.revealed)
    if errors:
        rules = dict.fromkeys(error.rule for error in errors if error.rule)
        return Answer("error", tuple(rules), errors[0].message)
    return Answer(findings[0].answer) if findings else SILENCE
