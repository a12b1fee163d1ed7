"""The copy of the project in which mypy runs."""

from __future__ import annotations

import stat
import sys
from pathlib import Path

import pytest

from orm_typing.cli.uncast.copy import ProjectCopy


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with a package, and things that mypy does not read."""
    folder = tmp_path / "project"
    for name in ("mypy.ini", "shop/a.py", "shop/py.typed", "notes.txt", ".git/hook.py"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(name)
    return folder


def copied(project: Path, place: Path) -> ProjectCopy:
    """A copy that has been made."""
    copy = ProjectCopy(project, place / "copy")
    copy.make(())
    return copy


def test_what_mypy_reads_is_copied(project: Path, tmp_path: Path) -> None:
    copy = copied(project, tmp_path)
    root = copy.path_of(project)
    names = {path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file()}
    assert names == {"mypy.ini", "shop/a.py", "shop/py.typed"}
    assert copy.original_of(str(root / "shop/a.py")) == str(project / "shop/a.py")


def test_a_file_that_is_read_only_can_be_edited_there(project: Path, tmp_path: Path) -> None:
    original = project / "shop/a.py"
    original.chmod(0o444)
    copy = copied(project, tmp_path)
    assert copy.path_of(original).stat().st_mode & stat.S_IWUSR
    copy.write(original, b"edited")
    assert copy.path_of(original).read_text() == "edited"
    assert original.read_text() == "shop/a.py"


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights")
def test_links_to_folders_lead_to_the_same(project: Path, tmp_path: Path) -> None:
    shared = tmp_path / "shared"
    shared.mkdir()
    (shared / "b.py").write_text("b")
    (project / "outside").symlink_to("../shared")
    (project / "inside").symlink_to("shop")
    copy = copied(project, tmp_path)
    assert (copy.path_of(project) / "outside/b.py").read_text() == "b"
    copy.write(project / "shop/a.py", b"edited")
    assert (copy.path_of(project) / "inside/a.py").read_text() == "edited"
