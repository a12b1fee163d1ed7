"""The index says of a project what the real sqliter does when the project is imported."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from orm_typing.relations.index import ProjectIndex
from orm_typing.relations.naming import Pluraliser
from tests.relations.layouts import LAYOUTS, NEIGHBOURS, Layout, nullability_layout
from tests.relations.project import Project

SCRIPT = Path(__file__).with_name("library_truth.py")


def runtime_truth(project: Project, layout: Layout) -> list[list[Any]]:
    modules = [
        name.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
        for name in layout.files
    ]
    result = subprocess.run(
        [sys.executable, str(SCRIPT), layout.plural_rule, str(project.root), *modules],
        capture_output=True,
        text=True,
        check=False,
        encoding="utf-8",
    )
    assert result.returncode == 0, result.stderr
    return [json.loads(line) for line in result.stdout.splitlines()]


def static_answer(index: ProjectIndex) -> list[list[Any]]:
    rows: list[list[Any]] = []
    for one in index.relations:
        if "@" in one.source:
            continue  # in a function that the layout does not call
        if one.target and one.accessor:
            descriptor = one.reverse_descriptor
            rows.append(["accessor", one.target, one.accessor, one.source, one.name, descriptor])
        if one.constructor.has_key:
            rows.append(["null", one.source, one.name, one.nullable])
    return sorted(rows)


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
def test_accessors_are_those_of_the_library(project: Project, layout: Layout) -> None:
    project.write(layout.files)
    rule = "inflect" if layout.plural_rule == "inflect" else "simple"
    index = project.index(pluraliser=Pluraliser(rule))  # type: ignore[arg-type]
    assert static_answer(index) == runtime_truth(project, layout)


@pytest.mark.parametrize("future_annotations", [False, True], ids=["values", "text"])
@pytest.mark.parametrize("neighbour", NEIGHBOURS)
def test_nullability_is_that_of_the_library(
    project: Project, neighbour: str, future_annotations: bool
) -> None:
    layout = nullability_layout(neighbour, future_annotations)
    project.write(layout.files)
    assert static_answer(project.index()) == runtime_truth(project, layout)
