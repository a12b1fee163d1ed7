"""Every story, in the modes that its group asks for.

By default each story runs in the modes of ``EVERY_STORY``, and the ``THOROUGH`` ones in all the
others too. ``ORM_TYPING_EDIT_SCRIPTS=full`` runs
everything.
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import pytest

from . import stories
from .modes import EVERY_STORY, OTHERS
from .runner import Outcome, tell

if TYPE_CHECKING:
    from pathlib import Path

    from .checker import Checker, ThirdPartyCaches
    from .modes import Mode
    from .scenario import Scenario

GROUPS = {
    "batch": tuple(mode for mode in OTHERS if not mode.name.startswith("dmypy")),
    "daemon": tuple(mode for mode in OTHERS if mode.name.startswith("dmypy")),
}
# djanorm does not install on Python 3.10.
_DJANORM = ",djanorm-lookups" if sys.version_info >= (3, 11) else ""
THOROUGH = {
    "batch": stories.named(
        f"relation-in-a-new-file,redirected-re-export,two-roots,consumer-at{_DJANORM}"
    ),
    "daemon": stories.named(
        f"relation-in-a-new-file,moved-model,string-target-moves,tables-relations{_DJANORM}"
    ),
}
IS_FULL = os.environ.get("ORM_TYPING_EDIT_SCRIPTS") == "full"


def check(
    story: Scenario,
    modes: tuple[Mode, ...],
    directory: Path,
    caches: ThirdPartyCaches,
    checker: Checker,
) -> None:
    cells = list(tell(story, modes, directory / "story", caches, checker))
    wrong = [str(cell) for cell in cells if cell.outcome is Outcome.WRONG]
    for cell in cells:
        if cell.outcome is Outcome.LIMIT:
            print(cell)
    assert not wrong, "\n" + "\n".join(wrong)


@pytest.mark.parametrize("story", stories.ALL, ids=lambda story: story.name)
def test_story(story: Scenario, tmp_path: Path, caches: ThirdPartyCaches, checker: Checker) -> None:
    check(story, EVERY_STORY, tmp_path, caches, checker)


@pytest.mark.parametrize(
    ("group", "story"),
    [
        pytest.param(group, story, id=f"{story.name}-{group}")
        for group in GROUPS
        for story in (stories.ALL if IS_FULL else THOROUGH[group])
    ],
)
def test_story_in_other_modes(
    group: str, story: Scenario, tmp_path: Path, caches: ThirdPartyCaches, checker: Checker
) -> None:
    check(story, GROUPS[group], tmp_path, caches, checker)
