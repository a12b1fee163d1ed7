"""The language servers answer as `questions.toml` says, and the page shows it."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.checkers.table import REPOSITORY

from .asking import SENTINEL, ask, module
from .client import Client
from .page import PAGE, page
from .questions import faults, rows
from .servers import SERVERS


@pytest.mark.parametrize("server", SERVERS)
def test_answers(server: str, project: Path) -> None:
    differences = [
        f"{question.library}/{question.name}: {answer!r}, not {rows()[question].answer(server)!r}"
        for question, answer in ask(SERVERS[server], project).items()
        if answer != rows()[question].answer(server)
    ]
    if differences:
        pytest.fail("\n".join(differences), pytrace=False)


@pytest.mark.parametrize("server", SERVERS)
def test_it_ends(server: str, tmp_path: Path) -> None:
    with Client(SERVERS[server].arguments, tmp_path, SERVERS[server].configuration) as client:
        client.initialise()
    assert client.ended_itself


OFF = {"python": {"pythonPath": sys.executable, "analysis": {"typeCheckingMode": "off"}}}


@pytest.mark.parametrize(
    ("server", "configuration"), [("pyrefly", {}), ("pyright", OFF)], ids=["pyrefly", "pyright"]
)
def test_settings_with_which_a_misspelt_name_is_not_marked(
    server: str, configuration: Mapping[str, object], project: Path
) -> None:
    """Pyrefly without a configuration in the project, pyright with checking switched off."""
    text = module("sqliter", ["author.boks", SENTINEL])
    line = text.splitlines().index("    author.boks")
    with Client(SERVERS[server].arguments, project, configuration) as client:
        client.initialise()
        address = client.open("editing_with_settings.py", text)
        client.wait_for_diagnostics(address, len(text.splitlines()) - 1)
        assert client.published(address, line) == []


def test_the_questions_have_no_stale_rows() -> None:
    assert list(faults()) == []


@pytest.mark.skipif(sys.version_info < (3, 11), reason="djanorm is not there")
def test_the_page_shows_the_answers() -> None:
    assert (REPOSITORY / PAGE).read_text(encoding="utf-8") == page(), "run `make conformance`"
