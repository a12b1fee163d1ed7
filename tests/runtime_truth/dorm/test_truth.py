"""mypy with the plugin, and the index alone, say of real models what djanorm does."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from orm_typing.orms.description import vocabulary
from orm_typing.orms.dorm import DORM
from orm_typing.relations.declaration import RelationField
from orm_typing.relations.index import ProjectIndex
from orm_typing.relations.naming import Pluraliser
from tests.runtime_truth.compare import module_below, report, unexplained
from tests.runtime_truth.dorm.checker import ask_mypy
from tests.runtime_truth.dorm.differences import (
    ACCESSORS_OF_THE_INDEX,
    ACCESSORS_OF_THE_LIBRARY,
    DIFFERENCES,
    REPORTED,
)
from tests.runtime_truth.dorm.observed import MODELS, Observed
from tests.runtime_truth.question import NO_ROWS

pytest.importorskip("dorm", reason="djanorm needs Python 3.11")


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
        problems += unexplained(package, asked, said[package].verdicts, DIFFERENCES)
    report(problems)


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
        [str(MODELS)],
        vocabulary((DORM,)),
        Pluraliser("simple"),
        module_of=partial(module_below, MODELS),
    )
    index.refresh()
    return index


def _relations(index: ProjectIndex, package: str) -> Iterator[RelationField]:
    for relation in index.relations:
        if relation.source_module.partition(".")[0] == package:
            yield relation
