"""mypy with the plugin, and the index alone, say of real models what djanorm does."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import pytest

from orm_typing.orms.description import vocabulary
from orm_typing.orms.dorm import DORM
from orm_typing.relations.declaration import RelationField
from orm_typing.relations.index import ProjectIndex
from orm_typing.relations.naming import Pluraliser
from tests.runtime_truth.checker import Verdict
from tests.runtime_truth.dorm.checker import ask_mypy
from tests.runtime_truth.dorm.differences import (
    ACCESSORS_OF_THE_INDEX,
    ACCESSORS_OF_THE_LIBRARY,
    DIFFERENCES,
    REPORTED,
)
from tests.runtime_truth.dorm.observed import MODELS, Observed
from tests.runtime_truth.dorm.question import Asked
from tests.runtime_truth.question import NO_ROWS

pytest.importorskip("dorm", reason="djanorm needs Python 3.11")

SHOWN = 40


def test_mypy_says_what_the_library_does(observed: dict[str, Observed], tmp_path: Path) -> None:
    answered = {
        package: [(one, answer) for one, answer in said.answers if answer != NO_ROWS]
        for package, said in observed.items()
    }
    said = ask_mypy(
        {package: [one for one, _ in asked] for package, asked in answered.items()},
        {package: one.modules for package, one in observed.items()},
        tmp_path,
    )
    problems: list[str] = []
    for package, asked in answered.items():
        assert said[package].of_models == REPORTED.get(package, [])
        problems += _differences(package, asked, said[package].verdicts)
    _report(problems)


def test_the_index_has_the_librarys_accessors(observed: dict[str, Observed]) -> None:
    index = _index()
    for package, one in observed.items():
        claimed = {
            (
                relation.target,
                relation.accessor,
                f"{relation.reverse_descriptor}[{relation.source}]",
            )
            for relation in _relations(index, package)
            if relation.target and relation.accessor
        }
        assert claimed - one.accessors == ACCESSORS_OF_THE_INDEX.get(package, set())
        assert one.accessors - claimed == ACCESSORS_OF_THE_LIBRARY.get(package, set())


def test_the_index_has_the_librarys_relations(observed: dict[str, Observed]) -> None:
    index = _index()
    for package, one in observed.items():
        claimed = {
            (
                relation.source,
                relation.name,
                relation.constructor.kind.value,
                relation.target,
                relation.nullable,
                relation.key_type or "",
            )
            for relation in _relations(index, package)
            if relation.target  # a string that names no model gives the library nothing
        }
        assert claimed == one.relations


def test_the_library_had_rows_to_answer_with(observed: dict[str, Observed]) -> None:
    unanswered = {
        question.model
        for one in observed.values()
        for question, answer in one.answers
        if answer == NO_ROWS and question.topic.endswith((" row", "attribute"))
    }
    assert not unanswered


def _index() -> ProjectIndex:
    index = ProjectIndex(
        [str(MODELS)], vocabulary((DORM,)), Pluraliser("simple"), module_of=_module_of
    )
    index.refresh()
    return index


def _relations(index: ProjectIndex, package: str) -> Iterator[RelationField]:
    for relation in index.relations:
        if relation.source_module.partition(".")[0] == package:
            yield relation


def _module_of(path: str) -> tuple[str, bool] | None:
    parts = Path(path).relative_to(MODELS).with_suffix("").parts
    if parts[-1] == "__init__":
        return ".".join(parts[:-1]), True
    return ".".join(parts), False


def _differences(
    package: str, answered: Sequence[tuple[Asked, str]], found: Sequence[Verdict]
) -> Iterator[str]:
    """Give the differences without a row in the table, and the rows without a difference."""
    table = [row for row in DIFFERENCES if package in row.packages]
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


def _report(problems: Iterable[str]) -> None:
    """Fail with all of them, or as many as can be read."""
    found = list(problems)
    if found:
        pytest.fail("\n".join([f"{len(found)} differences", *found[:SHOWN]]), pytrace=False)
