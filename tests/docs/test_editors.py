"""`docs/editors.md`: the settings can be read, the servers are those of the tests, mypy says so."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

import pytest

from tests.examples.running import copied
from tests.language_servers.servers import SERVERS

from .checking import check
from .pages import REPOSITORY, code_blocks

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

PAGE = REPOSITORY / "docs" / "editors.md"
TEXT = PAGE.read_text(encoding="utf-8")
BLOCKS = code_blocks(PAGE)
STRINGS = re.compile(r'"([^"]*)"')
MESSAGE = re.compile(r"(?P<path>/[^:]+\.py):(?P<line>\d+):(?P<column>\d+): (?:error|note): ")


def test_settings_can_be_read() -> None:
    """And what is said of pyrefly's is what the tests give it."""
    languages = {block.language for block in BLOCKS}
    assert languages == {"console", "json", "toml", "lua"}
    for block in BLOCKS:
        if block.language == "json":
            assert all("." in name for name in json.loads(block.text))
        if block.language == "toml":
            tomllib.loads(block.text)
    assert SERVERS["pyrefly"].files["pyrefly.toml"] in [block.text for block in BLOCKS]


def test_the_servers_are_started_as_in_the_tests() -> None:
    rows = re.findall(r"^\| (\w+) \| `\{ (.+) \}` \|$", TEXT, re.MULTILINE)
    assert {name: tuple(STRINGS.findall(words)) for name, words in rows} == {
        name: server.command for name, server in SERVERS.items()
    }
    lua = "".join(block.text for block in BLOCKS if block.language == "lua")
    named = re.findall(r'vim\.lsp\.(?:config|enable)\("(\w+)"', lua)
    assert set(named) <= set(SERVERS)
    for name, words in re.findall(r'config\("(\w+)", \{\s+cmd = \{ (.+) \}', lua):
        assert tuple(STRINGS.findall(words)) == SERVERS[name].command


@pytest.fixture
def bookshop(tmp_path: Path) -> Path:
    """A copy of the example, elsewhere than the repository."""
    return copied("bookshop", tmp_path)


def test_one_file_is_enough_for_the_plugin(bookshop: Path) -> None:
    """An editor may give mypy the path of the open file only."""
    whole = check(bookshop, "bookshop", "tour.py").said["tour.py"]
    alone = check(bookshop, str(bookshop / "tour.py")).said["tour.py"]
    assert any("ReverseQuery" in said.message for said in whole)
    assert alone == whole


@pytest.mark.parametrize("place", ["Arguments", "makeprg"])
def test_the_options_of_mypy(place: str, bookshop: Path) -> None:
    """Each line of the output begins with the place, as the filters expect."""
    found = re.search(rf"{place}.*?-m mypy ([\w -]+)", TEXT)
    assert found is not None
    options = [*found[1].split(), "--show-absolute-path"]
    output = check(bookshop, *options, "tour.py").output.splitlines()
    assert output
    assert all(MESSAGE.match(line) for line in output), output[0]
