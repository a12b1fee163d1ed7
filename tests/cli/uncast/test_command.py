"""The command around the edits: what it writes, says and refuses."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from orm_typing.cli.uncast import command
from orm_typing.cli.uncast.checker import Checker
from orm_typing.cli.uncast.questions import Question, Response
from tests.cli.calling import call

MODELS = """\
from sqliter.orm import BaseDBModel, ForeignKey


class Author(BaseDBModel):
    name: str


class Book(BaseDBModel):
    author: ForeignKey[Author] = ForeignKey(Author, related_name="books")
"""
BEFORE = """\
from typing import cast

from models import Author


def count(author: Author) -> int:
    return cast(int, author.books.count())
"""
AFTER = """\
from models import Author


def count(author: Author) -> int:
    return author.books.count()
"""


@pytest.fixture(autouse=True)
def shop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project, the working directory."""
    folder = tmp_path / "shop"
    folder.mkdir()
    (folder / "mypy.ini").write_text("[mypy]\nplugins = orm_typing.mypy\n")
    (folder / "models.py").write_text(MODELS)
    (folder / "views.py").write_text(BEFORE)
    monkeypatch.chdir(folder)
    return folder


def contents(folder: Path) -> dict[str, bytes]:
    """All files of the project."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.mark.skipif(shutil.which("patch") is None, reason="needs patch")
def test_without_write_it_shows_a_diff_that_patch_reads(shop: Path) -> None:
    before = contents(shop)
    result = call("uncast")
    assert result.exit_code == 0
    assert result.stderr.endswith("To change: orm-typing uncast --write\n")
    assert contents(shop) == before, "no cache, no copy, nothing is left in the project"
    assert "-    return cast(int, author.books.count())\n" in result.stdout
    subprocess.run(["patch", "-p1"], input=result.stdout, text=True, check=True)
    assert (shop / "views.py").read_text() == AFTER


def test_write_and_again(shop: Path) -> None:
    result = call("uncast", "--write")
    assert result.exit_code == 0
    assert "removed" in result.stderr
    assert "To change" not in result.stderr
    assert (shop / "views.py").read_text() == AFTER
    written = contents(shop)
    again = call("uncast", "--write")
    assert (again.exit_code, again.stdout) == (0, "")
    assert "Nothing to remove" in again.stderr
    assert contents(shop) == written


def test_check_tells_by_its_code(shop: Path) -> None:
    assert call("uncast", "--check").exit_code == 1
    (shop / "views.py").write_text(AFTER)
    assert call("uncast", "--check").exit_code == 0


def test_json(shop: Path) -> None:
    (shop / "views.py").write_text(f"{BEFORE}\n\nkey = cast(str, 1)\n")
    cast = {"path": "views.py", "kind": "cast"}
    assert json.loads(call("uncast", "--json").stdout) == {
        "written": False,
        "files": ["views.py"],
        "gone": [{**cast, "line": 7, "code": "cast(int, author.books.count())"}],
        "stays": [
            {
                **cast,
                "line": 10,
                "code": "cast(str, 1)",
                "reason": "without it the type is int",
            }
        ],
        "skipped": {},
    }


def test_line_endings_and_encoding_stay(shop: Path) -> None:
    text = f"# -*- coding: latin-1 -*-\n# é\n{BEFORE}".replace("\n", "\r\n")
    (shop / "views.py").write_bytes(text.encode("latin-1"))
    assert call("uncast", "--write").exit_code == 0
    written = f"# -*- coding: latin-1 -*-\n# é\n\n{AFTER}".replace("\n", "\r\n")
    assert (shop / "views.py").read_bytes() == written.encode("latin-1")


def test_form_feeds_stay(shop: Path) -> None:
    (shop / "views.py").write_text(BEFORE.replace("cast\n\n", "cast\n\f\n"))
    assert call("uncast", "--write").exit_code == 0
    assert (shop / "views.py").read_text() == f"\f\n{AFTER}"


@pytest.mark.parametrize("section", ["[mypy]", "[mypy-views]"], ids=["everywhere", "for a module"])
def test_warnings_that_are_off_are_needed_all_the_same(shop: Path, section: str) -> None:
    """They tell which comments nothing needs, and which code becomes unreachable."""
    (shop / "mypy.ini").write_text(
        f"[mypy]\nplugins = orm_typing.mypy\n{section.replace('[mypy]', '')}\n"
        "warn_unused_ignores = False\nwarn_unreachable = False\n"
        "disable_error_code = unused-ignore, unreachable\n"
    )
    (shop / "views.py").write_text(
        "from typing import Any, cast\n\nfrom models import Author\n\n\n"
        "def count(author: Author) -> int:\n"
        "    rows = cast(Any, author.books.fetch_all())\n"
        "    if not isinstance(rows, list):\n"
        "        return 0\n"
        "    return author.books.count()  # type: ignore[attr-defined]\n"
    )
    result = json.loads(call("uncast", "--json", "views.py").stdout)
    assert [item["kind"] for item in result["gone"]] == ["type: ignore"]
    (stays,) = result["stays"]
    assert stays["reason"] == "without it mypy reports: Statement is unreachable  [unreachable]"


def test_only_the_named_files_change(shop: Path) -> None:
    (shop / "other.py").write_text(BEFORE)
    assert call("uncast", "--write", "views.py").exit_code == 0
    assert (shop / "views.py").read_text() == AFTER
    assert (shop / "other.py").read_text() == BEFORE


def test_what_mypy_leaves_out_is_left_out(shop: Path) -> None:
    (shop / "mypy.ini").write_text("[mypy]\nplugins = orm_typing.mypy\nexclude = old\n")
    (shop / "old").mkdir()
    (shop / "old" / "views.py").write_text(BEFORE)
    assert call("uncast", "--write").exit_code == 0
    assert (shop / "views.py").read_text() == AFTER
    assert (shop / "old" / "views.py").read_text() == BEFORE


def test_the_rest_of_the_project_is_checked_too(shop: Path) -> None:
    """A cast in one file decides what another may assign."""
    (shop / "views.py").write_text(
        "from typing import cast\n\nfrom models import Author\n"
        "from sqliter.orm import BaseDBModel\n\nlatest = cast(BaseDBModel, Author(name='Jane'))\n"
    )
    (shop / "user.py").write_text(
        "import views\nfrom sqliter.orm import BaseDBModel\n\n\n"
        "def put(row: BaseDBModel) -> None:\n    views.latest = row\n"
    )
    result = json.loads(call("uncast", "--json", "views.py").stdout)
    assert result["gone"] == []
    (stays,) = result["stays"]
    assert stays["reason"].startswith("without it mypy reports: Incompatible types in assignment")


def test_errors_that_were_there_before_do_not_matter(shop: Path) -> None:
    unclean = BEFORE.replace("count())", "count(1 + ''))")
    (shop / "views.py").write_text(f"wrong: int = ''\n{unclean}\n\nwrong = ''\n")
    assert call("uncast", "--write").exit_code == 0
    assert "    return author.books.count(1 + '')\n" in (shop / "views.py").read_text()


def test_a_cast_in_one_that_stays_is_tried(shop: Path) -> None:
    """Both can't be tried at once, and nothing else goes."""
    (shop / "views.py").write_text(
        "from typing import Any, cast\n\nfrom models import Author\n\n\n"
        "def note(author: Author, notes: dict[str, Any]) -> str:\n"
        "    return cast(str, notes[cast(Author, author).name])\n"
    )
    result = json.loads(call("uncast", "--json", "--write").stdout)
    assert [item["code"] for item in result["gone"]] == ["cast(Author, author)"]
    (stays,) = result["stays"]
    assert stays["reason"] == "without it the type is Any"
    assert "return cast(str, notes[author.name])" in (shop / "views.py").read_text()


