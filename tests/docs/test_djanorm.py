"""What the page about djanorm shows is what mypy prints, and what happens."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from .checking import Checked, check, prints, reveals, run, write_project
from .pages import REPOSITORY, expected, named_files, typed_rows

pytestmark = pytest.mark.skipif(sys.version_info < (3, 11), reason="djanorm needs Python 3.11")

PAGE = REPOSITORY / "docs" / "djanorm.md"
FILES = named_files(PAGE)
ROWS = typed_rows(PAGE)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    revealing = f"""\
from library import Author, Book, Country


async def reveal(author: Author, book: Book, country: Country) -> None:
{reveals(row.expression for row in ROWS)}
"""
    return write_project(tmp_path_factory.mktemp("djanorm"), {**FILES, "revealing.py": revealing})


@pytest.fixture(scope="module")
def checked(project: Path) -> Checked:
    return check(project, ".")


@pytest.mark.parametrize("name", FILES)
def test_the_files_give_the_messages_that_they_show(name: str, checked: Checked) -> None:
    assert checked.said.get(name, []) == sorted(expected(FILES[name]))


def test_the_table_says_what_mypy_reveals(checked: Checked) -> None:
    assert checked.revealed("revealing.py") == [row.mypy for row in ROWS], checked.output


def test_the_table_says_what_happens_at_runtime(project: Path) -> None:
    (project / "running.py").write_text(
        f"""\
import asyncio

import dorm
from dorm.db.connection import get_connection
from dorm.migrations.operations import _field_to_column_sql

dorm.configure(DATABASES={{"default": {{"ENGINE": "sqlite", "NAME": "library.db"}}}})

from library import Author, Book, Country, Cover, Tag

for model in (Author, Country, Tag, Book, Cover):
    columns = [_field_to_column_sql(field.name, field, get_connection())
               for field in model._meta.fields if field.db_type(get_connection())]
    get_connection().execute_script(
        f'CREATE TABLE "{{model._meta.db_table}}" ({{", ".join(filter(None, columns))}})'
    )

Country.objects.create(code="GB")
author = Author.objects.create(name="Jane")
book = Book.objects.create(title="Emma", author=author, printed_in_id="GB")
Cover.objects.create(book=book)
author, book, country = Author.objects.get(), Book.objects.get(), Country(code="GB")


async def show() -> None:
{prints(row.expression for row in ROWS)}


asyncio.run(show())
""",
        encoding="utf-8",
    )
    done = run(project, "running.py")
    assert done.stdout.split() == [row.runtime for row in ROWS], done.stderr
