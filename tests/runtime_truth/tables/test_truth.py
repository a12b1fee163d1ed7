"""What the plugin reports fails or has no effect on SQLite, and what it accepts works there."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.runtime_truth.compare import report
from tests.runtime_truth.tables.checker import messages
from tests.runtime_truth.tables.differences import ACCEPTED, Accepted
from tests.runtime_truth.tables.observed import OK, answer, answers_async
from tests.runtime_truth.tables.question import (
    Question,
    of_arguments,
    of_names,
    of_relations,
    questions,
)

pytestmark = [
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),
    pytest.mark.skipif(sys.version_info < (3, 11), reason="SQLModel 0.0.50 needs Python 3.11"),
]


def test_the_sync_functions(tmp_path: Path) -> None:
    asked = questions()
    said = messages(asked, tmp_path, is_async=False)
    report(differences(asked, [answer(question) for question in asked], said, ACCEPTED))


def test_their_asynchronous_twins(tmp_path: Path) -> None:
    asked = [
        question
        for question in (*of_names(), *of_relations(), *of_arguments())
        if question.without is None
    ]
    said = messages(asked, tmp_path, is_async=True)
    answers = answers_async(asked, tmp_path / "database.db")
    accepted = [one for one in ACCEPTED if one.is_of_both]
    report(differences(asked, answers, said, accepted))


def differences(
    asked: Sequence[Question],
    answers: Sequence[str],
    said: Sequence[str],
    accepted: Sequence[Accepted],
) -> list[str]:
    """Where the two disagree, but for what the table explains; and rows that explain nothing."""
    problems: list[str] = []
    used: set[Accepted] = set()
    for question, answered, message in zip(asked, answers, said, strict=True):
        if (answered == OK) == (message == ""):
            continue
        rows = [] if message else [one for one in accepted if one.explains(question, answered)]
        used.update(rows)
        if not rows:
            problems.append(f"{question.topic}: {question.text}\n  {answered}, and {message!r}")
    return problems + [f"stale: {one.reason}" for one in accepted if one not in used]
