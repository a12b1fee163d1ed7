"""The expected answers: a TOML file beside each package's cases.

An answer that all checkers give is a text. Where some differ, it is a table that names them
and says why; a `[constructors]` table belongs to the labels in `constructors.py`:

    [reasons]
    lax = { text = "it takes whatever pydantic would convert", see = "https://..." }

    [constructors]
    result = "Book"
    key-text = { all = "error", ty = "ok", why = "lax" }
"""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from .labels import CASES, PACKAGES, Key, key, library, read_questions
from .runners import CHECKERS

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

REPOSITORY = Path(__file__).parents[2]


class Reason(NamedTuple):
    """Why a checker answers differently."""

    text: str
    see: str
    """The rule: an address, or a page of this repository."""


class Row(NamedTuple):
    """The answer common to all checkers, and the ones that differ, with the reasons' names."""

    common: str
    others: dict[str, str]
    reasons: list[str]

    def answer(self, checker: str) -> str:
        """Say what a checker is expected to answer."""
        return self.others.get(checker, self.common)


def load(package: str) -> tuple[dict[Key, Row], dict[str, Reason]]:
    """Read a package's table, and the reasons that it names."""
    document = tomllib.loads((CASES / f"{package}.toml").read_text(encoding="utf-8"))
    reasons = {
        name: Reason(entry["text"], entry["see"])
        for name, entry in document.pop("reasons", {}).items()
    }
    rows = {
        (package, case, name): parse_row(value)
        for case, answers in document.items()
        for name, value in answers.items()
    }
    return rows, reasons


def parse_row(value: str | dict[str, Any]) -> Row:
    """Read one answer: a text, or a table with the checkers that differ."""
    if isinstance(value, str):
        return Row(value, {}, [])
    others = {checker: value[checker] for checker in value if checker not in {"all", "why"}}
    why = value.get("why", [])
    return Row(value["all"], others, [why] if isinstance(why, str) else why)


def load_all() -> dict[Key, Row]:
    """Read the tables of all packages."""
    return {at: row for package in PACKAGES for at, row in load(package)[0].items()}


def faults() -> Iterator[str]:
    """Find rows, differences and reasons that say nothing, or that nothing asks for."""
    yield from ambiguous_reasons()
    asked = {key(question): question for question in read_questions().values()}
    for package in PACKAGES:
        rows, reasons = load(package)
        wanted = {at for at in asked if at[0] == package}
        yield from (f"{at}: a label without a row" for at in sorted(wanted - rows.keys()))
        yield from (f"{at}: a row without a label" for at in sorted(rows.keys() - wanted))
        for at, row in rows.items():
            yield from (f"{at}: {fault}" for fault in row_faults(row))
            yield from (f"{at}: no reason {name!r}" for name in row.reasons if name not in reasons)
            if at in asked and asked[at].kind == "E":
                answers = {row.common, *row.others.values()}
                yield from (f"{at}: {text!r}" for text in sorted(answers - {"error", "ok"}))
                if answers == {"ok"} and package == library(package):
                    yield f"{at}: no checker reports it, so it needs no label"
        named = {name for row in rows.values() for name in row.reasons}
        yield from (f"{package}: unused reason {name!r}" for name in reasons if name not in named)
        for name, reason in reasons.items():
            page = reason.see.partition("#")[0]
            if not reason.see.startswith("https://") and not (REPOSITORY / page).is_file():
                yield f"{package}: {name!r} leads nowhere: {reason.see}"


def ambiguous_reasons() -> Iterator[str]:
    """Find names that stand for two reasons in the packages of one library, which share a page."""
    texts: dict[tuple[str, str], Reason] = {}
    for package in PACKAGES:
        for name, reason in load(package)[1].items():
            if texts.setdefault((library(package), name), reason) != reason:
                yield f"{package}: {name!r} is another reason elsewhere"


def row_faults(row: Row) -> Iterator[str]:
    """Check the differences that one row lists."""
    for checker, answer in row.others.items():
        if checker not in CHECKERS:
            yield f"no such checker: {checker}"
        if answer == row.common:
            yield f"{checker} answers as all do"
    if bool(row.others) != bool(row.reasons):
        yield "a difference and its reason belong together"
