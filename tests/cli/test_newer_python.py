"""Files for a newer Python than the one that runs the commands, and files with errors."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from mypy import defaults
from mypy.version import __version__ as mypy_version

from tests.cli.calling import call

AUTHORS = """\
from sqliter.orm import BaseDBModel

type Ids = list[int]
DEFAULTS = {"name": "Jane"}


class Author(BaseDBModel):
    name: str = f"{DEFAULTS["name"]}"

    def wanted(self) -> t"{self.name}":
        try:
            return f"{
                "\\n".join(DEFAULTS)  # one a line }
            }"
        except KeyError, ValueError:
            return ""
"""
BOOKS = """\
from sqliter.orm import BaseDBModel, ForeignKey

from authors import Author


class Shelf[
    T,  # what stands on it, in [brackets]]
]:
    things: list[T]


class Book(BaseDBModel):
    author: ForeignKey[Author] = ForeignKey(Author, related_name="books")
"""
VIEWS = """\
from typing import cast

from authors import Author

type Texts = list[str]


def count(author: Author) -> int:
    print(f"{author.name + "!"}")
    return cast(int, author.books.count())
"""
BROKEN = """\
from authors import Author
from sqliter.orm import BaseDBModel, ForeignKey

name = f"{"Jane"}"
wrong = what is in this


class Review(BaseDBModel):
    author: ForeignKey[Author] = ForeignKey(Author, related_name="reviews")
"""
NEWER = f"run orm-typing with a newer one than {sys.version_info.major}.{sys.version_info.minor}"


@pytest.fixture(autouse=True)
def shop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project for Python 3.14; the working directory."""
    monkeypatch.setattr(defaults, "USER_CONFIG_FILES", [])
    folder = tmp_path / "shop"
    (folder / ".git").mkdir(parents=True)
    (folder / "mypy.ini").write_text("[mypy]\nplugins = orm_typing.mypy\npython_version = 3.14\n")
    (folder / "authors.py").write_text(AUTHORS)
    (folder / "books.py").write_text(BOOKS)
    monkeypatch.chdir(folder)
    return folder


def test_declare_writes(shop: Path) -> None:
    called = call("declare", "--write")
    assert (called.exit_code, called.stdout.splitlines()) == (
        0,
        ["authors.py: Author: add books", "books.py: Book: add author_id"],
    ), called.stderr
    declared = '\n    if TYPE_CHECKING:\n        books: ClassVar[ReverseRelationship["Book"]]\n'
    text = (shop / "authors.py").read_text()
    assert declared in text
    assert AUTHORS.partition("type Ids")[2].partition("    def")[0].strip() in text
    assert call("declare", "--check").exit_code == 0


def test_declare_skips_a_file_with_an_error(shop: Path) -> None:
    (shop / "reviews.py").write_text(BROKEN)
    called = call("declare", "--write")
    assert called.exit_code == 3
    assert "reviews.py: skipped: invalid syntax" in called.stderr
    assert "(line 5)" in called.stderr
    assert NEWER in " ".join(called.stderr.split())
    assert (shop / "reviews.py").read_text() == BROKEN
    assert "reviews: ClassVar" in (shop / "authors.py").read_text()


def test_doctor_finds_nothing_wrong() -> None:
    sections = json.loads(call("doctor", "--json").stdout)["findings"]
    said = [one["text"] for one in sections if one["section"] == "Source"]
    assert said == ["SQLiter: 2 models in 2 files, 1 relation"]


def test_doctor_names_the_line_with_an_error(shop: Path) -> None:
    (shop / "reviews.py").write_text(BROKEN)
    findings = json.loads(call("doctor", "--json").stdout)["findings"]
    (said,) = [one for one in findings if "reviews.py" in one["text"]]
    assert "can't be parsed at line 5, " in said["text"]
    assert NEWER in said["remedy"]
    assert any("3 models in 3 files, 2 relations" in one["text"] for one in findings)


def test_graph_draws_all() -> None:
    called = call("graph")
    assert (called.exit_code, called.stderr) == (0, "")
    assert "Book.author  foreign key  Author    Author.books" in called.stdout


def test_graph_leaves_out_a_line_with_an_error(shop: Path) -> None:
    (shop / "reviews.py").write_text(BROKEN)
    called = call("graph")
    assert called.exit_code == 3
    assert "reviews.py: can't be parsed at line 5, which is left out" in called.stderr
    assert NEWER in " ".join(called.stderr.split())
    assert "Author.reviews" in called.stdout


@pytest.mark.skipif(mypy_version.startswith("1."), reason="mypy 1 reads what its Python does")
def test_uncast_removes_a_cast(shop: Path) -> None:
    (shop / "views.py").write_text(VIEWS)
    called = call("uncast", "--write", "views.py")
    assert called.exit_code == 0, called.stderr
    assert (shop / "views.py").read_text() == VIEWS.replace(
        "cast(int, author.books.count())", "author.books.count()"
    ).replace("from typing import cast\n\n", "")


def test_uncast_skips_a_file_with_an_error(shop: Path) -> None:
    (shop / "reviews.py").write_text(BROKEN)
    called = call("uncast", "--write", "reviews.py")
    assert called.exit_code == 3
    assert "reviews.py:5: " in called.stderr
    assert (shop / "reviews.py").read_text() == BROKEN
