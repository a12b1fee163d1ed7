"""Default accessor names."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from orm_typing.relations import naming
from orm_typing.relations.naming import Pluraliser, installed_inflect


@pytest.fixture
def without_inflect(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "path", [])


def site_packages(path: Path, *names: str) -> list[str]:
    for name in names:
        (path / name).mkdir(parents=True)
    return [str(path / "missing"), str(path)]


@pytest.mark.parametrize(
    ("class_name", "accessor"), [("Book", "books"), ("Address", "address"), ("Person", "persons")]
)
def test_the_simple_plural_adds_an_s_unless_there_is_one(class_name: str, accessor: str) -> None:
    assert Pluraliser("simple").plural_accessor(class_name) == accessor


@pytest.mark.parametrize(
    ("class_name", "accessor"),
    [("Book", "books"), ("Address", "addresses"), ("Person", "people"), ("Category", "categories")],
)
def test_inflect_knows_english(class_name: str, accessor: str) -> None:
    pytest.importorskip("inflect")
    assert Pluraliser("inflect").plural_accessor(class_name) == accessor


def test_inflect_is_imported_for_unseen_names_only(monkeypatch: pytest.MonkeyPatch) -> None:
    pluraliser = Pluraliser("inflect")
    pluraliser.learn({"person": "people"})
    monkeypatch.setitem(sys.modules, "inflect", None)
    assert pluraliser.plural_accessor("Person") == "people"
    assert pluraliser.plural_accessor("Book") == "books"


def test_auto_asks_the_running_interpreter() -> None:
    assert Pluraliser("auto").rule == "inflect"


@pytest.mark.usefixtures("without_inflect")
def test_auto_is_simple_where_inflect_is_missing() -> None:
    pluraliser = Pluraliser("auto")
    assert (pluraliser.rule, pluraliser.fell_back, pluraliser.key) == ("simple", False, "simple")


def test_auto_asks_the_checked_environment_when_it_is_given(tmp_path: Path) -> None:
    without = site_packages(tmp_path / "without", "sqliter")
    with_it = site_packages(tmp_path / "with", "inflect", "inflect-7.5.0.dist-info")
    assert Pluraliser("auto", without).rule == "simple"
    assert Pluraliser("auto", with_it).rule == "inflect"


@pytest.mark.usefixtures("without_inflect")
@pytest.mark.parametrize("choice", ["inflect", "auto"])
def test_a_missing_inflect_is_admitted(choice: naming.PluralChoice, tmp_path: Path) -> None:
    checked = site_packages(tmp_path, "inflect")
    pluraliser = Pluraliser(choice, checked)
    assert (pluraliser.rule, pluraliser.fell_back) == ("simple", True)
    assert pluraliser.plural_accessor("Person") == "persons"


def test_the_version_is_read_from_the_metadata_directory(tmp_path: Path) -> None:
    assert installed_inflect(site_packages(tmp_path / "a", "inflect-7.5.0.dist-info")) == "7.5.0"
    assert (
        installed_inflect(site_packages(tmp_path / "b", "inflect-7.5.0-py3.10.egg-info")) == "7.5.0"
    )
    assert installed_inflect(site_packages(tmp_path / "c", "inflect")) == ""
    assert installed_inflect(site_packages(tmp_path / "d", "inflection-1.0.dist-info")) is None


def test_learned_plurals_are_keyed_by_the_version(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(naming, "installed_inflect", lambda directories: "7.0")
    assert Pluraliser("inflect").key == "inflect 7.0"
    assert Pluraliser("simple").key == "simple"
