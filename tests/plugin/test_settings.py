"""Settings are read from the file that mypy uses, and mistakes in them are named."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from orm_typing.settings import Settings, SettingsError, read_settings

INI = ("mypy.ini", ".mypy.ini", "setup.cfg")


def write(folder: Path, name: str, text: str) -> str:
    """Write a configuration file; its path as mypy gives it to a plugin."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return str(path)


class TestWithoutASection:
    """The defaults hold, whatever else the file says."""

    def test_no_file(self) -> None:
        assert read_settings(None) == Settings(roots=(), plurals="auto")

    def test_a_file_that_is_gone(self, tmp_path: Path) -> None:
        assert read_settings(str(tmp_path / "mypy.ini")) == Settings()
        assert read_settings(str(tmp_path / "pyproject.toml")) == Settings()

    @pytest.mark.parametrize("name", INI)
    def test_ini(self, name: str, tmp_path: Path) -> None:
        assert read_settings(write(tmp_path, name, "[mypy]\nstrict = True\n")) == Settings()

    def test_toml(self, tmp_path: Path) -> None:
        text = '[tool.mypy]\nplugins = ["orm_typing.mypy"]\n'
        assert read_settings(write(tmp_path, "pyproject.toml", text)) == Settings()

    @pytest.mark.parametrize(
        ("name", "text"),
        [("mypy.ini", "orm_typing\n"), ("pyproject.toml", "[tool.orm_typing\n")],
    )
    def test_a_file_that_mypy_itself_rejects(self, name: str, text: str, tmp_path: Path) -> None:
        assert read_settings(write(tmp_path, name, text)) == Settings()

    @pytest.mark.parametrize(
        ("name", "text"),
        [("mypy.ini", "[mypy]\n"), ("pyproject.toml", '[tool.mypy]\nplugins = "orm_typing.mypy"')],
    )
    def test_pydantic_is_not_imported(self, name: str, text: str, tmp_path: Path) -> None:
        path = write(tmp_path, name, text)
        program = (
            "import sys; from orm_typing.settings import read_settings; "
            f"read_settings({path!r}); print('pydantic' in sys.modules)"
        )
        assert subprocess.check_output([sys.executable, "-c", program], text=True) == "False\n"


class TestValues:
    """What a section may say."""

    @pytest.mark.parametrize("name", INI)
    @pytest.mark.parametrize("roots", ["shared, lib/src", "shared,lib/src,", "\n shared\n lib/src"])
    def test_ini(self, name: str, roots: str, tmp_path: Path) -> None:
        text = f"[mypy]\n[orm_typing]\nroots = {roots}\nplurals = simple\n"
        assert read_settings(write(tmp_path, name, text)) == Settings(
            roots=(str(tmp_path / "shared"), str(tmp_path / "lib" / "src")), plurals="simple"
        )

    def test_toml(self, tmp_path: Path) -> None:
        text = '[tool.orm_typing]\nroots = ["shared", "lib/src"]\nplurals = "inflect"\n'
        assert read_settings(write(tmp_path, "pyproject.toml", text)) == Settings(
            roots=(str(tmp_path / "shared"), str(tmp_path / "lib" / "src")), plurals="inflect"
        )

    def test_an_empty_section(self, tmp_path: Path) -> None:
        assert read_settings(write(tmp_path, "mypy.ini", "[orm_typing]\n")) == Settings()

    def test_roots_start_at_the_configuration_file(self, tmp_path: Path) -> None:
        (tmp_path / "app").mkdir()
        path = write(tmp_path / "app", "mypy.ini", "[orm_typing]\nroots = ../shared, /srv/lib\n")
        assert read_settings(path).roots == (str(tmp_path / "shared"), str(Path("/srv/lib")))


MISTAKES = [
    pytest.param("mypy.ini", "[orm_typing]\nplural = simple\n", "plural", id="ini-unknown-key"),
    pytest.param("setup.cfg", "[orm_typing]\nplurals = latin\n", "plurals", id="cfg-wrong-value"),
    pytest.param("pyproject.toml", "[tool.orm_typing]\nrots = []\n", "rots", id="toml-unknown-key"),
    pytest.param(
        "pyproject.toml", '[tool.orm_typing]\nroots = "lib"\n', "roots", id="toml-wrong-type"
    ),
    pytest.param(
        "pyproject.toml", "[tool.orm_typing]\nroots = [3]\n", "roots.0", id="toml-wrong-item"
    ),
]


class TestMistakes:
    """A clear error that names the file and the key."""

    @pytest.mark.parametrize(("name", "text", "key"), MISTAKES)
    def test_file_and_key_are_named(self, name: str, text: str, key: str, tmp_path: Path) -> None:
        path = write(tmp_path, name, text)
        with pytest.raises(SettingsError) as caught:
            read_settings(path)
        assert str(caught.value).startswith(f"{path}: orm_typing.{key}: ")

    def test_an_unknown_key_is_told_the_known_ones(self, tmp_path: Path) -> None:
        path = write(tmp_path, "mypy.ini", "[orm_typing]\nplural = simple\n")
        with pytest.raises(
            SettingsError, match="unknown key; the keys are extenders, lookups, plurals, roots"
        ):
            read_settings(path)

    def test_a_section_that_is_no_table(self, tmp_path: Path) -> None:
        path = write(tmp_path, "pyproject.toml", "[tool]\norm_typing = 3\n")
        with pytest.raises(SettingsError) as caught:
            read_settings(path)
        assert str(caught.value) == f"{path}: [tool.orm_typing] must be a table"

    @pytest.mark.parametrize(
        ("name", "text", "key"),
        [
            ("mypy.ini", "[mypy]\nplugins = orm_typing.mypy\n[orm_typing]\nroot = lib\n", "root"),
            (
                "pyproject.toml",
                '[tool.mypy]\nplugins = ["orm_typing.mypy"]\n[tool.orm_typing]\nplurals = "no"\n',
                "plurals",
            ),
        ],
    )
    def test_mypy_stops_with_one_line(self, name: str, text: str, key: str, tmp_path: Path) -> None:
        write(tmp_path, name, text)
        (tmp_path / "main.py").touch()
        done = subprocess.run(
            [sys.executable, "-m", "mypy", "main.py"],
            cwd=tmp_path,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 2
        (line,) = done.stderr.splitlines()
        assert line.startswith(f"orm_typing: {name}: orm_typing.{key}: ")
        assert "Traceback" not in done.stdout
