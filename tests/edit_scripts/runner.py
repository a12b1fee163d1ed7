"""Shows a project after each edit to a cold run and to every mode, and compares the answers."""

from __future__ import annotations

import shutil
from collections import Counter
from contextlib import ExitStack
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from .checker import MYPY, Answer, Checker, ThirdPartyCaches, run
from .daemon import Daemon
from .modes import Event, Mode, Program, Remedy, Target, Visit, declares, events
from .workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from typing_extensions import Self

    from .project import Project
    from .scenario import Layout, Scenario, Snapshot


class Outcome(Enum):
    """How a cell of the matrix came out."""

    RIGHT = "right"
    LIMIT = "limit"
    """Right after the remedy of a limit that is known."""
    WRONG = "WRONG"


@dataclass(frozen=True)
class Cell:
    """One mode after one edit; the mode ``cold`` stands for the expectations of the story."""

    snapshot: Snapshot
    mode: str
    outcome: Outcome
    details: tuple[str, ...] = ()

    def __str__(self) -> str:
        title = f"[{self.mode}] after {self.snapshot.number} ({self.snapshot.name})"
        return "\n    ".join((f"{title}: {self.outcome.value}", *self.details))


@dataclass
class Player:
    """One mode's life through a story: its cache and its daemon."""

    mode: Mode
    workspace: Workspace
    layout: Layout
    daemon: Daemon
    start: Project | None = None
    """The project with which the daemon started."""

    @property
    def cache(self) -> Path:
        """The cache that the mode keeps."""
        return self.workspace.directory / "caches" / self.mode.name

    def answer(self, visit: Visit) -> Answer:
        """Run the mode's program once."""
        self.start = self.start or self.workspace.written
        arguments = self.layout.arguments(visit.target)
        if self.mode.program is Program.DMYPY_RUN:
            return self.daemon.run(arguments)
        if self.mode.program is Program.DMYPY_CHECK:
            return self.daemon.check(arguments)
        if self.mode.program is Program.DMYPY_RECHECK:
            return self.daemon.recheck(arguments)
        return mypy(self.workspace, self.cache, visit, arguments)

    def answer_after(self, remedy: Remedy, visit: Visit) -> Answer:
        """Do what helps against a limit, and run once more."""
        if remedy is Remedy.CHECK:
            return self.daemon.check(self.layout.arguments(visit.target))
        if remedy is Remedy.RESTART:
            self.daemon.stop()
            self.start = None
        return self.answer(visit)


def mypy(workspace: Workspace, cache: Path, visit: Visit, arguments: tuple[str, ...]) -> Answer:
    """Run mypy, not the daemon."""
    workers = (f"--num-workers={visit.workers}",) if visit.workers else ()
    return run((*MYPY, f"--cache-dir={cache}", *workers, *arguments), workspace.project)


class Stage:
    """The place where a story is played: a workspace, and a player for each mode.

    Use it as a context manager: it ends the daemons that it started.
    """

    def __init__(
        self,
        directory: Path,
        layout: Layout,
        modes: tuple[Mode, ...],
        caches: ThirdPartyCaches,
        checker: Checker,
    ) -> None:
        self.layout = layout
        self.caches = caches
        self.configuration = checker.configuration(layout)
        self.workspace = Workspace(directory)
        self.workspace.configure(self.configuration)
        self.players = [self._player(mode) for mode in modes]
        self.exits = ExitStack()

    def _player(self, mode: Mode) -> Player:
        directory = self.workspace.directory
        daemon = Daemon(
            self.workspace.project,
            directory / f"{mode.name}.status.json",
            directory / "caches" / f"{mode.name}.daemon",
        )
        return Player(mode, self.workspace, self.layout, daemon)

    def __enter__(self) -> Self:
        for player in self.players:
            self.exits.callback(player.daemon.stop)
            self.caches.copy(self.configuration, player.cache)
        return self

    def __exit__(self, *_: object) -> None:
        self.exits.close()

    def cold(self, target: Target) -> Answer:
        """Check the project with no cached data about it."""
        cache = self.workspace.directory / "caches" / "cold"
        self.caches.copy(self.configuration, cache)
        return mypy(self.workspace, cache, Visit(target), self.layout.arguments(target))

    def play(self, snapshot: Snapshot) -> Iterator[Cell]:
        """Show a project, and give the cell of the expectations and that of each mode."""
        before = self.workspace.written
        self.workspace.show(snapshot.project)
        cold = {
            target: self.cold(target)
            for target in dict.fromkeys(
                (Target.PACKAGE, *(p.mode.visit(snapshot.number).target for p in self.players))
            )
        }
        yield expected(snapshot, cold[Target.PACKAGE])
        for player in self.players:
            visit = player.mode.visit(snapshot.number)
            yield self._compare(player, visit, snapshot, before, cold[visit.target])

    def _compare(
        self, player: Player, visit: Visit, snapshot: Snapshot, before: Project, cold: Answer
    ) -> Cell:
        mode = player.mode
        if not mode.keeps_cache:
            self.caches.copy(self.configuration, player.cache)
        answer = player.answer(visit)
        if answer == cold:
            return Cell(snapshot, mode.name, Outcome.RIGHT)
        details = difference(answer, cold)
        happened = events(player.start or before, before, snapshot.project)
        if is_too_much_about_sources(answer, cold, snapshot.project):
            happened |= {Event.TOO_MUCH_ABOUT_SOURCES}
        for limit in mode.limits:
            if limit.after & happened:
                answer = player.answer_after(limit.remedy, visit)
                if answer == cold:
                    return Cell(snapshot, mode.name, Outcome.LIMIT, (limit.reason, *details))
                after = (f"even after {limit.remedy.value}:", *difference(answer, cold))
                details = (*details, *after)
        return Cell(snapshot, mode.name, Outcome.WRONG, details)


def expected(snapshot: Snapshot, cold: Answer) -> Cell:
    """Compare what a cold run said with what the story expects."""
    unmet = [
        problem
        for expectation in snapshot.expected
        for problem in expectation.unmet(snapshot.project, cold.messages)
    ]
    if cold.crash:
        unmet.append(cold.crash)
    return Cell(snapshot, "cold", Outcome.WRONG if unmet else Outcome.RIGHT, tuple(unmet))


def difference(answer: Answer, cold: Answer) -> tuple[str, ...]:
    """Say what an answer lacks and what it has too much."""
    lost = Counter(cold.messages) - Counter(answer.messages)
    extra = Counter(answer.messages) - Counter(cold.messages)
    lines = [f"- {message}" for message in lost.elements()]
    lines += [f"+ {message}" for message in extra.elements()]
    return tuple(lines)


def is_too_much_about_sources(answer: Answer, cold: Answer, project: Project) -> bool:
    """Tell whether an answer is the cold one, and messages about files with relations."""
    extra = Counter(answer.messages) - Counter(cold.messages)
    paths = {message.partition(":")[0] for message in extra}
    is_about_sources = all(path in project and declares(project[path]) for path in paths)
    return is_about_sources and not Counter(cold.messages) - Counter(answer.messages)


def tell(
    scenario: Scenario,
    modes: tuple[Mode, ...],
    directory: Path,
    caches: ThirdPartyCaches,
    checker: Checker,
) -> Iterator[Cell]:
    """Play a whole story."""
    shutil.rmtree(directory, ignore_errors=True)
    with Stage(directory, scenario.layout, modes, caches, checker) as stage:
        for snapshot in scenario.snapshots():
            yield from stage.play(snapshot)
