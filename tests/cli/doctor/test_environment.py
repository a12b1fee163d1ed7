"""Versions, and what is installed where mypy looks."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from orm_typing import __version__
from orm_typing.cli.doctor import environment as checks
from tests.cli.calling import call
from tests.cli.doctor.conftest import examine, write

Make = Callable[..., Path]


def test_a_mypy_that_was_not_tested(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checks, "mypy_version", "3.1.0")
    said = examine().about("this is mypy 3.1.0")
    assert (said.level, said.remedy) == ("warning", "upgrade orm-typing, or pin mypy")


def test_a_python_that_was_not_tested(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checks, "NEWEST_PYTHON", (3, 9))
    assert examine().about("outside of what was tested").level == "warning"


def test_another_environment_s_mypy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, {"elsewhere/mypy": "#!/usr/bin/python3\n"})
    (tmp_path / "elsewhere" / "mypy").chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path / "elsewhere"))
    said = examine().about("of another environment than orm-typing")
    assert said.level == "warning"
    assert "-m mypy" in said.remedy


def test_a_link_to_the_own_mypy_is_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, {"local/bin/mypy": f"#!{sys.executable}\n"})
    (tmp_path / "local" / "bin" / "mypy").chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path / "local" / "bin"))
    assert examine().of_level("warning", "fault") == []


def test_nothing_is_installed(environment: Make) -> None:
    environment()
    examined = examine()
    said = examined.about("has models of SQLiter, and sqliter-py is not installed there")
    assert said.level == "fault"
    assert said.remedy.endswith("python -m pip install sqliter-py")
    assert examined.about("mypy does not find the stubs of SQLiter").level == "fault"
    assert examined.about("djanorm is not installed, and no model uses it").level == "note"


def test_a_library_that_is_in_no_registry(shop: Path) -> None:
    write(shop, {"crm.py": "from dotorm import DotModel\n\nclass Lead(DotModel): ...\n"})
    said = examine().about("DotORM is not installed there")
    assert (said.level, said.remedy) == ("note", "")


def test_all_is_installed(environment: Make) -> None:
    environment("sqliter", sqliter_py="0.21.0", pydantic="2.13.0", orm_typing=__version__)
    assert examine().of_level("warning", "fault") == []


def test_the_library_without_the_stubs(environment: Make) -> None:
    packages = environment(sqliter_py="0.21.0")
    write(packages, {"sqliter/__init__.py": "", "sqliter/py.typed": ""})
    said = examine().about("the stubs of SQLiter are not installed where mypy looks")
    assert said.level == "fault"
    assert said.remedy.endswith("-m pip install orm-typing")


def test_versions_that_were_not_tested(environment: Make) -> None:
    environment("sqliter", sqliter_py="0.22.0", orm_typing="0.0.1")
    examined = examine()
    assert examined.about("sqliter-py 0.22.0 is not what was tested, 0.21.0").level == "warning"
    assert examined.about("orm-typing is 0.0.1 there").level == "warning"


@pytest.mark.parametrize(("version", "level"), [("2.14.0", "fault"), ("2.14.0b1", "fault")])
def test_versions_that_do_not_work_together(environment: Make, version: str, level: str) -> None:
    environment("sqliter", sqliter_py="0.21.0", pydantic=version)
    said = examine().about("fails at runtime with pydantic")
    assert said.level == level
    assert said.remedy.endswith('pip install "pydantic<2.14"')


def test_a_library_of_functions_over_tables(environment: Make) -> None:
    environment("sqliter", sqliter_py="0.21.0", sqlmodel_crud_utilities="0.9.0")
    examined = examine()
    assert examined.about("0.9.0 is not what was tested, 0.4.0").level == "warning"
    assert examined.about("find the stubs of sqlmodel-crud-utilities").level == "fault"


def test_the_interpreter_is_not_there(shop: Path) -> None:
    text = "[mypy]\nplugins = orm_typing.mypy\npython_executable = /nowhere/python\n"
    write(shop, {"mypy.ini": text})
    said = examine().about("Invalid python executable '/nowhere/python'")
    assert (said.level, said.remedy) == ("fault", "correct python_executable")


@pytest.mark.skipif(os.name == "nt", reason="no such programs")
@pytest.mark.parametrize("program", ["true", "false", "cat"])
def test_the_interpreter_is_something_else(
    shop: Path, program: str, capfd: pytest.CaptureFixture[str]
) -> None:
    path = shutil.which(program, path=os.defpath)
    text = f"[mypy]\nplugins = orm_typing.mypy\npython_executable = {path}\n"
    write(shop, {"mypy.ini": text})
    assert examine().about(f"{path} does not answer as Python does").level == "fault"
    assert "Please report it" not in capfd.readouterr().err
    for command in ("declare", "graph"):
        called = call(command)
        assert called.exit_code == 2
        assert "does not answer as Python does" in called.stderr


def test_mypy_looks_nowhere(shop: Path) -> None:
    text = "[mypy]\nplugins = orm_typing.mypy\nno_site_packages = True\n"
    write(shop, {"mypy.ini": text})
    assert examine().about("mypy looks into no environment").level == "fault"


def test_another_environment_is_active(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VIRTUAL_ENV", str(tmp_path / "other"))
    assert examine().about("which mypy does not look into").level == "warning"


def test_code_of_the_environment_is_not_run(environment: Make) -> None:
    packages = environment("sqliter", sqliter_py="0.21.0")
    mark = packages / "ran"
    write(
        packages,
        {
            "sqliter/__init__.py": f"open({str(mark)!r}, 'w')\n",
            "sitecustomize.py": "",
        },
    )
    assert examine().exit_code == 0
    assert not mark.exists()
