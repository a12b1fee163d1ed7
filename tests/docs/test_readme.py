"""What the README shows works: set-up, examples, tables and versions."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from orm_typing.compatibility import NEWEST, NEWEST_PYTHON, OLDEST, OLDEST_PYTHON
from orm_typing.messages.codes import ERROR_CODES
from orm_typing.orms import LIBRARIES, Library

from .checking import Checked, check, prints, reveals, run, write_project
from .pages import README, REPOSITORY, Said, code_blocks, expected, named_files, typed_rows

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

TEXT = README.read_text(encoding="utf-8")
BLOCKS = code_blocks(README)
FILES = named_files(README)
CONFIGURATIONS = [block for block in BLOCKS if block.language in ("ini", "toml")]
PROJECT = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))["project"]


ROWS = typed_rows(README)
"""The tables under "What is typed"."""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All files that the README names, and one that reveals what its tables promise."""
    folder = tmp_path_factory.mktemp("readme")
    return write_project(folder, {**FILES, "revealing.py": _revealing()})


@pytest.fixture(scope="session")
def caches(tmp_path_factory: pytest.TempPathFactory) -> Callable[[bool], Path]:
    """One cache for all runs with this plugin, another for those with pydantic's as well."""
    folder = tmp_path_factory.mktemp("caches")
    return lambda with_pydantic: folder / ("pydantic" if with_pydantic else "alone")


@pytest.fixture(scope="module")
def checked(project: Path, caches: Callable[[bool], Path]) -> Checked:
    """One run of mypy over all of them."""
    return check(project, ".", cache=caches(False))


def _revealing() -> str:
    return f"""\
from library import Author, Book, Event, Speaker, Tag
from sqliter import SqliterDB
from sqliter.asyncio import AsyncSqliterDB


async def reveal(
    author: Author, book: Book, tag: Tag, event: Event, speaker: Speaker,
    db: SqliterDB, adb: AsyncSqliterDB,
) -> None:
{reveals(row.expression for row in ROWS)}
"""


@pytest.mark.parametrize("name", [name for name in FILES if name != "before.py"])
def test_the_files_give_the_messages_that_they_show(name: str, checked: Checked) -> None:
    assert checked.said.get(name, []) == sorted(expected(FILES[name]))


def test_redundant_casts_are_shown(checked: Checked) -> None:
    said = checked.said["before.py"]
    assert any(one.message == 'error: Redundant cast to "int"  [redundant-cast]' for one in said)


def test_the_tables_say_what_mypy_reveals(checked: Checked) -> None:
    assert checked.revealed("revealing.py") == [row.mypy for row in ROWS], checked.output


def test_the_examples_run_and_the_tables_say_what_happens_at_runtime(project: Path) -> None:
    (project / "running.py").write_text(
        f"""\
import asyncio
import runpy
from sqliter import SqliterDB
from sqliter.asyncio import AsyncSqliterDB
from sqliter.orm import ModelRegistry


for name in ("before.py", "after.py", "declared.py"):
    runpy.run_path(name)
    ModelRegistry.reset()  # as in a process of its own

from library import Author, Book, Event, Speaker, Tag


async def main() -> None:
    db = SqliterDB(memory=True)
    for table in (Author, Tag, Book):
        db.create_table(table)
    author = db.insert(Author(name="Jane Austen"))
    tag = db.insert(Tag(name="novel"))
    book = db.insert(Book(title="Emma", author=author))
    book.tags.add(tag)
    adb = AsyncSqliterDB(memory=True)
    try:
        for table in (Speaker, Event):
            await adb.create_table(table)
        speaker = await adb.insert(Speaker(name="Ada"))
        event = await adb.insert(Event(title="Tea", speaker=speaker))
{prints((row.expression for row in ROWS), indent=8)}
    finally:
        await adb.close()


asyncio.run(main())
""",
        encoding="utf-8",
    )
    done = run(project, "running.py")
    assert done.stdout.split() == [row.runtime for row in ROWS], done.stderr


