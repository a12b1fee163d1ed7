"""The configuration file, its plugins, the settings and the cache."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.calling import call
from tests.cli.doctor.conftest import examine, write


def test_nothing_is_wrong() -> None:
    examined = examine()
    assert examined.exit_code == 0
    assert examined.of_level("warning", "fault") == []
    assert examined.about("mypy reads").text == "mypy reads mypy.ini"
    assert examined.about("among the plugins").level == "ok"


def test_there_is_no_configuration(shop: Path) -> None:
    (shop / "mypy.ini").unlink()
    said = examine().about("there is no configuration file for mypy")
    assert (said.level, said.remedy) == ("fault", "orm-typing init")


@pytest.mark.parametrize(
    ("plugins", "text"),
    [
        ("pydantic.mypy", "orm_typing.mypy is not among the plugins of mypy.ini"),
        ("orm_typing, pydantic.mypy", "the plugin is called orm_typing.mypy, and not orm_typing"),
        ("orm-typing.mypy", "the plugin is called orm_typing.mypy, and not orm-typing.mypy"),
    ],
)
def test_the_plugin_is_not_loaded(shop: Path, plugins: str, text: str) -> None:
    write(shop, {"mypy.ini": f"[mypy]\nplugins = {plugins}\n"})
    said = examine().about(text)
    assert (said.level, said.remedy) == ("fault", "orm-typing init")


def test_the_plugin_is_in_another_file(shop: Path) -> None:
    write(
        shop,
        {
            "mypy.ini": "[mypy]\nstrict = True\n",
            "pyproject.toml": "[tool.mypy]\nplugins = ['orm_typing.mypy']\n",
        },
    )
    examined = examine()
    said = examined.about("is among the plugins of pyproject.toml, which mypy does not read")
    assert said.level == "fault"
    assert examined.about("section for mypy in pyproject.toml").level == "warning"


def test_a_file_is_broken(shop: Path) -> None:
    """Mypy goes on to the next one, silently but for a line on the standard error."""
    write(
        shop,
        {
            "mypy.ini": "[mypy\n",
            "setup.cfg": "[mypy]\nplugins = orm_typing.mypy\n",
        },
    )
    examined = examine()
    assert examined.about("mypy reads setup.cfg").level == "ok"
    assert examined.about("mypy can't read mypy.ini").level == "warning"


def test_the_file_that_is_named_is_broken(shop: Path) -> None:
    write(shop, {"ci.toml": "[tool.mypy\n"})
    examined = examine("--config-file", "ci.toml")
    assert examined.about("mypy can't read ci.toml").level == "fault"
    assert not any("among the plugins" in one.text for one in examined.findings)


def test_mypy_fails_on_a_file(shop: Path) -> None:
    (shop / "mypy.ini").unlink()
    (shop / "pyproject.toml").write_bytes(b"[tool.mypy]\nx = '\xe9'\n")
    assert examine().about("mypy fails on its configuration file").level == "fault"


def test_what_mypy_complains_about_is_shown(shop: Path) -> None:
    write(shop, {"mypy.ini": "[mypy]\nplugins = orm_typing.mypy\nstrikt = True\n"})
    assert examine().about("Unrecognized option: strikt").level == "warning"


@pytest.mark.parametrize("plugin", ["djanorm_mypy.plugin", "dorm_mypy", "tools/sqliter_plugin.py"])
def test_another_plugin_is_for_the_same_models(shop: Path, plugin: str) -> None:
    write(shop, {"mypy.ini": f"[mypy]\nplugins = {plugin}, orm_typing.mypy\n"})
    said = examine().about(f"the plugin {plugin} is for")
    assert said.level == "warning"
    assert "put orm_typing.mypy before it" in said.remedy


def test_pydantic_s_plugin_is_welcome(shop: Path) -> None:
    write(shop, {"mypy.ini": "[mypy]\nplugins = pydantic.mypy, orm_typing.mypy\n"})
    assert examine().of_level("warning", "fault") == []


def test_sections_that_hide_the_stubs(shop: Path) -> None:
    write(
        shop,
        {
            "mypy.ini": """\
                [mypy]
                plugins = orm_typing.mypy
                [mypy-sqliter.*]
                follow_imports = skip
                follow_imports_for_stubs = True
                [mypy-dorm.*]
                ignore_missing_imports = True
                """
        },
    )
    examined = examine()
    assert examined.about("mypy takes all of sqliter for Any").level == "fault"
    assert examined.about("dorm.* says ignore_missing_imports").level == "note"


def test_a_pattern_is_wrong(shop: Path) -> None:
    """The plugin leaves it to mypy, which says so only where it searches folders."""
    write(shop, {"mypy.ini": "[mypy]\nplugins = orm_typing.mypy\nexclude = (\n"})
    assert examine().about("exclude: ( is no regular expression").level == "fault"
    assert call("graph").exit_code == 2
    run = [sys.executable, "-m", "mypy", "models.py"]
    checked = subprocess.run(run, capture_output=True, text=True, check=False)
    assert checked.stdout == "Success: no issues found in 1 source file\n"


@pytest.mark.parametrize(
    ("setting", "text"),
    [
        ("root = src", "orm_typing.root: unknown key"),
        ("plurals = english", "orm_typing.plurals"),
        ("roots = nowhere", "which is no folder"),
    ],
)
def test_settings_are_wrong(shop: Path, setting: str, text: str) -> None:
    write(shop, {"mypy.ini": f"[mypy]\nplugins = orm_typing.mypy\n[orm_typing]\n{setting}\n"})
    assert examine().about(text).level == "fault"


def test_settings_are_right(shop: Path) -> None:
    write(shop, {"mypy.ini": "[mypy]\nplugins = orm_typing.mypy\n[orm_typing]\nplurals = simple\n"})
    assert examine().about("the settings are valid").level == "ok"


def test_the_cache_can_t_be_written(shop: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (shop / ".mypy_cache").mkdir()
    real = os.access
    monkeypatch.setattr(
        os,
        "access",
        lambda path, mode: Path(path) != shop / ".mypy_cache" and real(path, mode),
    )
    assert examine().about(".mypy_cache can't be written").level == "warning"


def test_there_is_no_cache(shop: Path) -> None:
    text = f"[mypy]\nplugins = orm_typing.mypy\ncache_dir = {os.devnull}\n"
    write(shop, {"mypy.ini": text})
    assert examine().about("mypy keeps no cache").level == "note"


def test_another_file_is_named(shop: Path) -> None:
    write(shop, {"ci.ini": "[mypy]\nplugins = pydantic.mypy\n"})
    assert examine("--config-file", "ci.ini").about("not among the plugins of ci.ini")
