"""Projects that hold the source of a library, as its own repository does."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.copying import copied

TESTS = {
    "sqliter": """
from sqliter.orm import BaseDBModel, ForeignKey
from sqliter.orm.query import ReverseQuery

class Author(BaseDBModel):
    name: str

class Book(BaseDBModel):
    title: str
    author: ForeignKey[Author] = ForeignKey(Author, related_name="books")

def titles(author: Author) -> None:
    reveal_type(author.books)
    reveal_type(Book(title="Emma", author=author).author_id)
    query: ReverseQuery = author.books
""",
    "dorm": """
import dorm

class Author(dorm.Model):
    name = dorm.CharField(max_length=100)

class Book(dorm.Model):
    title = dorm.CharField(max_length=100)
    author = dorm.ForeignKey(Author, related_name="books")

def titles(author: Author) -> None:
    reveal_type(author.books)
    reveal_type(Book.objects.filter(titel="Emma"))
    reveal_type(author.name)
""",
    "sqlmodel_crud_utils": """
from sqlmodel import Field, Session, SQLModel
from sqlmodel_crud_utils import get_row

class Hero(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
    name: str

def find(session: Session) -> None:
    reveal_type(get_row(1, session, Hero, pk_field="nmae"))
""",
}
SAID = {"sqliter": "SQLiter", "dorm": "djanorm", "sqlmodel_crud_utils": "sqlmodel-crud-utilities"}
LAYOUTS = [
    pytest.param((package, folder), id=f"{package} {folder or 'flat'}")
    for package in TESTS
    if package != "dorm" or sys.version_info >= (3, 11)
    for folder in (("", "src") if package == "sqliter" else ("",))
]


class Checkout(NamedTuple):
    """A checkout of a library, with tests of its own."""

    folder: Path
    package: str
    arguments: tuple[str, ...]
    """What mypy is to check."""

    @property
    def said(self) -> str:
        """How the one line begins that says why nothing else is said."""
        return f"{SAID[self.package]}'s own source is part of this project"


@pytest.fixture(params=LAYOUTS)
def checkout(request: pytest.FixtureRequest, tmp_path: Path) -> Checkout:
    """The library's package, flat or in ``src``, and a folder of tests beside it."""
    package, source = request.param
    found = importlib.util.find_spec(package)
    assert found is not None
    assert found.origin is not None
    folder = tmp_path / "checkout"
    copied(Path(found.origin).parent, folder / source / package)
    (folder / "tests").mkdir()
    (folder / "tests" / "test_library.py").write_text(TESTS[package], encoding="utf-8")
    (folder / "mypy.ini").write_text("[mypy]\nplugins = orm_typing.mypy\n", encoding="utf-8")
    return Checkout(folder, package, (source or package, "tests"))
