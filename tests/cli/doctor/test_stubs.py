"""What stands before the stubs."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.doctor.conftest import examine, write


def test_the_stubs_are_found() -> None:
    assert examine().about("mypy finds the stubs of SQLiter").level == "ok"


def test_a_package_of_the_project_has_the_same_name(shop: Path) -> None:
    write(shop, {"sqliter/__init__.py": ""})
    said = examine().about("in place of the stubs of SQLiter")
    assert said.level == "fault"
    assert str(Path("sqliter", "__init__.py")) in said.text
    assert said.remedy.startswith("rename your own sqliter")


@pytest.mark.parametrize("how", ["mypy_path", "MYPYPATH"])
def test_a_folder_goes_before(shop: Path, how: str, monkeypatch: pytest.MonkeyPatch) -> None:
    write(shop, {"stubs/sqliter/__init__.pyi": ""})
    if how == "MYPYPATH":
        monkeypatch.setenv("MYPYPATH", "stubs")
    else:
        write(shop, {"mypy.ini": "[mypy]\nplugins = orm_typing.mypy\nmypy_path = stubs\n"})
    said = examine().about("in place of the stubs of SQLiter")
    assert said.level == "fault"
    assert said.remedy.startswith("take stubs out of mypy_path or MYPYPATH")


def test_pyright_looks_into_typings(shop: Path) -> None:
    write(shop, {"typings/sqliter/__init__.pyi": ""})
    examined = examine()
    assert examined.about("pyright and Pylance take").level == "warning"
    assert examined.of_level("fault") == []


def test_site_packages_in_mypy_path(shop: Path) -> None:
    site_packages = Path(pytest.__file__).parent.parent
    text = f"[mypy]\nplugins = orm_typing.mypy\nmypy_path = {site_packages}\n"
    write(shop, {"mypy.ini": text})
    assert examine().about("mypy refuses to run").level == "fault"
