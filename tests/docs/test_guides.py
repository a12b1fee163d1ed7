"""The guides for contributors name what exists."""

from __future__ import annotations

import re

import pytest

from orm_typing.orms.description import Orm
from orm_typing.relations.vocabulary import RelationConstructor

from .pages import REPOSITORY

ADDING = (REPOSITORY / "docs" / "adding-an-orm.md").read_text(encoding="utf-8")
DESIGN = (REPOSITORY / "docs" / "design.md").read_text(encoding="utf-8")
PLACE = re.compile(r"`((?:orm_typing|tests|stubs|test-data|examples|bench)/[\w./-]*)`")


def asked(description: str) -> set[str]:
    """The fields in the first column of the table about a description."""
    table = ADDING.partition(f"| field of `{description}` |")[2].partition("\n\n")[0]
    rows = [line.split("|")[1] for line in table.splitlines() if line.startswith("| `")]
    return {name for row in rows for name in re.findall(r"`(\w+)`", row)}


def test_every_field_of_an_orm_is_explained() -> None:
    assert asked("Orm") == set(Orm._fields) - {"name"}


def test_every_field_of_a_constructor_is_explained() -> None:
    assert asked("RelationConstructor") == set(RelationConstructor._fields)


@pytest.mark.parametrize("page", ["adding-an-orm.md", "design.md"])
def test_places_exist(page: str) -> None:
    text = (REPOSITORY / "docs" / page).read_text(encoding="utf-8")
    for place in PLACE.findall(text):
        assert (REPOSITORY / place).exists(), place


def test_modules_exist() -> None:
    package = REPOSITORY / "orm_typing"
    for module in re.findall(r"`(plugin\.\w+\.\w+|relations\.\w+)", DESIGN):
        assert (package / f"{module.replace('.', '/')}.py").exists(), module
    reading = DESIGN.partition("\n## Reading source\n")[2].partition("\n## ")[0]
    for module in re.findall(r"(?:\d\. |: |, |and |\()`([a-z]+)`", reading):
        assert (package / "relations" / f"{module}.py").exists(), module
