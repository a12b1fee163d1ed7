"""What the page about DotORM shows is what mypy prints. The library is not needed."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from .checking import Checked, check, run
from .pages import REPOSITORY, code_blocks, expected

PAGE = REPOSITORY / "docs" / "dotorm.md"
FILES = {block.file_name: block.text for block in code_blocks(PAGE) if block.file_name is not None}
SCRIPT = "map_stubs.py"
ROWS = [
    (cells[0], cells[1].replace("\\|", "|"))
    for line in PAGE.read_text(encoding="utf-8").splitlines()
    if len(cells := re.findall(r"(?<= )`((?:[^`])+)`(?= \|)", line)) == 2
]
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
    folder = tmp_path_factory.mktemp("dotorm")
    for name, text in FILES.items():
        if name != SCRIPT:
            (folder / name).write_text(text, encoding="utf-8")
    reveals = "\n".join(f"    reveal_type({expression})" for expression, _ in ROWS)
    (folder / "revealing.py").write_text(
        f"from library import Lead\n\n\nasync def reveal(lead: Lead) -> None:\n{reveals}\n",
        encoding="utf-8",
    )
    (folder / "mypy.ini").write_text(
        "[mypy]\nplugins = orm_typing.mypy\nstrict = True\n", encoding="utf-8"
    )
    return check(folder, ".")


@pytest.mark.parametrize("name", sorted(FILES.keys() - {SCRIPT}))
def test_the_files_give_the_messages_that_they_show(name: str, checked: Checked) -> None:
    assert checked.said.get(name, []) == sorted(expected(FILES[name]))


def test_the_table_says_what_mypy_reveals(checked: Checked) -> None:
    shown = [
        re.sub(r"\b(?:\w+\.)+(\w)", r"\1", said.message.partition('"')[2].rstrip('"'))
        for said in checked.said["revealing.py"]
    ]
    assert shown == [mypy for _, mypy in ROWS], checked.output


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
