"""Where an annotation says that a key may be ``None``, and the library does not see it."""

from __future__ import annotations

from pathlib import Path

import pytest

from orm_typing.relations.declaration import RelationField
from tests.relations.project import Project

AUTHORS = "from sqliter.orm import BaseDBModel\nclass Author(BaseDBModel): ...\n"
MODULE = """
from __future__ import annotations
from typing import TYPE_CHECKING, Optional
from authors import Author
from sqliter.orm import BaseDBModel, ForeignKey
if TYPE_CHECKING:
    from decimal import Decimal
Key = ForeignKey[Optional[Author]]
class Book(BaseDBModel):
    price: Decimal
    author: {annotation} = ForeignKey({arguments})
"""
OF_TEXT = "ForeignKey[Author | None]"  # which the library also understands as text
OF_ALIAS = "Key"  # which it does not


def book(
    project: Project, annotation: str, arguments: str = "Author", **replaced: str
) -> RelationField:
    text = MODULE.format(annotation=annotation, arguments=arguments)
    for old, new in replaced.items():
        assert old in text
        text = text.replace(old, new)
    (relation,) = project.write({"authors.py": AUTHORS, "books.py": text}).index().relations
    return relation


def test_another_annotation_takes_it_away(project: Project) -> None:
    relation = book(project, OF_ALIAS)
    assert not relation.nullable
    assert relation.nullability_is_lost


def test_without_the_future_import_only_quoted_annotations_can_fail(project: Project) -> None:
    text = MODULE.replace("from __future__ import annotations\n", "").replace(
        "price: Decimal", "price: 'Decimal'"
    )
    text = text.format(annotation=OF_TEXT, arguments="Author")
    (relation,) = project.write({"authors.py": AUTHORS, "books.py": text}).index().relations
    assert not relation.nullable
    assert relation.nullability_is_lost


@pytest.mark.parametrize(
    ("annotation", "arguments", "nullable"),
    [
        (OF_TEXT, "Author", True),
        (OF_ALIAS, "Author, null=True", True),
        (OF_ALIAS, "Author, null=unknown()", False),
        (OF_ALIAS, "Author, **options", False),
        ("ForeignKey[Author]", "Author", False),
        ("Unknown", "Author", False),
    ],
)
def test_nothing_is_lost(project: Project, annotation: str, arguments: str, nullable: bool) -> None:
    relation = book(project, annotation, arguments)
    assert relation.nullable == nullable
    assert not relation.nullability_is_lost


def test_nothing_is_lost_where_all_annotations_evaluate(project: Project) -> None:
    relation = book(project, OF_ALIAS, Decimal="int", decimal="builtins")
    assert relation.nullable
    assert not relation.nullability_is_lost


def test_a_many_to_many_relation_has_no_nullability(project: Project) -> None:
    relation = book(project, "Key", ForeignKey="ManyToMany")
    assert not relation.nullability_is_lost


def test_users_of_the_accessor_are_told(project: Project) -> None:
    lost = book(project, OF_ALIAS)
    plain = book(project, "ForeignKey[Author]")
    nullable = book(project, OF_TEXT)
    assert len({lost.key, plain.key, nullable.key}) == 3


def test_it_is_kept(project: Project, tmp_path: Path) -> None:
    book(project, OF_ALIAS)
    project.index(store=tmp_path / "store").save()
    second = project.index(store=tmp_path / "store", refresh=False)
    assert second.load()
    assert second.relations[0].nullability_is_lost
