"""What of a file may go, what mypy has to say about it, and the decision."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from orm_typing.cli.uncast.edits import Edit, Kind
from orm_typing.cli.uncast.finding.annotations import find_annotations
from orm_typing.cli.uncast.finding.casts import find_casts
from orm_typing.cli.uncast.finding.declarations import find_declarations
from orm_typing.cli.uncast.finding.ignores import find_ignores
from orm_typing.cli.uncast.finding.lookups import find_lookups
from orm_typing.cli.uncast.finding.syntax import Syntax
from orm_typing.cli.uncast.questions import Answer, Comparison, Message, Question
from orm_typing.cli.uncast.text import Text

LET_GO = (Comparison.SAME, Comparison.BETTER)
UNCHECKED = "mypy does not check this code"


@dataclass(frozen=True)
class Decision:
    """Whether an edit is to be tried."""

    edit: Edit
    reason: str = ""
    """Why what it would take away stays; nothing if it is to be tried."""


class Candidates:
    """All that may go from a text."""

    def __init__(self, text: Text) -> None:
        self.syntax = Syntax(text)

    @cached_property
    def asked(self) -> list[Edit]:
        """The edits about which mypy is asked."""
        finders = (find_casts, find_lookups, find_annotations, find_declarations)
        return [edit for find in finders for edit in find(self.syntax)]

    @property
    def questions(self) -> list[Question]:
        """The questions, in the order of the edits."""
        return [edit.question for edit in self.asked if edit.question is not None]

    def decide(
        self, answers: Sequence[Answer | None], messages: Sequence[Message]
    ) -> Iterator[Decision]:
        """What becomes of each; nothing is said of what only looked like a candidate.

        ``messages`` are those that mypy has about the file.
        """
        for edit, answer in zip(self.asked, answers, strict=True):
            decision = _DECIDERS[edit.kind](edit, answer)
            if decision is not None:
                yield decision
        missing = [message for message in messages if message.code.startswith("import-")]
        by_line: defaultdict[int, list[Message]] = defaultdict(list)
        for message in messages:
            by_line[message.line].append(message)
        for edit, reason in find_ignores(self.syntax, by_line):
            # What a comment silences may need a package that is not installed here.
            yield Decision(edit, reason or (missing[0].text if missing else ""))


def is_unsure(answer: Answer) -> bool:
    """Whether the type may be another once the cast or the annotation is gone.

    Both keep mypy from looking at what is expected around them: ``[]`` is a ``list[Any]`` there,
    and so is the result of ``list(rows)``.
    """
    is_partial = answer.is_solved or answer.inferred != "Any"
    return answer.comparison is Comparison.UNKNOWN and is_partial


def _about_cast(edit: Edit, answer: Answer | None) -> Decision | None:
    if answer is None:
        return Decision(edit, UNCHECKED) if edit.is_sure else None
    if answer.comparison in LET_GO or is_unsure(answer):
        return Decision(edit)
    if answer.comparison is Comparison.UNCHECKED:
        return Decision(edit, UNCHECKED)
    return Decision(edit, f"without it the type is {answer.inferred}")


def _about_lookup(edit: Edit, answer: Answer | None) -> Decision | None:
    return Decision(edit) if answer is not None and answer.concerns_orm else None


def _about_annotation(edit: Edit, answer: Answer | None) -> Decision | None:
    if answer is None or not answer.declares_any or not answer.concerns_orm:
        return None
    # It may take its Any from the annotation.
    is_known = not answer.has_any and answer.comparison is Comparison.BETTER
    if is_known or answer.is_solved:
        return Decision(edit)
    return Decision(edit, f"without it the type is {answer.inferred}")


def _about_declaration(edit: Edit, answer: Answer | None) -> Decision | None:
    if answer is None or not answer.has_any or not answer.concerns_orm:
        return None
    return Decision(edit)


_DECIDERS = {
    Kind.CAST: _about_cast,
    Kind.GETATTR: _about_lookup,
    Kind.ANNOTATION: _about_annotation,
    Kind.DECLARATION: _about_declaration,
}
