"""What the page about SQLModel CRUD Utilities shows is what mypy prints, and what happens."""

from __future__ import annotations

from pathlib import Path

import pytest

from .checking import Checked, check, prints, reveals, run, write_project
from .pages import REPOSITORY, expected, named_files, typed_rows

PAGE = REPOSITORY / "docs" / "sqlmodel-crud-utilities.md"
FILES = named_files(PAGE)
ROWS = typed_rows(PAGE)
IMPORTS = """\
from heroes import Hero, Team
from sqlmodel import Session, SQLModel, create_engine
from sqlmodel_crud_utils import QueryBuilder, get_one_or_create, get_row, get_rows, update_row
"""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    shown = reveals(row.expression for row in ROWS)
    revealing = f"{IMPORTS}\n\ndef reveal(session: Session) -> None:\n{shown}\n"
    return write_project(tmp_path_factory.mktemp("crud"), {**FILES, "revealing.py": revealing})


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
{IMPORTS}
engine = create_engine("sqlite://")
SQLModel.metadata.create_all(engine)

with Session(engine) as session:
    session.add(Hero(name="Rusty", age=48, team=Team(name="Avengers")))
    session.commit()
{prints(row.expression for row in ROWS)}
""",
        encoding="utf-8",
    )
    done = run(project, "running.py")
    assert done.stdout.split() == [row.runtime for row in ROWS], done.stderr
