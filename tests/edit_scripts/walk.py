"""A random walk: random edits to a generated project, each compared in each mode.

For example::

    python -m tests.edit_scripts.walk --seed 7 --steps 100 --modes package,dmypy-run-package

Upon a difference it prints seed and step, shortens the walk, and prints the project before and
after the edit that shows the difference.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from .changes import change
from .checker import Checker, ThirdPartyCaches
from .matrix import checker_arguments, checker_of, end_by_the_rules
from .minimise import Replay, shortened
from .modes import BY_NAME, EVERY_STORY, Mode
from .runner import Cell, Outcome, Stage
from .scenario import Layout, Snapshot
from .world import first_world

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


def snapshots(seed: int, steps: int) -> Iterator[Snapshot]:
    """Walk; the same seed gives the same walk."""
    random = Random(seed)
    world = first_world()
    yield Snapshot(0, "start", world.project(), world.expected())
    for number in range(1, steps + 1):
        name, world = change(world, random)
        yield Snapshot(number, name, world.project(), world.expected())


def walk(
    path: Sequence[Snapshot],
    modes: tuple[Mode, ...],
    directory: Path,
    caches: ThirdPartyCaches,
    checker: Checker,
) -> Iterator[Cell]:
    """Play a walk."""
    with Stage(directory, Layout(), modes, caches, checker) as stage:
        for snapshot in path:
            yield from stage.play(snapshot)


def reproducer(path: Sequence[Snapshot], cell: Cell) -> str:
    """Show the snapshots of a short walk: the first in full, the others as differences."""
    parts = [str(cell)]
    for number, snapshot in enumerate(path):
        title = f"--- {snapshot.number}: {snapshot.name} ---"
        if number:
            parts.append(f"{title}\n{snapshot.project.diff(path[number - 1].project)}")
        else:
            files = (f"# {name}\n{snapshot.project[name]}" for name in snapshot.project)
            parts.append("\n".join((title, *files)))
    return "\n".join(parts)


def explain(path: Sequence[Snapshot], cell: Cell, checker: Checker, seconds: float) -> str:
    """Shorten the walk that leads to a wrong cell, and show it."""
    if cell.mode not in BY_NAME:
        return reproducer(path[-1:], cell)
    with tempfile.TemporaryDirectory(prefix="libraries-") as name:
        caches = ThirdPartyCaches(Path(name))
        replay = Replay(BY_NAME[cell.mode], checker, caches)
        short, found = shortened(replay, path, seconds)
        if found is None:
            return f"not seen again when the walk was played anew\n{cell}"
        text = reproducer(short, found)
        alone = replace(replay, checker=replace(checker, plugin=None)).first_wrong(short)
        verdict = "mypy differs without the plugin too" if alone else "mypy alone does not differ"
        return f"{text}\n({verdict})"


def main() -> int:
    """Walk, and report each step."""
    parser = argparse.ArgumentParser(description=__doc__, parents=[checker_arguments()])
    parser.set_defaults(modes=EVERY_STORY)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--steps", type=int, default=50)
    parser.add_argument("--minimise", type=float, default=120, metavar="SECONDS")
    arguments = parser.parse_args()
    checker = checker_of(arguments)
    end_by_the_rules()
    path = list(snapshots(arguments.seed, arguments.steps))
    begin = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="walk-") as name:
        caches = ThirdPartyCaches(Path(name, "libraries"))
        for cell in walk(path, arguments.modes, Path(name, "walk"), caches, checker):
            step = cell.snapshot
            if cell.mode == "cold":
                elapsed = time.monotonic() - begin
                print(f"{step.number:4} {elapsed:6.0f} s  {step.name}", flush=True)
                if checker.plugin is None:
                    continue
            if cell.outcome is Outcome.LIMIT:
                print(f"            {cell.mode}: limit", flush=True)
            if cell.outcome is Outcome.WRONG:
                print(f"seed {arguments.seed}, step {step.number}\n{cell}", flush=True)
                print(explain(path[: step.number + 1], cell, checker, arguments.minimise))
                return 1
    print(f"{arguments.steps} steps: no difference")
    return 0


if __name__ == "__main__":
    sys.exit(main())
