"""The matrix of stories and modes, as a table.

For example::

    python -m tests.edit_scripts.matrix                                     # everything
    python -m tests.edit_scripts.matrix --stories renamed --modes dmypy     # prefixes
    python -m tests.edit_scripts.matrix --without-plugin                    # mypy's own part
"""

from __future__ import annotations

import argparse
import signal
import sys
import tempfile
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

from . import modes, stories
from .checker import Checker, ThirdPartyCaches
from .runner import Cell, Outcome, tell

if TYPE_CHECKING:
    from .modes import Mode
    from .scenario import Scenario


def checker_arguments() -> argparse.ArgumentParser:
    """Make a parser of the options that choose what is checked by what."""
    parser = argparse.ArgumentParser(add_help=False)
    default = Checker()
    parser.add_argument("--modes", type=modes.named, default=modes.MODES)
    parser.add_argument("--plugin", default=default.plugin, help="module or path of the plugin")
    parser.add_argument("--without-plugin", action="store_true", help="what mypy does by itself")
    parser.add_argument("--mypy-path", action="append", default=[])
    return parser


def checker_of(arguments: argparse.Namespace) -> Checker:
    """Give the checker that the options describe."""
    plugin = None if arguments.without_plugin else arguments.plugin
    return Checker(plugin, tuple(arguments.mypy_path))


def end_by_the_rules() -> None:
    """Let a terminated process stop its daemons, as an interrupted one does."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)


def story_cells(
    story: Scenario, chosen: tuple[Mode, ...], directory: Path, checker: Checker
) -> list[Cell]:
    """Play one story in its own directory."""
    caches = ThirdPartyCaches(directory / "libraries")
    return list(tell(story, chosen, directory / "story", caches, checker))


def print_story(story: Scenario, cells: list[Cell], expectations: bool) -> bool:
    """Print a line for a story and what went wrong in it; tell whether all was right."""
    shown = [cell for cell in cells if expectations or cell.mode != "cold"]
    counts = Counter(cell.outcome for cell in shown)
    summary = ", ".join(f"{count} {outcome.value}" for outcome, count in counts.items())
    print(f"{story.name}: {summary}", flush=True)
    for cell in shown:
        if cell.outcome is Outcome.WRONG:
            print(f"  {cell}", flush=True)
        if cell.outcome is Outcome.LIMIT:
            print(f"  {cell.mode} after {cell.snapshot.number}: limit", flush=True)
    return Outcome.WRONG not in counts


def main() -> int:
    """Play the stories and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, parents=[checker_arguments()])
    parser.add_argument("--stories", type=stories.named, default=stories.ALL)
    parser.add_argument("--jobs", type=int, default=1, help="stories at the same time")
    arguments = parser.parse_args()
    checker = checker_of(arguments)
    end_by_the_rules()
    begin = time.monotonic()
    totals: Counter[tuple[str, Outcome]] = Counter()
    right = True
    with (
        tempfile.TemporaryDirectory(prefix="edit-scripts-") as name,
        ThreadPoolExecutor(arguments.jobs) as pool,
    ):
        played = pool.map(
            lambda story: story_cells(story, arguments.modes, Path(name, story.name), checker),
            arguments.stories,
        )
        for story, cells in zip(arguments.stories, played, strict=True):
            right &= print_story(story, cells, expectations=checker.plugin is not None)
            totals.update((cell.mode, cell.outcome) for cell in cells)
    print(f"\n{'mode':26}" + "".join(f"{outcome.value:>8}" for outcome in Outcome))
    for mode in dict.fromkeys(mode for mode, _ in totals):
        print(f"{mode:26}" + "".join(f"{totals[mode, outcome]:8}" for outcome in Outcome))
    print(f"{time.monotonic() - begin:.0f} s")
    return 0 if right else 1


if __name__ == "__main__":
    sys.exit(main())
