"""The questions, and the answers that are expected."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.checkers.labels import PACKAGES
from tests.checkers.table import REPOSITORY, Reason, Row, parse_row, row_faults

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

KINDS = {
    "hover": "hover shows",
    "complete": "completion offers",
    "first": "completion begins with",
    "offer": "completion offers",
    "define": "go to definition",
    "mark": "an error is marked",
}
DOCUMENT: dict[str, Any] = tomllib.loads(
    Path(__file__).with_suffix(".toml").read_text(encoding="utf-8")
)
REASONS = {
    name: Reason(entry["text"], entry["see"]) for name, entry in DOCUMENT.pop("reasons", {}).items()
}
LIBRARIES = [name for name in DOCUMENT if name in PACKAGES]


@dataclass(frozen=True)
class Question:
    """Something an editor asks while a line is written."""

    library: str
    name: str
    kind: str
    code: str
    wanted: str = ""
    """The name that is to be offered."""

    @property
    def is_unfinished(self) -> bool:
        """Whether the line is one that somebody is still writing."""
        return self.kind in {"complete", "first", "offer"}


def rows() -> dict[Question, Row]:
    """Read all questions, with the expected answers."""
    return {
        question: row
        for library in LIBRARIES
        for name, entry in DOCUMENT[library]["questions"].items()
        for question, row in [parse(library, name, entry)]
    }


def parse(library: str, name: str, entry: dict[str, Any]) -> tuple[Question, Row]:
    """Read one question."""
    (kind,) = entry.keys() & KINDS.keys()
    asked = entry[kind]
    code, wanted = asked if isinstance(asked, list) else (asked, "")
    answers = {key: value for key, value in entry.items() if key != kind}
    return Question(library, name, kind, code, wanted), parse_row(answers)


def faults() -> Iterator[str]:
    """Find rows and reasons that say nothing."""
    for question, row in rows().items():
        yield from (f"{question.library}/{question.name}: {fault}" for fault in row_faults(row))
        yield from (f"no reason {name!r}" for name in row.reasons if name not in REASONS)
    named = {name for row in rows().values() for name in row.reasons}
    for name, reason in REASONS.items():
        if name not in named:
            yield f"unused reason {name!r}"
        page = reason.see.partition("#")[0]
        if not reason.see.startswith("https://") and not (REPOSITORY / page).is_file():
            yield f"{name!r} leads nowhere: {reason.see}"
