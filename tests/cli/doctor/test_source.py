"""Models and relations, and files that are not seen."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.calling import call
from tests.cli.doctor.conftest import MODELS, examine, write


def test_models_and_relations_are_counted() -> None:
    said = examine().about("SQLiter: ")
    assert said.text == "SQLiter: 2 models in 1 file, 1 relation"


def test_there_are_no_models(shop: Path) -> None:
    (shop / "models.py").write_text("x = 1\n")
    assert examine().about("no models were found in 1 Python file").level == "warning"


def test_targets_that_lead_nowhere(shop: Path) -> None:
    write(
        shop,
        {
            "tags.py": """\
                from sqliter.orm import BaseDBModel, ManyToMany
                from models import Book

                class Tag(BaseDBModel):
                    books: ManyToMany[Book] = ManyToMany("Bok")
                """
        },
    )
    said = examine().about("tags.py:5: Tag.books leads to Bok, which is no model")
    assert said.level == "warning"
    assert "name a model that is there" in said.remedy


def test_a_name_that_can_t_be_read(shop: Path) -> None:
    write(
        shop,
        {
            "tags.py": """\
                from sqliter.orm import BaseDBModel, ForeignKey
                from models import Book

                class Tag(BaseDBModel):
                    book: ForeignKey[Book] = ForeignKey(Book, related_name="t" + "ags")
                """
        },
    )
    assert "no literal" in examine().about("tags.py:5: Tag.book ").text


def test_a_file_that_can_t_be_parsed(shop: Path) -> None:
    write(shop, {"broken.py": "class Broken(BaseDBModel"})
    assert examine().about("broken.py can't be parsed").level == "warning"


def test_exclude_hides_relations(shop: Path) -> None:
    write(
        shop,
        {
            "mypy.ini": "[mypy]\nplugins = orm_typing.mypy\nexclude = ^old/$\n",
            "old/models.py": MODELS,
            "old/words.py": "# no ForeignKey here\n",
        },
    )
    said = examine().about("exclude hides 1 file with relations")
    assert said.level == "warning"
    assert str(Path("old", "models.py")) in said.text


def test_it_runs_below_the_configuration(shop: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (shop / "src").mkdir()
    monkeypatch.chdir(shop / "src")
    assert str(shop) in examine().about("relations are looked for below").text


def test_the_project_is_not_imported(shop: Path) -> None:
    write(shop, {"models.py": f"{MODELS}\nopen('ran', 'w')\n"})
    assert examine().exit_code == 0
    assert not (shop / "ran").exists()
    assert not (shop / ".mypy_cache").exists()


def test_for_people() -> None:
    called = call("doctor")
    lines = called.stdout.splitlines()
    assert lines[0] == "Tools"
    assert "  ok       SQLiter: 2 models in 1 file, 1 relation" in lines
    assert lines[-1] == "no faults, no warnings"
    assert "\x1b" not in called.stdout


def test_remedies_for_people(shop: Path) -> None:
    (shop / "mypy.ini").unlink()
    called = call("doctor")
    assert called.exit_code == 1
    assert (
        "  fault    there is no configuration file for mypy\n           -> orm-typing init\n"
        in (called.stdout)
    )
    assert called.stdout.splitlines()[-1].startswith("1 fault, no warnings")


def test_json_has_everything() -> None:
    found = json.loads(call("doctor", "--json").stdout)
    assert {"version", "faults", "warnings", "findings"} == set(found)
    assert {one["section"] for one in found["findings"]} == {
        "Tools",
        "Configuration",
        "Environment",
        "Stubs",
        "Source",
    }
