"""Telling edits apart that can't all be made, with a checker that is made up."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from itertools import combinations
from typing import cast

import pytest

from orm_typing.cli.uncast.blame import PlacedEdit
from orm_typing.cli.uncast.candidates import Candidates
from orm_typing.cli.uncast.checker import Checker
from orm_typing.cli.uncast.questions import Answer, Message, Question, Response
from orm_typing.cli.uncast.text import Text
from orm_typing.cli.uncast.trial import State, Trial

PATH = "/shop.py"
BEFORE = "from typing import cast\n\n\ndef f() -> None:\n" + "".join(
    f"    a{number} = cast(int, b{number})\n" for number in range(8)
)
ALL = frozenset(range(8))


class MadeUp:
    """A checker that reports a message for some sets of casts that are gone."""

    def __init__(self, reports: Callable[[frozenset[int]], Sequence[int]]) -> None:
        self.reports = reports
        self.runs = 0

    def run(
        self, texts: Mapping[str, str], questions: Mapping[str, Sequence[Question]]
    ) -> Response:
        """The messages, and an answer to each question."""
        self.runs += 1
        left = frozenset(map(int, re.findall(r"cast\(int, b(\d)\)", texts[PATH])))
        messages = [
            Message(PATH, line, "misc", f"wrong at {line}") for line in self.reports(ALL - left)
        ]
        answer = Answer("int", False, True)
        return Response(
            messages, {path: [answer] * len(asked) for path, asked in questions.items()}
        )


def settle(checker: MadeUp) -> tuple[frozenset[int], dict[int, str]]:
    """The numbers of the casts that go, and of those that stay with the reason."""
    found = Candidates(Text(BEFORE))
    base = State({PATH: found}, {PATH: [None] * len(found.asked)}, ())
    rejected: dict[int, str] = {}
    number_of = {edit: number for number, edit in enumerate(found.asked)}

    def reject(placed: PlacedEdit, reason: str) -> None:
        rejected[number_of[placed.edit]] = reason

    trial = Trial(base, cast(Checker, checker), reject)
    made = trial.settle([], [PlacedEdit(PATH, edit) for edit in found.asked])
    gone = frozenset(number_of[placed.edit] for placed in made)
    assert gone | set(rejected) == ALL
    if gone:
        assert trial.best is not None
        text = trial.best.texts[PATH].text
        assert {number for number in ALL if f"cast(int, b{number})" not in text} == gone
    return gone, rejected


def line_of(number: int) -> int:
    """The line of a cast."""
    return 5 + number


def test_all_at_once() -> None:
    checker = MadeUp(lambda gone: ())
    assert settle(checker) == (ALL, {})
    assert checker.runs == 1


def test_a_message_in_the_statement_of_an_edit() -> None:
    checker = MadeUp(lambda gone: [line_of(number) for number in sorted(gone & {2, 5})])
    gone, rejected = settle(checker)
    assert gone == ALL - {2, 5}
    assert rejected[2] == "without it mypy reports: wrong at 7  [misc]"
    assert checker.runs == 2


@pytest.mark.parametrize("wrong", list(ALL))
def test_a_message_elsewhere(wrong: int) -> None:
    """The first line of the function is nobody's."""
    checker = MadeUp(lambda gone: [4] if wrong in gone else [])
    gone, rejected = settle(checker)
    assert gone == ALL - {wrong}
    assert list(rejected) == [wrong]
    assert checker.runs <= 8


@pytest.mark.parametrize("pair", list(combinations(range(0, 8, 3), 2)))
def test_two_that_exclude_each_other(pair: tuple[int, int]) -> None:
    checker = MadeUp(lambda gone: [1] if set(pair) <= gone else [])
    gone, rejected = settle(checker)
    assert len(rejected) == 1
    assert set(rejected) < set(pair)
    assert gone == ALL - set(rejected)


def test_nothing_can_go() -> None:
    checker = MadeUp(lambda gone: [1] if gone else [])
    gone, rejected = settle(checker)
    assert gone == frozenset()
    assert set(rejected) == ALL
