"""A healthy project, to which each test does something."""

from __future__ import annotations

import json
import subprocess
import sys
import textwrap
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from mypy import defaults

from tests.cli.calling import call

MODELS = """\
from sqliter.orm import BaseDBModel, ForeignKey

class Author(BaseDBModel):
    name: str

class Book(BaseDBModel):
    author: ForeignKey[Author] = ForeignKey(Author, related_name="books")
"""


class Said(NamedTuple):
    """A finding, as the command prints it."""

    section: str
    level: str
    text: str
    remedy: str


class Examined(NamedTuple):
    """What the command said."""

    exit_code: int
    findings: list[Said]

    def of_level(self, *levels: str) -> list[Said]:
        """The findings of these levels."""
        return [one for one in self.findings if one.level in levels]

    def about(self, text: str) -> Said:
        """The one finding that has this text."""
        (found,) = (one for one in self.findings if text in one.text)
        return found


@pytest.fixture(autouse=True)
def shop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project in which nothing is wrong; the working directory."""
    (tmp_path / "shop").mkdir()
    folder = tmp_path / "shop"
    write(folder, {".git/HEAD": "", "mypy.ini": "[mypy]\nplugins = orm_typing.mypy\n"})
    write(folder, {"models.py": MODELS})
    monkeypatch.chdir(folder)
    monkeypatch.setattr(defaults, "USER_CONFIG_FILES", [])
    for name in ("VIRTUAL_ENV", "MYPYPATH"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("PATH", str(Path(sys.executable).parent))
    return folder


def write(folder: Path, files: dict[str, str]) -> None:
    """Write files by their relative paths."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(textwrap.dedent(text), encoding="utf-8")


def examine(*arguments: str) -> Examined:
    """Run the command."""
    called = call("doctor", "--json", *arguments)
    found = json.loads(called.stdout)
    findings = [
        Said(one["section"], one["level"], one["text"], one["remedy"] or "")
        for one in found["findings"]
    ]
    for level in ("fault", "warning"):
        assert found[f"{level}s"] == sum(one.level == level for one in findings)
    assert called.exit_code == (1 if found["faults"] else 0)
    return Examined(called.exit_code, findings)


@pytest.fixture
def environment(shop: Path, tmp_path: Path) -> Callable[..., Path]:
    """Makes an environment with packages by name and version; mypy is told to look into it.

    ``stubs`` is a package of stubs that is there, too.
    """

    def make(stubs: str | None = None, **versions: str) -> Path:
        folder = tmp_path / "environment"
        subprocess.run([sys.executable, "-m", "venv", "--without-pip", folder], check=True)
        (packages,) = (folder / "lib").glob("python*/site-packages")
        for name, version in versions.items():
            metadata = f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n"
            write(packages, {f"{name}-{version}.dist-info/METADATA": metadata})
        if stubs is not None:
            write(packages, {f"{stubs}-stubs/__init__.pyi": "", f"{stubs}-stubs/py.typed": ""})
        write(
            shop,
            {
                "mypy.ini": "[mypy]\nplugins = orm_typing.mypy\n"
                f"python_executable = {folder / 'bin' / 'python'}\n"
            },
        )
        return packages

    return make
