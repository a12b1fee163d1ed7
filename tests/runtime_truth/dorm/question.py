"""Questions about djanorm: as :mod:`tests.runtime_truth.question` has them, but for the rows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from tests.runtime_truth.question import Question


@dataclass(frozen=True)
class Asked(Question):
    """A question that may be about rows: an act about one of the model, a type about ``query``'s.

    In ``code``, ``PK`` stands for the key of a row that there is and of one that there is not.
    """

    @property
    def text(self) -> str:
        """Identify the question to a reader."""
        code = "; ".join(self.code.splitlines())
        return f"for row in {self.query}: {code}" if self.query else code

    @property
    def waits(self) -> bool:
        """Whether the code is to stand in a coroutine."""
        return "await " in self.code or "async " in self.code or "await " in self.query


def to_json(answers: Iterable[tuple[Asked, str]]) -> list[Any]:
    """Write answers for another process."""
    return [[asdict(question), answer] for question, answer in answers]


def from_json(said: Sequence[Any]) -> list[tuple[Asked, str]]:
    """Read what :func:`to_json` wrote."""
    return [
        (Asked(**{**question, "steps": tuple(question["steps"])}), answer)
        for question, answer in said
    ]
