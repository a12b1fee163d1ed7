"""The entries of libraries: what is kept of mypy's cache, and what a damaged file does."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple
from zipfile import ZipFile

import pytest

from orm_typing.cli.uncast.checker import Checker
from orm_typing.cli.uncast.library_cache import LibraryCache
from orm_typing.cli.uncast.questions import Request, Response
from tests.cli.calling import call


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    """A cache of mypy with a library, a package of the project, and the plugins."""
    folder = tmp_path / "cache"
    names = ["lib/__init__.data.ff", "lib/__init__.meta.ff", "lib/a.data.ff", "shop/a.data.ff"]
    for number, name in enumerate([*names, "@plugins_snapshot.json"], 1):
        path = folder / "3.11" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(name.encode())
        os.utime(path, (number, number))
    (folder / "missing_stubs").write_text("lib")
    return folder


def contents(folder: Path) -> dict[str, tuple[bytes, int]]:
    """All files with their times."""
    return {
        path.relative_to(folder).as_posix(): (path.read_bytes(), int(path.stat().st_mtime))
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_entries_of_libraries_come_back_with_their_times(cache: Path, tmp_path: Path) -> None:
    archive, other = tmp_path / "kept.zip", tmp_path / "other"
    LibraryCache(archive, cache).keep({"lib/__init__", "lib/a"})
    LibraryCache(archive, other).restore()
    assert contents(other) == {
        "3.11/lib/__init__.data.ff": (b"lib/__init__.data.ff", 1),
        "3.11/lib/__init__.meta.ff": (b"lib/__init__.meta.ff", 2),
        "3.11/lib/a.data.ff": (b"lib/a.data.ff", 3),
        "3.11/@plugins_snapshot.json": (b"@plugins_snapshot.json", 5),
    }
    assert sorted(tmp_path.glob("kept*")) == [archive]


@pytest.mark.parametrize("name", ["../outside", "3.11/../../outside", "/outside"])
def test_nothing_is_written_outside_of_the_cache(tmp_path: Path, name: str) -> None:
    archive, folder = tmp_path / "kept.zip", tmp_path / "other"
    with ZipFile(archive, "w") as made:
        made.writestr("times", json.dumps({name: 1, "3.11/lib.data.ff": 1}))
        made.writestr(name, "")
        made.writestr("3.11/lib.data.ff", "")
    LibraryCache(archive, folder).restore()
    assert sorted(contents(tmp_path).keys() - {"kept.zip"}) == ["other/3.11/lib.data.ff"]


def test_it_is_written_only_if_something_is_new(cache: Path, tmp_path: Path) -> None:
    archive = tmp_path / "kept.zip"
    LibraryCache(archive, cache).keep({"lib/a"})
    os.utime(archive, (1, 1))
    again = LibraryCache(archive, cache)
    again.restore()
    again.keep({"lib/a"})
    assert archive.stat().st_mtime == 1
    os.utime(cache / "3.11/lib/a.data.ff", (9, 9))
    again.keep({"lib/a"})
    assert archive.stat().st_mtime != 1


def cut(archive: Path) -> None:
    """Half of it is missing."""
    archive.write_bytes(archive.read_bytes()[: archive.stat().st_size // 2])


def flip(archive: Path) -> None:
    """A byte of an entry is another one."""
    content = bytearray(archive.read_bytes())
    place = content.index(b"lib/a.data.fflib/a.data.ff") + 20
    content[place] ^= 1
    archive.write_bytes(bytes(content))


def empty(archive: Path) -> None:
    """Nothing is in it."""
    archive.write_bytes(b"")


def without_times(archive: Path) -> None:
    """It is of another kind."""
    with ZipFile(archive, "w") as file:
        file.writestr("other", "")


@pytest.mark.parametrize("damage", [cut, flip, empty, without_times, Path.unlink])
def test_nothing_comes_back_of_a_damaged_file(
    damage: Callable[[Path], None], cache: Path, tmp_path: Path
) -> None:
    archive, other = tmp_path / "kept.zip", tmp_path / "other"
    LibraryCache(archive, cache).keep({"lib/a"})
    damage(archive)
    LibraryCache(archive, other).restore()
    assert not other.exists()


def test_a_folder_that_can_not_be_written_is_no_reason_to_stop(cache: Path, tmp_path: Path) -> None:
    LibraryCache(tmp_path / "gone" / "kept.zip", cache).keep({"lib/a"})
    assert not (tmp_path / "gone").exists()


class Shop(NamedTuple):
    """A project with a cache folder of mypy, after the command."""

    folder: Path
    archive: Path
    result: dict[str, Any]


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Shop:
    folder = tmp_path_factory.mktemp("shop")
    (folder / "mypy.ini").write_text("[mypy]\nplugins = orm_typing.mypy\n")
    (folder / ".mypy_cache").mkdir()
    (folder / "models.py").write_text(
        "from sqliter.orm import BaseDBModel, ForeignKey\n\n\n"
        "class Author(BaseDBModel):\n    name: str\n\n\n"
        "class Book(BaseDBModel):\n"
        '    author: ForeignKey[Author] = ForeignKey(Author, related_name="books")\n'
    )
    (folder / "views.py").write_text(
        "from typing import cast\n\nfrom models import Author\n\n\n"
        "def count(author: Author) -> int:\n    return cast(int, author.books.count())\n"
    )
    result = uncast(folder)
    (archive,) = (folder / ".mypy_cache").iterdir()
    return Shop(folder, archive, result)


def uncast(folder: Path) -> dict[str, Any]:
    """What the command says."""
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        result: dict[str, Any] = json.loads(call("uncast", "--json").stdout)
        return result


def test_only_libraries_are_kept(shop: Shop) -> None:
    with ZipFile(shop.archive) as archive:
        stems = {Path(name).name.partition(".")[0] for name in archive.namelist()}
    assert {"builtins", "@plugins_snapshot"} < stems
    assert stems.isdisjoint({"views", "models"}), "the project is looked at each time"


def test_the_next_call_begins_with_them(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[set[str]] = []
    call_once = Checker._call_once

    def watch(self: Checker, request: Request) -> Response:
        response = call_once(self, request)
        cache = Path(request.project).with_name("cache")
        new = {path for path in cache.rglob("*.meta.*") if path.stat().st_mtime > started}
        seen.append({path.name.partition(".")[0] for path in new})
        return response

    monkeypatch.setattr(Checker, "_call_once", watch)
    started = shop.archive.stat().st_mtime
    assert uncast(shop.folder) == shop.result
    assert {item["kind"] for item in shop.result["gone"]} == {"cast", "import"}
    assert "builtins" not in seen[0], "taken from the file"
    assert {"views", "models"} <= seen[0]


def test_entries_that_mypy_stops_at_are_thrown_away(shop: Shop) -> None:
    """Their checksums may be right all the same."""
    with ZipFile(shop.archive) as archive:
        contents = {name: archive.read(name) for name in archive.namelist()}
    with ZipFile(shop.archive, "w") as archive:
        for name, content in contents.items():
            archive.writestr(name, content if ".data." not in name else b"\xff" * len(content))
    assert uncast(shop.folder) == shop.result
    with ZipFile(shop.archive) as archive:
        assert all(archive.read(name)[:9] != b"\xff" * 9 for name in archive.namelist())


@pytest.mark.parametrize("line", ["cache_dir = nowhere", "incremental = False"])
def test_without_a_cache_of_mypy_nothing_is_kept(shop: Shop, tmp_path: Path, line: str) -> None:
    (tmp_path / ".mypy_cache").mkdir()
    (tmp_path / "mypy.ini").write_text(f"[mypy]\nplugins = orm_typing.mypy\n{line}\n")
    (tmp_path / "views.py").write_text("from typing import cast\n\nkey = cast(int, 1)\n")
    assert uncast(tmp_path)["files"] == ["views.py"]
    assert list((tmp_path / ".mypy_cache").iterdir()) == []
    assert not (tmp_path / "nowhere").exists()
