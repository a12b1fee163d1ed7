"""A question that both the library and mypy can answer, and how answers are written.

A question about a type has an expression; about an act, a statement that works or does not::

    Question(topic="loaded", model="shop.catalogue.Book", query='db.select(...)', code="row.author")
    Question(topic="constructor", model=..., code='shop.catalogue.Book(title="x")', is_act=True)

``row`` is a row that the query gives. Each of ``steps`` names what it leads to ``it``, and passes
over ``None``.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass

ABSENT = "absent"
OK = "ok"
ERROR = "error"
NO_ROWS = "no rows"


@dataclass(frozen=True)
class Question:
    """What is asked; ``label`` says what varies within a topic, for the table of differences."""

    topic: str
    label: str
    model: str
    code: str
    query: str = ""
    fetch: str = "fetch_all"
    steps: tuple[str, ...] = ()
    is_async: bool = False
    is_act: bool = False

    @property
    def text(self) -> str:
        """Identify the question to a reader."""
        parts = [self.query and f"{self.query}.{self.fetch}()", *self.steps, self.code]
        return "; ".join(part for part in parts if part)


@dataclass(frozen=True)
class Answered:
    """A question with the library's answer."""

    question: Question
    answer: str


def to_json(answers: Iterable[Answered]) -> str:
    """Write answers for another process."""
    return json.dumps([asdict(answered) for answered in answers])


def from_json(text: str) -> list[Answered]:
    """Read what :func:`to_json` wrote."""
    answers = []
    for row in json.loads(text):
        row["question"]["steps"] = tuple(row["question"]["steps"])
        answers.append(Answered(Question(**row["question"]), row["answer"]))
    return answers


def union(items: Iterable[str]) -> str:
    """Write a union in one order: ``union(["None", "A | B"])`` is ``A | B | None``."""
    parts = {part for item in items for part in _split(item)}
    return " | ".join(sorted(parts, key=lambda part: (part == "None", part)))


def _split(text: str) -> list[str]:
    """Split a union outside of brackets."""
    parts = [""]
    depth = 0
    for piece in text.split(" | "):
        parts[-1] = f"{parts[-1]} | {piece}" if depth else piece
        depth += piece.count("[") - piece.count("]")
        if not depth:
            parts.append("")
    return parts[:-1]
