"""The reference is what it claims to be: a run that knows nothing of the project."""

from __future__ import annotations

import inspect
import itertools
from typing import TYPE_CHECKING

import pytest

from . import stories
from .checker import MYPY, run
from .modes import Target
from .runner import Stage
from .walk import snapshots

if TYPE_CHECKING:
    from pathlib import Path

    from .checker import Checker, ThirdPartyCaches
    from .scenario import Scenario


@pytest.mark.parametrize(
    "story",
    stories.named("relation-in-a-new-file,string-target-moves,two-roots,loaded-relation"),
    ids=lambda story: story.name,
)
def test_libraries_in_the_cache_change_no_message(
    story: Scenario, tmp_path: Path, caches: ThirdPartyCaches, checker: Checker
) -> None:
    arguments = story.layout.paths
    with Stage(tmp_path, story.layout, (), caches, checker) as stage:
        *_, last = story.snapshots()
        stage.workspace.show(last.project)
        without_cache = run((*MYPY, "--cache-dir=/dev/null", *arguments), stage.workspace.project)
        assert stage.cold(Target.PACKAGE) == without_cache


def test_every_edit_says_what_the_user_did() -> None:
    edits = [step.edit for story in stories.ALL for step in story.steps]
    assert [edit.__name__ for edit in edits if not inspect.getdoc(edit)] == []


def test_every_story_has_its_own_name_and_expects_something() -> None:
    assert len(stories.BY_NAME) == len(stories.ALL)
    for story in stories.ALL:
        assert story.opening or any(step.expected for step in story.steps), story.name


def test_every_edit_changes_something_unless_it_says_otherwise() -> None:
    for story in stories.ALL:
        told = list(story.snapshots())
        for before, after in itertools.pairwise(told):
            is_same = before.project == after.project
            assert is_same == (after.name == "change_nothing"), (story.name, after.name)


def test_a_walk_is_the_same_for_the_same_seed() -> None:
    assert [s.project for s in snapshots(3, 30)] == [s.project for s in snapshots(3, 30)]
    assert [s.project for s in snapshots(3, 30)] != [s.project for s in snapshots(4, 30)]