def test_a_declaration_that_hides_a_mistake_keeps_no_cast(shop: Path) -> None:
    """What mypy reports without it is in the function of the cast, which is not to blame."""
    declared = "    name: str\n\n    if TYPE_CHECKING:\n        books: Any\n"
    (shop / "models.py").write_text(
        "from typing import TYPE_CHECKING, Any\n\n" + MODELS.replace("    name: str\n", declared)
    )
    (shop / "views.py").write_text(
        BEFORE.replace("    return", "    author.books.nowhere()\n    return").replace(
            "author.books.count()", "author.pk"
        )
    )
    result = json.loads(call("uncast", "--json").stdout)
    assert [item["kind"] for item in result["gone"]] == ["import", "cast"]
    (stays,) = result["stays"]
    assert stays["kind"] == "declaration"
    assert '"nowhere"' in stays["reason"]


def test_modules_of_one_name_are_checked_by_the_given_paths(shop: Path) -> None:
    """As a whole mypy can't check such a project."""
    for folder in ("a", "b"):
        (shop / folder).mkdir()
        (shop / folder / "conftest.py").write_text("")
    assert call("uncast", "--write", "views.py").exit_code == 0
    assert (shop / "views.py").read_text() == AFTER


def test_relative_paths_of_the_configuration_mean_the_same(shop: Path) -> None:
    source, shared = shop / "src", shop.parent / "shared"
    source.mkdir()
    shared.mkdir()
    (shop / "views.py").rename(source / "views.py")
    (shop / "models.py").rename(shared / "models.py")
    (shop / "mypy.ini").write_text(
        "[mypy]\nplugins = orm_typing.mypy\nfiles = src\nmypy_path = ../shared\n"
    )
    assert call("uncast", "--write").exit_code == 0
    assert (source / "views.py").read_text() == AFTER


