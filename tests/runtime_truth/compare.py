"""Compare what mypy says with what a library does, by a table of intended differences."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import pytest

from tests.runtime_truth.checker import Verdict
from tests.runtime_truth.differences import Difference
from tests.runtime_truth.question import Question

SHOWN = 40


def unexplained(
    package: str,
    answered: Sequence[tuple[Question, str]],
    found: Sequence[Verdict],
    differences: Sequence[Difference],
) -> Iterator[str]:
    """Give the differences without a row in the table, and the rows without a difference."""
    table = [row for row in differences if package in row.packages]
    used: Counter[int] = Counter()
    for (question, answer), verdict in zip(answered, found, strict=True):
        said = verdict.answer(question)
        if said == answer:
            continue
        rows = [number for number, row in enumerate(table) if row.matches(question, answer, said)]
        used.update(rows)
        if not rows:
            yield (
                f"{package}: {question.topic} ({question.label}): {question.text}\n"
                f"    the library: {answer}\n    mypy: {said}"
                + "".join(f"\n        {error}" for error in verdict.errors)
            )
    for number, row in enumerate(table):
        if not used[number]:
            yield f"stale row for {package}: {row.reason}"


def report(problems: Iterable[str]) -> None:
    """Fail with all of them, or as many as can be read."""
    found = list(problems)
    if found:
        pytest.fail("\n".join([f"{len(found)} differences", *found[:SHOWN]]), pytrace=False)


def module_below(models: Path, path: str) -> tuple[str, bool]:
    """The name of a module by its place, and whether it is a package."""
    parts = Path(path).relative_to(models).with_suffix("").parts
    if parts[-1] == "__init__":
        return ".".join(parts[:-1]), True
    return ".".join(parts), False
