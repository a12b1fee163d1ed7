"""Trying edits in rounds until nothing more can go.

What a cast hides is seen when it is gone: a second cast behind it, or a comment that it needed. So
each round asks mypy about the text that the last one left. The edits of a round are made together;
if mypy reports something new, those that caused it are told apart by where it is, and by halves.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from orm_typing.cli.source_files import SourceFile
from orm_typing.cli.uncast.blame import PlacedEdit
from orm_typing.cli.uncast.candidates import Candidates, Decision
from orm_typing.cli.uncast.checker import Checker
from orm_typing.cli.uncast.edits import Kind
from orm_typing.cli.uncast.finding.imports import find_imports, used_names
from orm_typing.cli.uncast.finding.syntax import SourceError
from orm_typing.cli.uncast.text import EditedText, Text
from orm_typing.cli.uncast.trial import State, Trial


@dataclass(frozen=True)
class Item:
    """One thing that went, or stays."""

    path: str
    line: int
    """In the file as it was."""
    kind: Kind
    code: str
    reason: str = ""
    """Why it stays."""


@dataclass
class Outcome:
    """The end of the rounds."""

    gone: list[Item] = field(default_factory=list[Item])
    stays: list[Item] = field(default_factory=list[Item])
    texts: dict[str, str] = field(default_factory=dict[str, str])
    """The new texts of the files that changed."""
    skipped: dict[str, str] = field(default_factory=dict[str, str])
    """The files that could not be read, with the reason."""


class Rounds:
    """The rounds over some files."""

    def __init__(self, sources: Mapping[str, SourceFile], checker: Checker) -> None:
        self._checker = checker
        self._history: dict[str, list[EditedText]] = {path: [] for path in sources}
        self._outcome = Outcome()
        self._rejected: dict[Item, str] = {}
        candidates = {path: _candidates(source.text) for path, source in sources.items()}
        for path, found in candidates.items():
            if isinstance(found, str):
                self._outcome.skipped[path] = found
        self._state = State(
            {path: found for path, found in candidates.items() if not isinstance(found, str)},
            {},
            (),
        )
        self._originals = dict(self._state.candidates)

    def run(self) -> Outcome:
        """All rounds. Raises :class:`CheckerError` if mypy can't check the project as it is."""
        self._first_run()
        self._exhaust()
        if self._rejected and self._outcome.gone:
            # Something that went later may have been in the way.
            again, self._rejected = self._rejected, {}
            self._round()
            self._rejected = {**again, **self._rejected}
            self._exhaust()
        unremovable = self._remove_imports()
        return self._finish(unremovable)

    def _first_run(self) -> None:
        asked = {path: found.questions for path, found in self._state.candidates.items()}
        response, broken = self._checker.first_run(asked)
        for path, reason in broken.items():
            if path in self._history:
                self._outcome.skipped[path] = reason
        left = {
            path: found
            for path, found in self._state.candidates.items()
            if path not in self._outcome.skipped
        }
        self._state = State(left, response.answers, response.messages)

    def _exhaust(self) -> None:
        """Make what can be made, until a round tells nothing new.

        One in which all is rejected does: what it left out because of them is next.
        """
        is_open = True
        while is_open:
            count = len(self._rejected)
            is_made = self._round()
            is_open = is_made or len(self._rejected) > count

    def _round(self) -> bool:
        """Make what can be made now; says whether that was anything."""
        batch: list[PlacedEdit] = []
        for path, decision in self._decisions():
            placed = PlacedEdit(path, decision.edit)
            is_open = not decision.reason and self._item(placed) not in self._rejected
            if is_open and not any(
                other.path == path and other.edit.overlaps(decision.edit) for other in batch
            ):
                batch.append(placed)
        return self._make(batch)

    def _decisions(self) -> list[tuple[str, Decision]]:
        return [
            (path, decision)
            for path, found in self._state.candidates.items()
            for decision in found.decide(
                self._state.answers[path],
                [message for message in self._state.messages if message.path == path],
            )
        ]

    def _make(self, batch: Sequence[PlacedEdit]) -> bool:
        trial = Trial(self._state, self._checker, self._reject)
        made = trial.settle([], list(batch))
        if trial.best is None:
            return False
        self._outcome.gone += [self._item(placed) for placed in made]
        for path, edited in trial.edited.items():
            self._history[path].append(edited)
        self._state = trial.best
        return True

    def _reject(self, placed: PlacedEdit, reason: str) -> None:
        self._rejected[self._item(placed)] = reason

    def _item(self, placed: PlacedEdit, reason: str = "") -> Item:
        line = self._state.texts[placed.path].line_of(placed.edit.span.start)
        for edited in reversed(self._history[placed.path]):
            line = edited.old_line(line)
        return Item(placed.path, line, placed.edit.kind, placed.edit.code, reason)

    def _remove_imports(self) -> list[Item]:
        """Remove what nothing uses any more; says which of it stays."""
        stays: list[Item] = []
        batch: list[PlacedEdit] = []
        for path, found in self._state.candidates.items():
            if self._history[path]:
                used_before = used_names(self._originals[path].syntax)
                for edit, reason in find_imports(found.syntax, used_before):
                    placed = PlacedEdit(path, edit)
                    if reason:
                        stays.append(self._item(placed, reason))
                    else:
                        batch.append(placed)
        before = dict(self._rejected)
        # TYPE_CHECKING itself is free once its blocks are gone.
        if self._make(batch) and len(self._rejected) == len(before):
            return self._remove_imports()
        return stays + [
            _with_reason(item, reason)
            for item, reason in self._rejected.items()
            if item not in before
        ]

    def _finish(self, imports: list[Item]) -> Outcome:
        outcome = self._outcome
        for path, decision in self._decisions():
            item = self._item(PlacedEdit(path, decision.edit))
            reason = decision.reason or self._rejected.get(item, "")
            outcome.stays.append(_with_reason(item, reason))
        outcome.stays += imports
        outcome.gone.sort(key=lambda item: (item.path, item.line))
        outcome.stays.sort(key=lambda item: (item.path, item.line))
        outcome.texts = {
            path: found.syntax.text.text
            for path, found in self._state.candidates.items()
            if self._history[path]
        }
        return outcome


def _candidates(text: str) -> Candidates | str:
    try:
        return Candidates(Text(text))
    except SourceError as fault:
        return str(fault)


def _with_reason(item: Item, reason: str) -> Item:
    return Item(item.path, item.line, item.kind, item.code, reason)
