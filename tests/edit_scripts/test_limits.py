"""The limits that `modes.py` states are real: a limit that is gone must be taken out there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from . import stories
from .modes import (
    BY_NAME,
)
from .runner import Outcome, tell

if TYPE_CHECKING:
    from pathlib import Path

    from .checker import Checker, ThirdPartyCaches


@pytest.mark.parametrize(
    ("mode_name", "story_name", "steps"),
    [
        ("dmypy-check-file", "relation-in-a-new-file", {"add_reviews"}),
        ("dmypy-recheck-file", "relation-in-a-new-file", {"add_reviews"}),
        ("dmypy-recheck-package", "bases-of-the-target", {"take_back"}),
        ("dmypy-recheck-package", "relation-in-a-new-file", {"add_reviews"}),
        ("dmypy-run-file", "star-import", {"hide_the_target_from_the_star"}),
        ("dmypy-run-file", "module-becomes-a-package", {"package_of_models"}),
    ],
)
def test_a_limit_is_met_and_its_remedy_helps(
    mode_name: str,
    story_name: str,
    steps: set[str],
    tmp_path: Path,
    caches: ThirdPartyCaches,
    checker: Checker,
) -> None:
    mode, story = BY_NAME[mode_name], stories.BY_NAME[story_name]
    cells = list(tell(story, (mode,), tmp_path / "story", caches, checker))
    shown = [cell for cell in cells if cell.mode == mode.name]
    assert [str(cell) for cell in shown if cell.outcome is Outcome.WRONG] == []
    assert {cell.snapshot.name for cell in shown if cell.outcome is Outcome.LIMIT} >= steps
