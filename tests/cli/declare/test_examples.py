"""The examples, declared in a copy: they run as before, and checkers without a plugin know more."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from tests.checkers.runners import CHECKERS
from tests.cli.calling import call
from tests.edit_scripts.checker import MYPY
from tests.examples.running import copied, run

# What each example gets, of all kinds.
EXAMPLES = {
    "bookshop": {"books", "author_id", "translator_id", "inspired", "followers", "events"},
    "library_api": {"works", "copy_set", "fine", "language_id"},
}
if sys.version_info < (3, 11):
    del EXAMPLES["library_api"]  # djanorm needs it
WITHOUT_PLUGIN = [name for name in CHECKERS if not name.startswith("mypy-")]
# basedpyright reports cycles of imports below `if TYPE_CHECKING:` too.
CYCLE = "Cycle detected in import chain"
NAME = re.compile(r"""["'`](\w+)["'`]""")


@pytest.fixture(scope="module", params=EXAMPLES)
def example(request: pytest.FixtureRequest) -> str:
    """The name of an example."""
    name: str = request.param
    return name


@pytest.fixture(scope="module")
def before(example: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example as it is."""
    return copied(example, tmp_path_factory.mktemp("before"))


@pytest.fixture(scope="module")
def after(example: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example, declared."""
    folder = copied(example, tmp_path_factory.mktemp("after"))
    with pytest.MonkeyPatch.context() as monkeypatch:
        monkeypatch.chdir(folder)
        assert call("declare", "--write").exit_code == 0
        assert call("declare", "--check").exit_code == 0
    return folder


def declared_in(folder: Path) -> set[str]:
    """All names that the command declared."""
    text = "".join(path.read_text(encoding="utf-8") for path in folder.rglob("*.py"))
    lines = re.findall(r"^ {8}(\w+): (.+)$", text, re.MULTILINE)
    kinds = re.compile(r"Reverse|= (0|None|\"\")$")
    return {name for name, annotation in lines if kinds.search(annotation)}


def test_it_declares_all_kinds(example: str, after: Path) -> None:
    assert EXAMPLES[example] <= declared_in(after)


def test_it_runs_as_before(example: str, before: Path, after: Path) -> None:
    outputs = [run([sys.executable, "-m", example], folder) for folder in (before, after)]
    assert [done.returncode for done in outputs] == [0, 0]
    assert outputs[0].stdout == outputs[1].stdout
    assert outputs[1].stderr == ""


def test_the_plugin_says_the_same(example: str, before: Path, after: Path) -> None:
    outputs = [run([*MYPY, example, "tour.py"], folder).stdout for folder in (before, after)]
    assert "Revealed type" in outputs[0]
    assert outputs[0] == outputs[1]


@pytest.mark.parametrize("checker", WITHOUT_PLUGIN)
def test_a_checker_knows_what_is_declared(checker: str, before: Path, after: Path) -> None:
    """What is left is older, and about something else: what a query loads, or adds to its rows."""
    old, new = (
        {
            (finding.path, finding.message)
            for finding in CHECKERS[checker](folder.resolve())
            if not finding.revealed and CYCLE not in finding.message
        }
        for folder in (before, after)
    )
    names = declared_in(after)
    assert any(names & set(NAME.findall(message)) for _, message in old), "it did not know before"
    assert [found for found in new if names & set(NAME.findall(found[1]))] == []
    assert new - old == set()
