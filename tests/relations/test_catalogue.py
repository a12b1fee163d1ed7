"""All models of a project, and the fields that a picture shows."""

from __future__ import annotations

from pathlib import Path

import pytest

from orm_typing.relations.catalogue import Model
from orm_typing.relations.model_bodies import read_bodies

from .project import Project


@pytest.fixture
def shop(tmp_path: Path) -> Project:
    return Project(tmp_path).write(
        {
            "shop/__init__.py": "",
            "shop/base.py": """
                from sqliter.orm import BaseDBModel as Base

                class Record(Base):
                    created: str
                """,
            "shop/models.py": """
                from typing import ClassVar
                from shop import base
                from sqliter.orm import ForeignKey

                class Author(base.Record):
                    name: str
                    country: "str | None" = None
                    limit: ClassVar[int] = 3
                    _cache: dict[str, str]

                    class Nested(base.Record):
                        x: int

                class Book(base.Record):
                    author: ForeignKey[Author] = ForeignKey(Author)

                class Report: ...

                def make() -> None:
                    class Passing(base.Record): ...
                """,
            "shop/broken.py": "class Broken(BaseDBModel",
            "shop/words.py": "WORDS = (1",
        }
    )


def models(project: Project) -> dict[str, Model]:
    return {model.full_name: model for model in project.index().catalogue().models}


def test_models_are_those_that_derive_from_the_library_s(shop: Project) -> None:
    assert list(models(shop)) == [
        "shop.base.Record",
        "shop.models.Author",
        "shop.models.Author.Nested",
        "shop.models.Book",
    ]


def test_a_model_says_where_it_is_and_what_it_derives_from(shop: Project) -> None:
    author = models(shop)["shop.models.Author"]
    assert (author.module, author.line) == ("shop.models", 6)
    assert author.path == str(shop.root / "shop" / "models.py")
    assert author.bases == ("shop.base.Record",)
    assert author.library_base == "sqliter.orm.model.BaseDBModel"


def test_fields_are_those_of_its_own_body(shop: Project) -> None:
    found = models(shop)
    assert [field[:2] for field in found["shop.models.Author"].fields] == [
        ("name", "str"),
        ("country", "str | None"),
    ]
    assert [field[:2] for field in found["shop.models.Book"].fields] == [
        ("author", "ForeignKey[Author]")
    ]


def test_files_that_can_t_be_parsed_are_named(shop: Project) -> None:
    catalogue = shop.index().catalogue()
    assert catalogue.broken_files == (str(shop.root / "shop" / "broken.py"),)
    assert catalogue.file_count == 5


def test_models_are_found_by_any_name_of_their_base(tmp_path: Path) -> None:
    """Three files, none of which has a word of those before it but the name that it takes."""
    project = Project(tmp_path).write(
        {
            "db.py": "from sqliter.orm import BaseDBModel as Table\nRecord = Table\n",
            "base.py": "import db\nclass Dated(db.Record): ...\n",
            "shop.py": "from base import *\nclass Book(Dated): ...\n",
        }
    )
    assert list(models(project)) == ["base.Dated", "shop.Book"]


def test_files_without_such_a_name_are_not_parsed(tmp_path: Path) -> None:
    project = Project(tmp_path).write({"template.py": "class {{ name }}(\n"})
    assert project.index().catalogue().broken_files == ()


def test_the_index_stays_as_it_is(shop: Project) -> None:
    index = shop.index()
    before = index.relations
    index.catalogue()
    assert not index.refresh()
    assert index.relations == before


def test_fields_without_annotations() -> None:
    bodies = read_bodies(
        b"""
class Book(dorm.Model):
    title = dorm.CharField(max_length=10)
    title = dorm.TextField()
    author = dorm.ForeignKey[Author](Author, on_delete=dorm.CASCADE)
    objects = BookManager()
    limit = 3
if True:
    class Later:
        x: "very.long" + "%s"
"""
    )
    assert [(field.name, field.type, field.callee) for field in bodies.classes["Book"].fields] == [
        ("title", "TextField", "dorm.TextField"),
        ("author", "ForeignKey", "dorm.ForeignKey"),
        ("objects", "BookManager", "BookManager"),
    ]
    assert "Later" in bodies.classes


def test_text_that_does_not_parse_has_none() -> None:
    assert read_bodies(b"class A(\x00") == ({}, {})


def test_calls_that_make_no_field_are_left_out(tmp_path: Path) -> None:
    """The library's own classes make fields; others are known by their names."""
    project = Project(tmp_path).write(
        {
            "shop.py": """
                import sqliter.orm as library
                from sqliter.orm import BaseDBModel
                from elsewhere import Setting, ColorField

                class Book(BaseDBModel):
                    author = library.ForeignKey(int)
                    color = ColorField()
                    objects = library.BookManager()
                    setting = Setting()
                    made = library.make()
                """
        }
    )
    fields = models(project)["shop.Book"].fields
    assert [field.name for field in fields] == ["author", "color"]
