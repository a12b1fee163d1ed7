"""What the page about DotORM shows is what mypy prints. The library is not needed."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from .checking import Checked, check, reveals, run, write_project
from .pages import REPOSITORY, cells, expected, named_files

PAGE = REPOSITORY / "docs" / "dotorm.md"
FILES = named_files(PAGE)
SCRIPT = "map_stubs.py"
ROWS = [(row[0], row[1]) for row in cells(PAGE) if len(row) == 2]
VENDORED = """\
from backend.system.dotorm import DotModel
from backend.system.dotorm.fields import Char, Integer


class Lead(DotModel):
    __table__ = "lead"

    id: int = Integer(primary_key=True)
    name: str = Char()


async def find() -> None:
    reveal_type((await Lead.get(1)).name)
    await Lead.search(fields=["nmae"])
"""


@pytest.fixture(scope="module")
def checked(tmp_path_factory: pytest.TempPathFactory) -> Checked:
    shown = reveals(expression for expression, _ in ROWS)
    revealing = f"from library import Lead\n\n\nasync def reveal(lead: Lead) -> None:\n{shown}\n"
    files = {name: text for name, text in FILES.items() if name != SCRIPT}
    folder = tmp_path_factory.mktemp("dotorm")
    return check(write_project(folder, {**files, "revealing.py": revealing}), ".")


@pytest.mark.parametrize("name", sorted(FILES.keys() - {SCRIPT}))
def test_the_files_give_the_messages_that_they_show(name: str, checked: Checked) -> None:
    assert checked.said.get(name, []) == sorted(expected(FILES[name]))


def test_the_table_says_what_mypy_reveals(checked: Checked) -> None:
    assert checked.revealed("revealing.py") == [mypy for _, mypy in ROWS], checked.output


def test_the_script_leads_a_vendored_package_to_the_stubs(tmp_path: Path) -> None:
    stubs = REPOSITORY / "stubs" / "dotorm-stubs"
    vendored = tmp_path / "backend" / "system" / "dotorm"
    for stub in stubs.rglob("*.pyi"):
        module = vendored / stub.relative_to(stubs).with_suffix(".py")
        module.parent.mkdir(parents=True, exist_ok=True)
        module.write_text("", encoding="utf-8")
    for folder in (tmp_path / "backend", tmp_path / "backend" / "system"):
        (folder / "__init__.py").write_text("", encoding="utf-8")
    (tmp_path / SCRIPT).write_text(FILES[SCRIPT], encoding="utf-8")
    run(tmp_path, SCRIPT)
    (tmp_path / "leads.py").write_text(VENDORED, encoding="utf-8")
    (tmp_path / "mypy.ini").write_text("[mypy]\nplugins = orm_typing.mypy\n", encoding="utf-8")
    said = check(tmp_path, "leads.py").said["leads.py"]
    assert [(one.line, one.message) for one in said] == [
        (13, 'note: Revealed type is "str"'),
        (14, 'error: "Lead" has no field "nmae"; did you mean "name"?  [orm-unknown-field]'),
    ]
    if shutil.which("pyright") is not None:
        assert _pyright(tmp_path) == ['Type of "(await Lead.get(1)).name" is "str"']


def _pyright(folder: Path) -> list[str]:
    import json
    import subprocess
    import sys

    done = subprocess.run(
        ["pyright", "--outputjson", "--pythonpath", sys.executable, "leads.py"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    return [
        found["message"]
        for found in json.loads(done.stdout)["generalDiagnostics"]
        if found["severity"] != "warning"
    ]
