"""Odd modules: the command gets through them, and what it writes is harmless."""

from __future__ import annotations

from pathlib import Path

import pytest

from orm_typing.cli.project import open_project
from tests.cli.calling import call
from tests.cli.declare.executed import executed
from tests.cli.declare.topics import TOPICS, copied
from tests.robustness.shapes import HEADER, SHAPES


def relations(folder: Path) -> set[tuple[str, ...]]:
    """What the index says of a project, without lines."""
    project = open_project()
    modules = list(project.modules(sorted(folder.rglob("*.py"))))
    return {
        (*one.key, str(one.target_module), str(one.nullability_is_lost))
        for module in modules
        if (index := project.index_of(module)) is not None
        for one in index.relations
    }


@pytest.mark.parametrize("name", SHAPES)
def test_shapes(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    module = tmp_path / "shape.py"
    text = f"{HEADER}{SHAPES[name]}"
    module.write_text(text, encoding="utf-8", newline="")
    first = call("declare", "--write")
    if first.exit_code == 3:
        assert "shape.py: skipped: " in first.stderr
        assert module.read_bytes().decode() == text
        return
    assert first.exit_code == 0
    once = module.read_bytes().decode()
    assert executed(once) == executed(text)
    assert call("declare", "--check").exit_code == 0
    call("declare", "--write")
    assert module.read_bytes().decode() == once


@pytest.mark.parametrize("topic", TOPICS)
def test_declarations_make_no_relations(
    topic: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nor undo any: an import that is for checkers only could explain a string."""
    folder = copied(topic, "before", tmp_path)
    monkeypatch.chdir(folder)
    before = relations(folder)
    assert before or topic == "written_by_hand"
    call("declare", "--write")
    assert _without_lines(relations(folder)) == _without_lines(before)


def _without_lines(found: set[tuple[str, ...]]) -> set[tuple[str, ...]]:
    """A class in a function has its line in its name."""
    return {tuple(part.partition("@")[0] for part in one) for one in found}