def test_without_the_plugin_the_casts_are_needed(project: Path, tmp_path: Path) -> None:
    """Checked against the library's own types: a folder in ``mypy_path`` goes before the stubs."""
    library = subprocess.run(
        [sys.executable, "-c", "import sqliter; print(sqliter.__path__[0])"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    ).stdout.strip()
    (tmp_path / "library").mkdir()
    (tmp_path / "library" / "sqliter").symlink_to(library)
    (tmp_path / "mypy.ini").write_text(
        "[mypy]\nmypy_path = library\nstrict = True\n[mypy-sqliter.*]\nignore_errors = True\n",
        encoding="utf-8",
    )
    for name in ("before.py", "after.py"):
        (tmp_path / name).write_text(FILES[name], encoding="utf-8")
    found = check(tmp_path, "before.py", "after.py").said
    first = next(n for n, line in enumerate(FILES["after.py"].splitlines(), 1) if "fetch" in line)
    assert set(found) == {"after.py"}
    assert (
        Said(first, 'error: "object" has no attribute "fetch_all"  [attr-defined]')
        in (found["after.py"])
    )


@pytest.mark.parametrize("number", range(len(CONFIGURATIONS)))
def test_the_configurations_work(
    number: int, tmp_path: Path, caches: Callable[[bool], Path]
) -> None:
    """Each as it stands: mypy accepts it, and the plugin answers."""
    block = CONFIGURATIONS[number]
    name = {"ini": "mypy.ini", "toml": "pyproject.toml"}[block.language]
    (tmp_path / name).write_text(block.text, encoding="utf-8")
    (tmp_path / "after.py").write_text(FILES["after.py"], encoding="utf-8")
    result = check(tmp_path, "after.py", cache=caches("pydantic.mypy" in block.text))
    assert result.said == {"after.py": sorted(expected(FILES["after.py"]))}, result.output
    shown = [line for line in result.output.splitlines() if not line.startswith("after.py:")]
    assert shown == []


def test_the_set_up_is_shown_alone_and_with_pydantic() -> None:
    shown = {(block.language, "pydantic.mypy" in block.text) for block in CONFIGURATIONS}
    assert shown == {("ini", False), ("ini", True), ("toml", False), ("toml", True)}


def test_the_error_codes_are_listed() -> None:
    section = TEXT.partition("\n## Error codes\n")[2].partition("\n## ")[0]
    listed = re.findall(r"^\| `([\w-]+)` \|", section, re.MULTILINE)
    assert listed == [code.code for code in ERROR_CODES]


def _versions() -> dict[str, str]:
    section = TEXT.partition("\n## Supported versions\n")[2].partition("\n## ")[0]
    return dict(re.findall(r"^\| ([\w-]+) \| ([^|]+) \|$", section, re.MULTILINE))


def test_versions_of_mypy() -> None:
    oldest, newest = (f"{major}.{minor}" for major, minor in (OLDEST, NEWEST))
    after_newest = f"{NEWEST[0]}.{NEWEST[1] + 1}"
    assert _versions()["mypy"] == f"{oldest} to {newest}"
    assert f"mypy>={oldest},<{after_newest}" in PROJECT["dependencies"]


def test_versions_of_python() -> None:
    prefix = "Programming Language :: Python :: 3."
    minors = [int(c[len(prefix) :]) for c in PROJECT["classifiers"] if c.startswith(prefix)]
    assert _versions()["Python"] == f"3.{min(minors)} to 3.{max(minors)}"
    assert ((3, min(minors)), (3, max(minors))) == (OLDEST_PYTHON, NEWEST_PYTHON)
    assert PROJECT["requires-python"] == f">=3.{min(minors)}"


@pytest.mark.parametrize(
    "name", ["sqliter-py", "pyright", "basedpyright", "ty", "pyrefly", "zuban"]
)
def test_versions_of_the_development_tools(name: str) -> None:
    pins = {
        found.group(1): found.group(2)
        for requirement in PROJECT["optional-dependencies"]["dev"]
        if (found := re.match(r"([\w-]+)(?:\[\w+\])?==(.+)", requirement))
    }
    assert _versions()[name] == pins[name]


@pytest.mark.parametrize("library", LIBRARIES, ids=lambda library: library.name)
def test_versions_of_the_libraries(library: Library) -> None:
    """The described version is the one that README names and the tests install."""
    names = (library.name, library.release.distribution)
    listed = {_versions().get(name, "").partition(" ")[0] for name in names}
    assert library.release.tested in listed
    if not library.release.is_published:
        return
    pins = [one.partition(";")[0] for one in PROJECT["optional-dependencies"]["dev"]]
    pinned = rf"{library.release.distribution}(\[\w+\])?=={re.escape(library.release.tested)}"
    assert any(re.fullmatch(pinned, pin) for pin in pins)


def test_the_commands_exist() -> None:
    makefile = (REPOSITORY / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([\w-]+):", makefile, re.MULTILINE))
    commands = set(re.findall(r"`make ([\w-]+)`", TEXT))
    assert commands
    assert commands <= targets


def test_the_pythons_that_make_tries() -> None:
    makefile = (REPOSITORY / "Makefile").read_text(encoding="utf-8")
    tried = re.search(r"^PYTHONS := (.+)$", makefile, re.MULTILINE)
    assert tried is not None
    minors = range(OLDEST_PYTHON[1], NEWEST_PYTHON[1] + 1)
    assert tried.group(1).split() == [f"3.{minor}" for minor in minors]


@pytest.mark.parametrize("page", [README, *sorted((REPOSITORY / "docs").rglob("*.md"))])
def test_links_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#\s]+)(?:#[\w-]+)?\)", page.read_text(encoding="utf-8")):
        if not target.startswith("http"):
            assert (page.parent / target).exists(), target
