"""Nothing changes when the program runs, on the real libraries."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import Any

import pytest

from tests.cli.declare import runtime
from tests.cli.declare.executed import executed
from tests.cli.declare.topics import CASES, RUNNABLE, TOPICS, copied, texts


@pytest.fixture(scope="module")
def described(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[Any, Any]]:
    """Of each topic, what its models are before and after."""
    if not hasattr(os, "fork"):
        pytest.skip("no fork")
    folder = tmp_path_factory.mktemp("projects")
    projects = [
        copied(topic, state, folder / topic) for topic in RUNNABLE for state in ("before", "after")
    ]
    done = subprocess.run(
        [sys.executable, runtime.__file__, *map(str, projects)],
        capture_output=True,
        text=True,
        check=True,
    )
    answers = json.loads(done.stdout)
    return dict(zip(RUNNABLE, zip(answers[::2], answers[1::2], strict=True), strict=True))


@pytest.mark.parametrize("topic", RUNNABLE)
def test_models_are_the_same(topic: str, described: dict[str, tuple[Any, Any]]) -> None:
    before, after = described[topic]
    assert "failed" not in before, before
    assert before
    assert after == before


def test_nullable_keys_stay_nullable(described: dict[str, tuple[Any, Any]]) -> None:
    """SQLiter finds out with ``get_type_hints``, which one bad annotation would upset."""
    _, after = described["nullable_keys"]
    keys = {
        f"{model.rpartition('.')[2]}.{name}": "null=True" in info
        for model, said in after.items()
        for name, info in said["foreign keys"].items()
    }
    assert keys == {
        "Book.author": False,
        "Book.editor": True,
        "Book.translator": True,
        "Book.illustrator": True,
        "Song.composer": False,
        "Song.arranger": True,
        "Picture.painter": False,
    }


@pytest.mark.parametrize("topic", TOPICS)
def test_what_is_executed_is_the_same(topic: str) -> None:
    before, after = texts(CASES / topic / "before"), texts(CASES / topic / "after")
    for path, text in before.items():
        assert executed(text) == executed(after[path]), path
