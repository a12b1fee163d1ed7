"""Which files it works on, what it shows, and its exit codes."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from tests.cli.calling import call
from tests.cli.declare.topics import texts

AUTHORS = """\
from sqliter.orm import BaseDBModel


class Author(BaseDBModel):
    name: str
"""
BOOKS = """\
from sqliter.orm import BaseDBModel, ForeignKey

from shop.authors import Author


class Book(BaseDBModel):
    title: str
    author: ForeignKey[Author] = ForeignKey(Author)
"""
BROKEN = "class Author(:\n"


@pytest.fixture
def shop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project in the working directory; the path of its package."""
    root = tmp_path / "project"
    package = root / "shop"
    package.mkdir(parents=True)
    (package / "__init__.py").touch()
    (package / "authors.py").write_text(AUTHORS, encoding="utf-8")
    (package / "books.py").write_text(BOOKS, encoding="utf-8")
    (root / "mypy.ini").write_text("[mypy]\n", encoding="utf-8")
    monkeypatch.chdir(root)
    return package


def test_a_diff_is_shown(shop: Path) -> None:
    called = call("declare")
    assert called.exit_code == 0
    assert "--- a/shop/authors.py\n+++ b/shop/authors.py\n" in called.stdout
    assert '+        books: ClassVar[ReverseRelationship["Book"]]\n' in called.stdout
    assert "2 classes in 2 files would change" in called.stderr


def test_check_names_the_classes(shop: Path) -> None:
    called = call("declare", "--check")
    assert called.exit_code == 1
    assert called.stdout.splitlines() == [
        "shop/authors.py: Author: add books",
        "shop/books.py: Book: add author_id",
    ]
    assert "orm-typing declare --write" in called.stderr
    assert (shop / "authors.py").read_text(encoding="utf-8") == AUTHORS


def test_check_after_a_change_of_the_relation(shop: Path) -> None:
    call("declare", "--write")
    books = shop / "books.py"
    text = books.read_text(encoding="utf-8")
    books.write_text(
        text.replace("ForeignKey(Author)", 'ForeignKey(Author, related_name="works", null=True)'),
        encoding="utf-8",
    )
    called = call("declare", "--check")
    assert called.stdout.splitlines() == [
        "shop/authors.py: Author: add works; remove books",
        "shop/books.py: Book: correct author_id",
    ]


def test_json(shop: Path) -> None:
    called = call("declare", "--check", "--json")
    assert called.exit_code == 1
    assert json.loads(called.stdout) == {
        "written": False,
        "files": [
            {
                "path": "shop/authors.py",
                "changed": True,
                "classes": [
                    {
                        "class": "Author",
                        "added": ["books"],
                        "updated": [],
                        "removed": [],
                        "left": [],
                    }
                ],
            },
            {
                "path": "shop/books.py",
                "changed": True,
                "classes": [
                    {
                        "class": "Book",
                        "added": ["author_id"],
                        "updated": [],
                        "removed": [],
                        "left": [],
                    }
                ],
            },
        ],
        "skipped": [],
    }


def test_paths_say_which_files_change(shop: Path) -> None:
    """The relation is in the other file."""
    assert call("declare", "--write", "shop/authors.py").exit_code == 0
    assert "books: ClassVar" in (shop / "authors.py").read_text(encoding="utf-8")
    assert (shop / "books.py").read_text(encoding="utf-8") == BOOKS


