"""A short random walk; `walk.py` takes longer ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from .modes import EVERY_STORY
from .runner import Outcome
from .walk import explain, snapshots, walk

if TYPE_CHECKING:
    from pathlib import Path

    from .checker import Checker, ThirdPartyCaches

STEPS = 12


@pytest.mark.parametrize("seed", [1, 2])
def test_walk(seed: int, tmp_path: Path, caches: ThirdPartyCaches, checker: Checker) -> None:
    path = list(snapshots(seed, STEPS))
    for cell in walk(path, EVERY_STORY, tmp_path / "walk", caches, checker):
        if cell.outcome is Outcome.WRONG:
            until = path[: cell.snapshot.number + 1]
            pytest.fail(f"seed {seed}\n{explain(until, cell, checker, seconds=20)}")
