"""The chosen file is the one that mypy reads."""

from __future__ import annotations

from pathlib import Path

import pytest
from mypy import defaults

from orm_typing.cli.init.place import PlaceError, choose, named
from orm_typing.cli.project import read_options

INI = "[mypy]\nstrict = True\n"
OTHER_INI = "[flake8]\nmax-line-length = 99\n"
TOML = "[tool.mypy]\nstrict = true\n"
OTHER_TOML = "[tool.black]\nline-length = 99\n"

LAYOUTS: dict[str, dict[str, str]] = {
    "mypy.ini": {"mypy.ini": INI},
    "hidden": {".mypy.ini": INI, "pyproject.toml": TOML},
    "mypy.ini goes first": {"mypy.ini": INI, ".mypy.ini": INI, "setup.cfg": INI},
    "mypy.ini without the section": {"mypy.ini": "", "pyproject.toml": TOML},
    "pyproject.toml goes before setup.cfg": {"pyproject.toml": TOML, "setup.cfg": INI},
    "setup.cfg": {"pyproject.toml": OTHER_TOML, "setup.cfg": INI},
    "above": {"../mypy.ini": INI, "setup.cfg": OTHER_INI},
    "nearest": {"../mypy.ini": INI, "setup.cfg": INI},
    "not above the repository": {"../mypy.ini": INI, ".git/HEAD": "", "setup.cfg": INI},
    "from a folder of the repository": {"../.git/HEAD": "", "../pyproject.toml": TOML},
    "by mercurial": {"../mypy.ini": INI, "../.hg/x": ""},
}


@pytest.fixture(autouse=True)
def user_files(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[str]:
    """The user's own files: none that are there, and nothing above the test's folder."""
    names = [str(tmp_path / "home" / ".mypy.ini")]
    monkeypatch.setattr(defaults, "USER_CONFIG_FILES", names)
    (tmp_path / ".git").mkdir()
    return names


@pytest.fixture
def shop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working directory."""
    folder = tmp_path / "work" / "shop"
    folder.mkdir(parents=True)
    monkeypatch.chdir(folder)
    return folder


def write(folder: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)


@pytest.mark.parametrize("files", LAYOUTS.values(), ids=LAYOUTS)
def test_it_is_the_file_that_mypy_reads(shop: Path, files: dict[str, str]) -> None:
    write(shop, files)
    read_by_mypy = read_options().config_file
    assert read_by_mypy is not None
    place = choose(shop)
    assert place.file.path.resolve() == Path(read_by_mypy).resolve()
    assert not place.is_new


@pytest.mark.parametrize("name", ["mypy.ini", "setup.cfg", "pyproject.toml"])
def test_a_file_that_mypy_passes_over_is_refused(shop: Path, name: str) -> None:
    write(shop, {name: "[mypy", "../mypy.ini": INI})
    read_by_mypy = read_options().config_file
    assert read_by_mypy is not None
    assert Path(read_by_mypy).resolve() == shop.parent / "mypy.ini"
    with pytest.raises(PlaceError, match=f"{name}: mypy can't read it"):
        choose(shop)


@pytest.mark.parametrize("name", ["pyproject.toml", "../pyproject.toml"])
def test_without_any_a_pyproject_is_taken(shop: Path, name: str) -> None:
    write(shop, {name: OTHER_TOML, "setup.cfg": OTHER_INI})
    place = choose(shop)
    assert place.file.path == (shop / name).resolve()
    assert not place.is_new


def test_without_anything_there_will_be_a_new_file(shop: Path) -> None:
    write(shop, {"setup.cfg": OTHER_INI})
    place = choose(shop)
    assert place.is_new
    assert place.file.path == shop / "mypy.ini"


def test_the_user_s_own_file_is_not_taken_without_asking(shop: Path, user_files: list[str]) -> None:
    write(shop, {"pyproject.toml": OTHER_TOML, user_files[0]: INI})
    assert read_options().config_file == user_files[0]
    with pytest.raises(PlaceError, match=r"orm-typing init --config-file mypy\.ini"):
        choose(shop)
    assert named(Path(user_files[0])).file.text == INI
    assert named(shop / "mypy.ini").is_new


def test_sections_that_are_not_read_are_found(shop: Path) -> None:
    write(shop, {"mypy.ini": INI, "pyproject.toml": TOML, "setup.cfg": OTHER_INI})
    assert [file.path.name for file in choose(shop).ignored] == ["pyproject.toml"]