def test_from_a_folder_below(shop: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(shop)
    called = call("declare", "--check", ".")
    assert called.stdout.splitlines() == [
        "authors.py: Author: add books",
        "books.py: Book: add author_id",
    ]


@pytest.mark.parametrize(
    ("setting", "arguments", "expected"),
    [
        ("files = shop/authors.py", (), ["shop/authors.py: Author: add books"]),
        ("exclude = books", ("shop/authors.py",), []),
        ("exclude = authors", (), ["shop/books.py: Book: add author_id"]),
        ("", ("--exclude", "books"), ["shop/authors.py: Author: add books"]),
    ],
)
def test_which_files(
    shop: Path, setting: str, arguments: tuple[str, ...], expected: list[str]
) -> None:
    """What mypy's ``exclude`` names is not searched for relations either."""
    (shop.parent / "mypy.ini").write_text(f"[mypy]\n{setting}\n", encoding="utf-8")
    called = call("declare", "--check", *arguments)
    assert called.stdout.splitlines() == expected


def test_tests_beside_a_package_declare_nothing_in_it(shop: Path) -> None:
    """Their modules can't be imported from there; what a user declares for them stays."""
    tests = shop.parent / "tests"
    tests.mkdir()
    (tests / "test_shop.py").write_text(
        BOOKS.replace("shop.authors", "shop").replace("(Author)", '(Author, related_name="seen")'),
        encoding="utf-8",
    )
    (shop / "__init__.py").write_text("from shop.authors import Author as Author\n")
    assert call("declare", "--write").exit_code == 0
    authors = shop / "authors.py"
    declared = authors.read_text(encoding="utf-8")
    assert "seen" not in declared
    assert "author_id" in (tests / "test_shop.py").read_text(encoding="utf-8")
    by_hand = declared + '        seen: ClassVar[ReverseRelationship["Book"]]\n'
    authors.write_text(by_hand, encoding="utf-8")
    assert call("declare", "--check").exit_code == 0
    assert authors.read_text(encoding="utf-8") == by_hand


def test_no_configuration_at_all(shop: Path) -> None:
    (shop.parent / "mypy.ini").unlink()
    assert len(call("declare", "--check").stdout.splitlines()) == 2


def test_a_file_that_does_not_parse(shop: Path) -> None:
    (shop / "broken.py").write_text(BROKEN, encoding="utf-8")
    (shop / "other.py").write_bytes(b"# coding: ascii\nname = '\xe9'\n")
    (shop / "null.py").write_bytes(b"\0")
    called = call("declare", "--write")
    assert called.exit_code == 3
    assert "shop/broken.py: skipped: " in called.stderr
    assert "(line 1)" in called.stderr
    assert "shop/other.py: skipped: " in called.stderr
    assert "shop/null.py: skipped: " in called.stderr
    assert "line None" not in called.stderr
    assert (shop / "broken.py").read_text(encoding="utf-8") == BROKEN
    assert "books: ClassVar" in (shop / "authors.py").read_text(encoding="utf-8")


def test_nothing_goes_while_a_file_with_relations_does_not_parse(shop: Path) -> None:
    """Its relations are unknown, not gone."""
    call("declare", "--write")
    declared = (shop / "authors.py").read_text(encoding="utf-8")
    books = shop / "books.py"
    books.write_text(f"{books.read_text(encoding='utf-8')}\n{BROKEN}", encoding="utf-8")
    assert call("declare", "--write").exit_code == 3
    assert (shop / "authors.py").read_text(encoding="utf-8") == declared


def test_paths_outside_are_refused(shop: Path, tmp_path: Path) -> None:
    outside = tmp_path / "other.py"
    outside.write_text(AUTHORS, encoding="utf-8")
    for path in (str(outside), "../other.py", "missing.py"):
        called = call("declare", "--write", path, "shop")
        assert called.exit_code == 2
        assert path in called.stderr
    assert (shop / "authors.py").read_text(encoding="utf-8") == AUTHORS


def test_a_wrong_pattern_is_refused(shop: Path) -> None:
    assert call("declare", "--exclude", "(").exit_code == 2


@pytest.mark.parametrize(
    ("error", "exit_code", "message"),
    [(KeyboardInterrupt(), 1, "Aborted!"), (OSError("disk full"), 2, "disk full")],
)
def test_an_interruption_leaves_nothing_half_done(
    shop: Path,
    error: BaseException,
    exit_code: int,
    message: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    before = texts(shop)
    replace = Path.replace

    def interrupted(self: Path, target: Path) -> Path:
        if target.name == "books.py":
            raise error
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", interrupted)
    called = call("declare", "--write")
    monkeypatch.undo()
    assert called.exit_code == exit_code
    assert message in called.stderr
    assert texts(shop) == before
    assert [path.name for path in shop.iterdir() if path.name.startswith(".")] == []


def test_a_file_that_is_read_only_stays(shop: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It could be replaced, since its folder is writable."""
    before = texts(shop)
    monkeypatch.setattr(os, "access", lambda path, _: Path(path).name != "books.py")
    called = call("declare", "--write")
    assert called.exit_code == 2
    assert "nothing was changed" in called.stderr
    assert "shop/books.py" in called.stderr
    assert texts(shop) == before


def test_a_configuration_that_can_t_be_read(shop: Path) -> None:
    """Mypy goes on without it, or ends with a traceback."""
    (shop.parent / "mypy.ini").write_text("[mypy\n", encoding="utf-8")
    called = call("declare", "--check")
    assert called.exit_code == 1
    assert "mypy says: mypy.ini: " in called.stderr
    (shop.parent / "mypy.ini").unlink()
    (shop.parent / "pyproject.toml").write_bytes(b"[tool.mypy]\nx = '\xe9'\n")
    called = call("declare", "--check")
    assert called.exit_code == 2
    assert "mypy fails on its configuration file: UnicodeDecodeError: " in called.stderr


def test_what_is_not_declared_is_said(shop: Path) -> None:
    (shop / "authors.py").write_text(f"{AUTHORS}\n    def books(self) -> None: ...\n", "utf-8")
    called = call("declare", "--check", "shop/authors.py")
    assert called.exit_code == 0
    assert "Author.books is not declared: the class has another attribute" in called.stderr


@pytest.mark.parametrize(
    ("block", "row", "is_said"),
    [
        ("if TYPE_CHECKING: ", "Book", False),
        ("if TYPE_CHECKING: ", "Author", True),
        ("if not TYPE_CHECKING: pass\n    else: ", "Book", False),
        ("", "Book", False),
        ("", "Author", True),
    ],
)
def test_a_line_that_is_the_user_s_own(shop: Path, block: str, row: str, is_said: bool) -> None:
    imports = (
        "from typing import TYPE_CHECKING, ClassVar\n"
        "from sqliter.orm.query import ReverseRelationship\n"
        "if TYPE_CHECKING:\n    from shop.books import Book\n"
    )
    line = f"    {block}books: 'ClassVar[ReverseRelationship[{row}]]'\n"
    (shop / "authors.py").write_text(f"{imports}{AUTHORS}{line}", encoding="utf-8")
    called = call("declare", "--check", "shop/authors.py")
    assert called.exit_code == 0
    assert ("Author.books is not declared" in called.stderr) is is_said


@pytest.mark.parametrize(
    ("accessor", "reason"),
    [
        ("class", "it is a keyword of Python"),
        ("label", "a base of the class has another attribute of this name"),
        ("notes", "a base of the class has another attribute of this name"),
    ],
)
def test_names_that_can_t_be_declared(shop: Path, accessor: str, reason: str) -> None:
    base = "class Named(BaseDBModel):\n    notes: str = ''\n    def label(self) -> str: ...\n\n\n"
    (shop / "authors.py").write_text(
        AUTHORS.replace("class Author(BaseDBModel)", f"{base}class Author(Named)"), "utf-8"
    )
    (shop / "books.py").write_text(
        BOOKS.replace("ForeignKey(Author)", f"ForeignKey(Author, related_name='{accessor}')"),
        "utf-8",
    )
    called = call("declare", "--write")
    assert called.exit_code == 0
    assert f"Author.{accessor} is not declared: {reason}" in called.stderr
    assert "ClassVar" not in (shop / "authors.py").read_text(encoding="utf-8")
    assert "author_id: int = 0" in (shop / "books.py").read_text(encoding="utf-8")


def test_classes_of_one_name_are_named(shop: Path) -> None:
    """Which of them is there depends on where the program runs."""
    second = AUTHORS.partition("\n\n\n")[2]
    (shop / "authors.py").write_text(f"{AUTHORS}\n\n{second}", encoding="utf-8")
    called = call("declare", "--check", "shop/authors.py")
    assert called.exit_code == 0
    assert "Author.books is not declared: the module has several classes" in called.stderr


def test_models_of_another_import_root(shop: Path) -> None:
    """A test's module can't be imported from the application."""
    tests = shop.parent / "tests"
    tests.mkdir()
    (tests / "test_drafts.py").write_text(BOOKS.replace("Book", "Draft"), encoding="utf-8")
    called = call("declare", "--check")
    assert called.stdout.splitlines() == [
        "shop/authors.py: Author: add books",
        "shop/books.py: Book: add author_id",
        "tests/test_drafts.py: Draft: add author_id",
    ]


def test_a_module_with_a_stub(shop: Path) -> None:
    """Checkers read the stub; so does the command, and has nothing to write."""
    (shop / "authors.pyi").write_text(AUTHORS, encoding="utf-8")
    called = call("declare", "--check")
    assert called.stdout.splitlines() == ["shop/books.py: Book: add author_id"]


def test_there_and_back(shop: Path) -> None:
    """Once the relation is gone, nothing is left of its declarations."""
    call("declare", "--write")
    books = shop / "books.py"
    text = books.read_text(encoding="utf-8")
    without = [line for line in text.splitlines(keepends=True) if "ForeignKey(" not in line]
    books.write_text("".join(without), encoding="utf-8")
    called = call("declare", "--write")
    assert called.stdout.splitlines() == [
        "shop/authors.py: Author: remove books",
        "shop/books.py: Book: remove author_id",
    ]
    assert (shop / "authors.py").read_text(encoding="utf-8") == AUTHORS
    relation = "    author: ForeignKey[Author] = ForeignKey(Author)\n"
    assert books.read_text(encoding="utf-8") == BOOKS.replace(relation, "")


def test_a_module_of_relations_is_deleted(shop: Path) -> None:
    call("declare", "--write")
    (shop / "books.py").unlink()
    assert call("declare", "--write").exit_code == 0
    assert (shop / "authors.py").read_text(encoding="utf-8") == AUTHORS
