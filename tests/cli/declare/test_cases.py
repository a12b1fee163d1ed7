"""Each topic becomes what its ``after`` says, and stays that."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.calling import call
from tests.cli.declare.topics import CASES, TOPICS, copied, texts


@pytest.fixture
def project(topic: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A topic's project before, as the working directory."""
    folder = copied(topic, "before", tmp_path)
    monkeypatch.chdir(folder)
    return folder


@pytest.mark.parametrize("topic", TOPICS)
def test_what_it_writes(topic: str, project: Path) -> None:
    before = texts(project)
    after = texts(CASES / topic / "after")
    assert before.keys() == after.keys()
    assert call("declare").exit_code == 0
    assert texts(project) == before, "without --write nothing changes"
    assert call("declare", "--check").exit_code == (before != after)
    assert call("declare", "--write").exit_code == 0
    assert texts(project) == after


@pytest.mark.parametrize("topic", TOPICS)
def test_twice_is_once(topic: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = copied(topic, "after", tmp_path)
    monkeypatch.chdir(folder)
    once = texts(folder)
    assert call("declare", "--check").exit_code == 0
    assert call("declare").stdout == ""
    call("declare", "--write")
    assert texts(folder) == once
