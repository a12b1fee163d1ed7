"""The command: what it writes, what it says, and with which code it exits."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.calling import call

MODELS = """\
from sqliter.orm import BaseDBModel, ForeignKey

class Author(BaseDBModel):
    name: str

class Book(BaseDBModel):
    author: ForeignKey[Author] = ForeignKey(Author, related_name="books")

def show(author: Author) -> None:
    reveal_type(author.books)
"""


@pytest.fixture(autouse=True)
def shop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working directory, the root of a repository."""
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("mypy.ini", None),
        ("setup.cfg", "[mypy]\nplugins =\n    pydantic.mypy\n"),
        (".mypy.ini", "[mypy]\nplugins = pydantic.mypy\n"),
        ("pyproject.toml", "[project]\nname = 'shop'\n"),
        ("pyproject.toml", "[tool.mypy]\nplugins = ['pydantic.mypy']\n"),
    ],
)
def test_mypy_uses_the_plugin_afterwards(shop: Path, name: str, text: str | None) -> None:
    if text is not None:
        (shop / name).write_text(text)
    assert call("init").exit_code == 0
    (shop / "models.py").write_text(MODELS)
    result = subprocess.run(
        [sys.executable, "-m", "mypy", "models.py"], capture_output=True, text=True, check=False
    )
    assert 'Revealed type is "sqliter.orm.query.ReverseQuery[models.Book]"' in result.stdout
    assert result.stderr == ""


def test_a_second_call_changes_nothing(shop: Path) -> None:
    file = shop / "mypy.ini"
    assert "mypy.ini: made, with the plugin orm_typing.mypy.\n" in call("init").stdout
    before = (file.read_bytes(), file.stat().st_mtime_ns)
    called = call("init")
    assert called.stdout == "mypy.ini: orm_typing.mypy is among the plugins; nothing to do.\n"
    assert called.exit_code == 0
    assert (file.read_bytes(), file.stat().st_mtime_ns) == before


def test_the_change_is_shown(shop: Path) -> None:
    (shop / "setup.cfg").write_text("[mypy]\nplugins = pydantic.mypy\n")
    called = call("init")
    assert (
        called.stdout
        == """\
--- a/setup.cfg
+++ b/setup.cfg
@@ -1,2 +1,2 @@
 [mypy]
-plugins = pydantic.mypy
+plugins = pydantic.mypy, orm_typing.mypy
setup.cfg: orm_typing.mypy is now among the plugins.
"""
    )
    assert "pyright, basedpyright, ty and pyrefly need no set-up" in called.stderr
    assert "zuban does so where the environment is active" in called.stderr


@pytest.mark.parametrize(("option", "exit_code"), [("--diff", 0), ("--check", 1)])
def test_a_dry_run_writes_nothing(shop: Path, option: str, exit_code: int) -> None:
    called = call("init", option)
    assert called.exit_code == exit_code
    assert "+plugins = orm_typing.mypy\n" in called.stdout
    assert not (shop / "mypy.ini").exists()


def test_check_succeeds_once_it_is_done() -> None:
    call("init")
    assert call("init", "--check").exit_code == 0


def test_a_file_is_named(shop: Path) -> None:
    call("init", "--config-file", "ci.toml")
    assert (shop / "ci.toml").read_text() == '[tool.mypy]\nplugins = ["orm_typing.mypy"]\n'


def test_a_file_that_can_t_be_parsed_is_refused(shop: Path) -> None:
    (shop / "mypy.ini").write_text("[mypy]\nno delimiter\n")
    called = call("init")
    assert called.exit_code == 2
    assert "mypy.ini: mypy can't read it" in called.stderr
    assert (shop / "mypy.ini").read_text() == "[mypy]\nno delimiter\n"


def test_what_can_t_be_edited_is_told(shop: Path) -> None:
    (shop / "pyproject.toml").write_text("[tool.mypy]\nplugins = 3\n")
    called = call("init")
    assert called.exit_code == 2
    assert "Write it by hand: plugins = orm_typing.mypy" in called.stderr


def test_links_and_modes_stay(shop: Path) -> None:
    real = shop / "real.ini"
    real.write_text("[mypy]\n")
    real.chmod(0o640)
    (shop / "mypy.ini").symlink_to(real)
    assert call("init").exit_code == 0
    assert (shop / "mypy.ini").is_symlink()
    assert real.read_text() == "[mypy]\nplugins = orm_typing.mypy\n"
    assert real.stat().st_mode & 0o777 == 0o640
    assert sorted(os.listdir(shop)) == [".git", "mypy.ini", "real.ini"]


def test_notes_about_what_mypy_will_not_read_or_see(shop: Path) -> None:
    (shop / "pyproject.toml").write_text("[tool.mypy]\nplugins = ['orm_typing.mypy']\n")
    (shop / "mypy.ini").write_text(
        "[mypy]\n[mypy-sqliter.*]\nignore_missing_imports = True\n"
        "[mypy-dorm.*]\nfollow_imports = skip\nfollow_imports_for_stubs = True\n"
    )
    notes = call("init").stderr
    assert "mypy does not read the section for mypy in pyproject.toml" in notes
    assert "sqliter.* says ignore_missing_imports, which is not needed any more" in notes
    assert "mypy takes all of dorm for Any" in notes


def test_help_teaches() -> None:
    text = call("init", "--help").stdout
    for word in ("--diff", "--check", "pydantic.mypy", "pyproject.toml", "safe to run again"):
        assert word in text