def test_a_package_that_is_not_installed_here(shop: Path) -> None:
    """What would need the comment can't be known then."""
    text = "import nowhere\n\nnowhere.run().go  # type: ignore[attr-defined]\n"
    (shop / "views.py").write_text(text)
    result = json.loads(call("uncast", "--json").stdout)
    assert result["gone"] == []
    assert "nowhere" in result["stays"][0]["reason"]


@pytest.mark.parametrize(
    ("name", "text", "reason"),
    [
        ("broken.py", b"def (:\n", "broken.py"),
        ("binary.py", b"name = '\xff'\n", "encoding"),
        ("long.py", b"total = 1" + b" + 1" * 2000 + b"\n", "nested too deeply"),
    ],
)
def test_a_file_that_can_not_be_read_is_named(
    shop: Path, name: str, text: bytes, reason: str
) -> None:
    (shop / name).write_bytes(text)
    result = call("uncast", "--write")
    assert result.exit_code == 3, result.stderr
    assert f"skipped: {name}" in result.stderr
    assert reason in result.stderr
    assert (shop / "views.py").read_text() == AFTER


def test_a_path_outside_of_the_project_is_refused(shop: Path) -> None:
    outside = shop.parent / "outside.py"
    outside.write_text(BEFORE)
    result = call("uncast", "--write", "views.py", str(outside))
    assert result.exit_code == 2
    assert "outside the project" in result.stderr
    assert (shop / "views.py").read_text() == BEFORE


def test_without_the_plugin_it_says_how_to_set_it_up(shop: Path) -> None:
    (shop / "mypy.ini").write_text("[mypy]\nstrict = True\n")
    result = call("uncast", "--write")
    assert result.exit_code == 2
    assert "orm-typing init" in result.stderr
    assert (shop / "views.py").read_text() == BEFORE


def test_a_project_that_mypy_can_not_check_is_refused(shop: Path) -> None:
    (shop / "crash.py").write_text("def plugin(version):\n    raise RuntimeError('no')\n")
    (shop / "mypy.ini").write_text("[mypy]\nplugins = orm_typing.mypy, ./crash.py\n")
    result = call("uncast", "--write")
    assert result.exit_code == 2
    assert "RuntimeError" in result.stderr
    assert (shop / "views.py").read_text() == BEFORE


def test_a_file_that_changed_meanwhile_is_not_overwritten(
    shop: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Then nothing is written: the edits of all files were checked together."""
    (shop / "other.py").write_text(BEFORE)
    run = Checker.run

    def run_and_edit(
        self: Checker, texts: Mapping[str, str], questions: Mapping[str, Sequence[Question]]
    ) -> Response:
        (shop / "views.py").write_text(f"{BEFORE}# a note\n")
        return run(self, texts, questions)

    monkeypatch.setattr(Checker, "run", run_and_edit)
    result = call("uncast", "--write")
    assert result.exit_code == 2
    assert "changed while mypy was running" in result.stderr
    assert (shop / "views.py").read_text() == f"{BEFORE}# a note\n"
    assert (shop / "other.py").read_text() == BEFORE


def test_a_full_disk_leaves_all_as_it_was(shop: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(changes: object) -> None:
        raise OSError("No space left on device")

    monkeypatch.setattr(command, "write_sources", refuse)
    result = call("uncast", "--write")
    assert result.exit_code == 2
    assert "No space left on device" in result.stderr
    assert (shop / "views.py").read_text() == BEFORE


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_an_interruption_leaves_nothing_behind(shop: Path) -> None:
    before = contents(shop)
    temporary = shop.parent / "temporary"
    temporary.mkdir()
    # A background job of a shell ignores the signal, and so would its children.
    program = (
        "import signal; signal.signal(signal.SIGINT, signal.default_int_handler); "
        "from orm_typing.cli import main; main()"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", program, "uncast", "--write"],
        env={**os.environ, "TMPDIR": str(temporary)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    deadline = time.monotonic() + 60
    while not list(temporary.glob("*/request.json")) and time.monotonic() < deadline:
        time.sleep(0.05)
    os.killpg(process.pid, signal.SIGINT)
    assert process.wait(60) != 0
    assert contents(shop) == before
    assert list(temporary.iterdir()) == []


def test_write_and_check_exclude_each_other() -> None:
    assert call("uncast", "--write", "--check").exit_code == 2
