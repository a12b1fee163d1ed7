"""Shortens a walk that found a difference, by trying parts of it again."""

from __future__ import annotations

import tempfile
import time
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from .runner import Cell, Outcome, Stage
from .scenario import Layout

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from .checker import Checker, ThirdPartyCaches
    from .modes import Mode
    from .scenario import Snapshot


@dataclass(frozen=True)
class Replay:
    """Plays snapshots in one mode, in a fresh directory."""

    mode: Mode
    checker: Checker
    caches: ThirdPartyCaches

    def first_wrong(self, snapshots: Sequence[Snapshot]) -> Cell | None:
        """Play until the first wrong cell; expectations count only for the cold run itself."""
        with (
            tempfile.TemporaryDirectory(prefix="replay-") as name,
            Stage(Path(name), Layout(), (self.mode,), self.caches, self.checker) as stage,
        ):
            for snapshot in snapshots:
                for cell in stage.play(snapshot):
                    if cell.outcome is Outcome.WRONG and cell.mode == self.mode.name:
                        return cell
        return None


def shortened(
    replay: Replay, snapshots: Sequence[Snapshot], seconds: float
) -> tuple[tuple[Snapshot, ...], Cell | None]:
    """Drop snapshots, then files, as long as the last snapshot stays wrong.

    The cell is ``None`` if the difference doesn't appear again even in the whole walk.
    """
    deadline = time.monotonic() + seconds
    best = tuple(snapshots)
    found: Cell | None = None
    for attempt in attempts(best):
        found = wrong_at_the_end(replay, attempt)
        if found is not None:
            best = attempt
            break
    if found is None:
        return best, None
    shrinking = True
    while shrinking and time.monotonic() < deadline:
        shrinking = False
        for smaller in smaller_by_one(best):
            if time.monotonic() > deadline:
                break
            cell = wrong_at_the_end(replay, smaller)
            if cell is not None:
                best, found, shrinking = smaller, cell, True
                break
    return best, found


def attempts(snapshots: tuple[Snapshot, ...]) -> Iterator[tuple[Snapshot, ...]]:
    """Give ever longer ends of a walk, and last the whole."""
    length = 2
    while length < len(snapshots):
        yield snapshots[-length:]
        length *= 2
    yield snapshots


def smaller_by_one(snapshots: tuple[Snapshot, ...]) -> Iterator[tuple[Snapshot, ...]]:
    """Leave out one snapshot other than the last, or one file of all snapshots."""
    for index in range(len(snapshots) - 1):
        if len(snapshots) > 2:
            yield snapshots[:index] + snapshots[index + 1 :]
    paths = {path for snapshot in snapshots for path in snapshot.project}
    for path in sorted(paths - {"myapp/__init__.py", Layout().file}):
        yield tuple(
            replace(s, project=s.project.delete(path)) if path in s.project else s
            for s in snapshots
        )


def wrong_at_the_end(replay: Replay, snapshots: tuple[Snapshot, ...]) -> Cell | None:
    """Play snapshots, and give the cell if the last one is the first that is wrong."""
    cell = replay.first_wrong(snapshots)
    return cell if cell is not None and cell.snapshot == snapshots[-1] else None
