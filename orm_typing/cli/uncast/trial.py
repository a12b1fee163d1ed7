"""Making edits together, and telling apart those that can't be made."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from orm_typing.cli.uncast.blame import Fault, PlacedEdit, new_messages, reason_of, suspects
from orm_typing.cli.uncast.candidates import LET_GO, UNCHECKED, Candidates, is_unsure
from orm_typing.cli.uncast.checker import Checker, CheckerError
from orm_typing.cli.uncast.edits import Edit, Kind, apply
from orm_typing.cli.uncast.finding.syntax import SourceError
from orm_typing.cli.uncast.questions import Answer, Message, Question, Response, Subject
from orm_typing.cli.uncast.same_program import is_same_program
from orm_typing.cli.uncast.text import EditedText, Text


@dataclass(frozen=True)
class State:
    """Texts that mypy has checked, and what it said."""

    candidates: Mapping[str, Candidates]
    answers: Mapping[str, Sequence[Answer | None]]
    """To the questions of the candidates, in their order."""
    messages: Sequence[Message]

    @property
    def texts(self) -> dict[str, Text]:
        """The texts, by path."""
        return {path: found.syntax.text for path, found in self.candidates.items()}


class Trial:
    """Edits on a state, tried in as few runs of mypy as may be."""

    def __init__(
        self,
        base: State,
        checker: Checker,
        reject: Callable[[PlacedEdit, str], None],
    ) -> None:
        self._base = base
        self._checker = checker
        self._reject = reject
        self.best: State | None = None
        """The state with all edits that could be made; nothing if none could."""
        self.edited: dict[str, EditedText] = {}
        """The texts of that state."""

    def settle(self, made: list[PlacedEdit], batch: list[PlacedEdit]) -> list[PlacedEdit]:
        """Make what can be made of ``batch`` beside what is made already; gives both.

        What mypy reports in the statement of a single edit is due to that one. Other edits that
        are suspected are set aside, tried when the rest is made, and halved if that tells nothing.
        """
        if not batch:
            return made
        faults = self._faults(made, batch)
        if not faults:
            return made + batch
        if len(batch) == 1:
            self._reject(batch[0], faults[0].reason)
            return made
        alone = {fault.suspects[0] for fault in faults if len(fault.suspects) == 1}
        # The nearest suspect comes first. What mypy reports says more than the type does.
        certain = {
            fault.suspects[0]: fault.reason for fault in faults if fault.suspects[0] in alone
        }
        for placed, reason in certain.items():
            self._reject(placed, reason)
        suspected = {
            placed
            for fault in faults
            if fault.suspects[0] not in certain
            for placed in fault.suspects
        } - set(certain)
        rest = [placed for placed in batch if placed not in suspected and placed not in certain]
        made = self.settle(made, rest)
        aside = [placed for placed in batch if placed in suspected]
        if len(aside) < len(batch):
            return self.settle(made, aside)
        half = len(aside) // 2
        return self.settle(self.settle(made, aside[:half]), aside[half:])

    def _faults(self, made: list[PlacedEdit], batch: list[PlacedEdit]) -> list[Fault]:
        """What speaks against ``batch``; if nothing does, the state is the best one now."""
        by_path: defaultdict[str, list[Edit]] = defaultdict(list)
        for placed in (*made, *batch):
            by_path[placed.path].append(placed.edit)
        texts = self._base.texts
        edited = {path: apply(texts[path], edits) for path, edits in by_path.items()}
        candidates = dict(self._base.candidates)
        for path, moved in edited.items():
            found = _safe_candidates(moved)
            if found is None:
                return _unsafe(texts[path], path, batch)
            candidates[path] = found
        expectations = {
            path: [self._expectation(PlacedEdit(path, edit), edited[path]) for edit in edits]
            for path, edits in by_path.items()
        }
        try:
            response = self._ask(candidates, expectations)
        except CheckerError as error:
            return [Fault(str(error), tuple(batch))]
        faults = [
            *self._broken_expectations(response, expectations, batch),
            *self._new_messages(response, edited, batch),
        ]
        if not faults:
            answers = {
                path: response.answers[path][: len(found.questions)]
                for path, found in candidates.items()
            }
            self.best = State(candidates, answers, response.messages)
            self.edited = edited
        return faults

    def _expectation(self, placed: PlacedEdit, edited: EditedText) -> _Expectation:
        before = self._answer_before(placed)
        return _Expectation.of(placed, edited, "" if before is None else before.written)

    def _ask(
        self,
        candidates: Mapping[str, Candidates],
        expectations: Mapping[str, Sequence[_Expectation]],
    ) -> Response:
        questions = {
            path: [
                *found.questions,
                *(expected.question for expected in expectations.get(path, ())),
            ]
            for path, found in candidates.items()
        }
        return self._checker.run(
            {path: found.syntax.text.text for path, found in candidates.items()}, questions
        )

    def _broken_expectations(
        self,
        response: Response,
        expectations: Mapping[str, Sequence[_Expectation]],
        batch: Sequence[PlacedEdit],
    ) -> Iterator[Fault]:
        for path, expected in expectations.items():
            answers = response.answers[path][-len(expected) :]
            for expectation, answer in zip(expected, answers, strict=True):
                reason = expectation.fault(answer, self._answer_before(expectation.placed))
                if reason:
                    placed = expectation.placed
                    yield Fault(reason, (placed,) if placed in batch else _of_path(path, batch))

    def _answer_before(self, placed: PlacedEdit) -> Answer | None:
        asked = self._base.candidates[placed.path].asked
        answers = self._base.answers[placed.path]
        return next(
            (answer for edit, answer in zip(asked, answers, strict=True) if edit == placed.edit),
            None,
        )

    def _new_messages(
        self, response: Response, edited: Mapping[str, EditedText], batch: Sequence[PlacedEdit]
    ) -> Iterator[Fault]:
        if response.is_blocked:
            yield Fault("without it mypy stops", tuple(batch))
            return
        texts = self._base.texts
        found = new_messages(texts, self._base.messages, response.messages, edited)
        for message, line in found:
            yield Fault(reason_of(message), suspects(message, line, texts, batch))


@dataclass(frozen=True)
class _Expectation:
    """What must be known about an edit once it is made."""

    placed: PlacedEdit
    question: Question

    @classmethod
    def of(cls, placed: PlacedEdit, edited: EditedText, declared: str) -> _Expectation:
        """The question about an edit in the text in which it is made."""
        edit = placed.edit
        if edit.attribute is not None:
            return cls(placed, edit.attribute)
        places = [place for kept in edit.kept for place in edited.after.places(edited.moved(kept))]
        return cls(placed, Question(Subject.VALUE, tuple(places), declared=declared))

    def fault(self, after: Answer | None, before: Answer | None) -> str:
        """What speaks against the edit; nothing if nothing does."""
        edit = self.placed.edit
        if not edit.kept and edit.attribute is None:
            return ""
        if after is None:
            return "nothing takes its place" if edit.attribute is not None else UNCHECKED
        if edit.kind is Kind.CAST and before is not None and before.has_any:
            # A cast to list[Any] may leave a list[Any]. What is expected of the value may have made
            # another type of it, so that is compared again.
            is_better = bool(self.question.declared) and after.comparison in LET_GO
            is_known = not is_unsure(before) or after.inferred == before.declared or is_better
        else:
            is_known = not after.has_any
        return "" if is_known else f"without it the type is {after.inferred}"


def _unsafe(text: Text, path: str, batch: Sequence[PlacedEdit]) -> list[Fault]:
    """Which edits of a file make another program of it; mypy need not run to tell."""
    suspected = _of_path(path, batch)
    alone = [
        placed
        for placed in suspected
        if placed.path == path
        and not is_same_program(text.text, apply(text, [placed.edit]).after.text)
    ]
    blamed = [(placed,) for placed in alone] if alone else [suspected]
    return [Fault("the edit can't be made safely", those) for those in blamed]


def _of_path(path: str, batch: Sequence[PlacedEdit]) -> tuple[PlacedEdit, ...]:
    return tuple(placed for placed in batch if placed.path == path) or tuple(batch)


def _safe_candidates(edited: EditedText) -> Candidates | None:
    """What may go from an edited text; nothing if it is not the program that it was."""
    if not is_same_program(edited.before.text, edited.after.text):
        return None
    try:
        return Candidates(edited.after)
    except SourceError:
        return None
