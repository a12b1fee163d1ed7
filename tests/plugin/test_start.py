"""What is imported and said before anything is checked."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from orm_typing.compatibility import NEWEST, OLDEST, unsupported
from orm_typing.mypy import OrmTypingPlugin, plugin


def imported_by(program: str, folder: Path) -> set[str]:
    """The modules that a program has imported when it ends."""
    end = "import json, sys; print(json.dumps(sorted(sys.modules)))"
    output = subprocess.check_output(
        [sys.executable, "-c", f"{program}\n{end}"], cwd=folder, text=True
    )
    return set(json.loads(output.splitlines()[-1]))


def test_importing_the_package_imports_neither_mypy_nor_pydantic(tmp_path: Path) -> None:
    found = imported_by("import orm_typing", tmp_path)
    assert "orm_typing" in found
    assert found.isdisjoint({"mypy", "pydantic", "pydantic_core", "inflect"})


WITH_AN_ORM = """\
from sqliter.orm import BaseDBModel, ForeignKey

class Author(BaseDBModel):
    name: str

class Book(BaseDBModel):
    author: ForeignKey[Author] = ForeignKey(Author, related_name="books")

def count(author: Author) -> int:
    return author.books.count()
"""
WITHOUT_ONE = """\
class Author:
    books: list[str] = []

def count(author: Author) -> int:
    return len(author.books)
"""
RUN = "from mypy import api; assert api.run(['main.py'])[2] == 0"
FEATURES = "orm_typing.plugin.features"


def write_project(folder: Path, text: str) -> None:
    """One module, and a configuration with the plugin."""
    (folder / "mypy.ini").write_text("[mypy]\nplugins = orm_typing.mypy\n", encoding="utf-8")
    (folder / "main.py").write_text(text, encoding="utf-8")


def test_a_run_without_settings_imports_neither_pydantic_nor_inflect(tmp_path: Path) -> None:
    write_project(tmp_path, WITH_AN_ORM)
    found = imported_by(RUN, tmp_path)
    assert {"mypy", "orm_typing", FEATURES} <= found
    assert found.isdisjoint({"pydantic", "pydantic_core", "inflect"})


def test_a_build_without_a_library_imports_no_features(tmp_path: Path) -> None:
    write_project(tmp_path, WITHOUT_ONE)
    found = imported_by(RUN, tmp_path)
    assert "orm_typing.mypy" in found
    assert FEATURES not in found


def test_a_run_that_finds_all_in_the_cache_imports_no_features(tmp_path: Path) -> None:
    write_project(tmp_path, WITH_AN_ORM)
    assert FEATURES in imported_by(RUN, tmp_path)
    found = imported_by(RUN, tmp_path)
    assert "orm_typing.mypy" in found
    assert FEATURES not in found


def numbers(release: tuple[int, int]) -> str:
    """For example ``2.4``."""
    return f"{release[0]}.{release[1]}"


class TestSupportedVersions:
    """One line for a mypy outside of the tested range."""

    @pytest.mark.parametrize("suffix", ["", ".0", ".7", ".1+dev.0123456789abcdef.dirty"])
    @pytest.mark.parametrize("release", [OLDEST, NEWEST])
    def test_supported(self, release: tuple[int, int], suffix: str) -> None:
        assert unsupported(numbers(release) + suffix) is None

    @pytest.mark.parametrize("version", ["", "unknown", "main"])
    def test_no_number(self, version: str) -> None:
        assert unsupported(version) is None

    @pytest.mark.parametrize("version", ["0.991", "1.0.0", f"{OLDEST[0]}.{OLDEST[1] - 1}.3"])
    def test_too_old(self, version: str) -> None:
        assert unsupported(version) == (
            f"orm_typing supports mypy {numbers(OLDEST)} to {numbers(NEWEST)}, "
            f"and this is mypy {version}: upgrade mypy"
        )

    @pytest.mark.parametrize(
        "version", [f"{NEWEST[0]}.{NEWEST[1] + 1}.0", f"{NEWEST[0] + 1}.0.0+dev.0123456789abcdef"]
    )
    def test_too_new(self, version: str) -> None:
        assert unsupported(version) == (
            f"orm_typing supports mypy {numbers(OLDEST)} to {numbers(NEWEST)}, "
            f"and this is mypy {version}: upgrade orm-typing, or pin mypy"
        )

    def test_the_plugin_says_one_line_and_goes_on(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert plugin("0.991") is OrmTypingPlugin
        said = capsys.readouterr()
        assert said.out == ""
        assert said.err == f"{unsupported('0.991')}\n"

    def test_a_supported_mypy_is_not_mentioned(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert plugin(numbers(NEWEST)) is OrmTypingPlugin
        assert capsys.readouterr() == ("", "")
