"""What the page about SQLModel CRUD Utilities shows is what mypy prints, and what happens."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from .checking import Checked, check, run
from .pages import REPOSITORY, code_blocks, expected
from .test_readme import Row

PAGE = REPOSITORY / "docs" / "sqlmodel-crud-utilities.md"
FILES = {block.file_name: block.text for block in code_blocks(PAGE) if block.file_name is not None}
ROWS = [
    Row(*(cell.replace("\\|", "|") for cell in cells))
    for line in PAGE.read_text(encoding="utf-8").splitlines()
    if len(cells := re.findall(r"(?<= )`((?:[^`])+)`(?= \|)", line)) == 3
]
IMPORTS = """\
from heroes import Hero, Team
from sqlmodel import Session, SQLModel, create_engine
from sqlmodel_crud_utils import QueryBuilder, get_one_or_create, get_row, get_rows, update_row
"""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("crud")
    for name, text in FILES.items():
        (folder / name).write_text(text, encoding="utf-8")
    reveals = "\n".join(f"    reveal_type({row.expression})" for row in ROWS)
    (folder / "revealing.py").write_text(
        f"{IMPORTS}\n\ndef reveal(session: Session) -> None:\n{reveals}\n", encoding="utf-8"
    )
    (folder / "mypy.ini").write_text(
        "[mypy]\nplugins = orm_typing.mypy\nstrict = True\n", encoding="utf-8"
    )
    return folder


@pytest.fixture(scope="module")
def checked(project: Path) -> Checked:
    return check(project, ".")


@pytest.mark.parametrize("name", FILES)
def test_the_files_give_the_messages_that_they_show(name: str, checked: Checked) -> None:
    assert checked.said.get(name, []) == sorted(expected(FILES[name]))


def test_the_table_says_what_mypy_reveals(checked: Checked) -> None:
    shown = [
        re.sub(r"\b(?:\w+\.)+(\w)", r"\1", said.message.partition('"')[2].rstrip('"'))
        for said in checked.said["revealing.py"]
    ]
    assert shown == [row.mypy for row in ROWS], checked.output


def test_the_table_says_what_happens_at_runtime(project: Path) -> None:
    shown = "\n".join(f"    print(type({row.expression}).__name__)" for row in ROWS)
    (project / "running.py").write_text(
        f"""\
{IMPORTS}
engine = create_engine("sqlite://")
SQLModel.metadata.create_all(engine)

with Session(engine) as session:
    session.add(Hero(name="Rusty", age=48, team=Team(name="Avengers")))
    session.commit()
{shown}
""",
        encoding="utf-8",
    )
    done = run(project, "running.py")
    assert done.stdout.split() == [row.runtime for row in ROWS], done.stderr
