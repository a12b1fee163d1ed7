"""The ways to run mypy, as data: what is asked for, by which program, with which memory."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .project import Project


class Target(Enum):
    """What the command line names."""

    PACKAGE = "package"
    """The directories of the project: ``mypy myapp``."""
    FILE = "file"
    """One file: ``mypy myapp/app.py``."""
    PACKAGE_NAME = "-p"
    """``mypy -p myapp``."""
    MODULE_NAME = "-m"
    """``mypy -m myapp.app``."""


class Program(Enum):
    """Who answers."""

    MYPY = "mypy"
    DMYPY_RUN = "dmypy run"
    DMYPY_CHECK = "dmypy check"
    DMYPY_RECHECK = "dmypy recheck"


class Remedy(Enum):
    """What a user does about a limit."""

    AGAIN = "the same command once more"
    CHECK = "dmypy check, with the command line given anew"
    RESTART = "dmypy stop, and the same command once more"


class Event(Enum):
    """What a step did, as far as limits ask."""

    NEW_SOURCE = "a file is new, or declares relations for the first time"
    DELETION = "a file was deleted"
    DELETION_BESIDE_NEW_SOURCE = "a file was deleted while there are sources that were new before"
    MODULE_OR_PACKAGE = "a module became a package, or a package a module"
    TOO_MUCH_ABOUT_SOURCES = "the answer has more messages, all of them about sources of relations"


RELATION_NAMES = ("ForeignKey", "ManyToMany")


def events(start: Project, before: Project, after: Project) -> frozenset[Event]:
    """Say what a step did; the daemon started with the first project."""
    found: set[Event] = set()
    if not before.files:
        return frozenset()  # the beginning, of which everything is new
    if new_sources(before, after):
        found.add(Event.NEW_SOURCE)
    if before.created_since(after):
        found.add(Event.DELETION)
        if new_sources(start, after):
            found.add(Event.DELETION_BESIDE_NEW_SOURCE)
    if packages(before) & modules(after) or modules(before) & packages(after):
        found.add(Event.MODULE_OR_PACKAGE)
    return frozenset(found)


def new_sources(before: Project, after: Project) -> frozenset[str]:
    """Files that are new, or declare relations for the first time."""
    return after.created_since(before) | {
        path
        for path in after.changed_since(before)
        if declares(after[path]) and not (path in before and declares(before[path]))
    }


def declares(text: str) -> bool:
    """Tell whether a text might declare a relation."""
    return any(name in text for name in RELATION_NAMES)


def packages(project: Project) -> frozenset[str]:
    """Directories with an ``__init__.py``."""
    end = "/__init__.py"
    return frozenset(path.removesuffix(end) for path in project if path.endswith(end))


def modules(project: Project) -> frozenset[str]:
    """Files, without their extension."""
    return frozenset(path.removesuffix(".py") for path in project)


@dataclass(frozen=True)
class Limit:
    """A case in which a mode may lack what a cold run says until the user does something.

    The runner reports each use of a limit, and demands the right answer after the remedy.
    """

    reason: str
    remedy: Remedy
    after: frozenset[Event]


@dataclass(frozen=True)
class Visit:
    """One run of the checker."""

    target: Target
    workers: int = 0


@dataclass(frozen=True)
class Mode:
    """A way to run mypy through a story; the visits are taken in turn, one after each edit."""

    name: str
    visits: tuple[Visit, ...]
    program: Program = Program.MYPY
    keeps_cache: bool = True
    limits: tuple[Limit, ...] = ()

    def visit(self, number: int) -> Visit:
        """Give the run that follows the edit of that number."""
        return self.visits[number % len(self.visits)]


PACKAGE = Visit(Target.PACKAGE)
FILE = Visit(Target.FILE)
PARALLEL_PACKAGE = Visit(Target.PACKAGE, workers=2)
PARALLEL_FILE = Visit(Target.FILE, workers=2)

UNKNOWN_TO_CHECK = Limit(
    "`dmypy check FILE` parses nothing unless a file that it knows has changed, and the plugin is "
    "asked about parsed files only: a relation in a file that nothing imports stays unknown until "
    "the daemon starts again (`dmypy run` restarts it by itself). If a file is parsed at the same "
    "time, the new one is loaded as a dependency of it, and is lost when that file is deleted",
    Remedy.RESTART,
    frozenset({Event.NEW_SOURCE, Event.DELETION_BESIDE_NEW_SOURCE}),
)
UNKNOWN_TO_RECHECK = Limit(
    "`dmypy recheck` looks at the files of the previous run alone, so a new file that none of them "
    "imports is not part of it until `dmypy check` names it",
    Remedy.CHECK,
    frozenset({Event.NEW_SOURCE}),
)
DELETED_BEFORE_RECHECK = Limit(
    "`dmypy recheck` may crash after a file was deleted (a KeyError in `direct_imports`) or lack "
    "messages, with and without the plugin",
    Remedy.CHECK,
    frozenset({Event.DELETION}),
)
MOVED_TO_A_PACKAGE = Limit(
    "the daemon deletes a module that became a package, and finds the package one run later, with "
    "and without the plugin",
    Remedy.AGAIN,
    frozenset({Event.MODULE_OR_PACKAGE}),
)
LEFT_IN_THE_BUILD = Limit(
    "the daemon keeps a module that it loaded for a relation until the file that led to it is "
    "parsed again: when the relation is gone, it still reports errors in that module, which "
    "`mypy FILE` does not load any more",
    Remedy.RESTART,
    frozenset({Event.TOO_MUCH_ABOUT_SOURCES}),
)

MODES = (
    Mode("package", (PACKAGE,)),
    Mode("file", (FILE,)),
    Mode("package-and-file", (PACKAGE, FILE)),
    Mode("package-name", (Visit(Target.PACKAGE_NAME),)),
    Mode("module-name", (Visit(Target.MODULE_NAME),)),
    Mode("parallel-cold", (PARALLEL_PACKAGE,), keeps_cache=False),
    Mode("parallel-package", (PARALLEL_PACKAGE,)),
    Mode("parallel-file", (PARALLEL_FILE,)),
    Mode("sequential-and-parallel", (PACKAGE, PARALLEL_PACKAGE)),
    Mode("dmypy-run-package", (PACKAGE,), Program.DMYPY_RUN),
    Mode(
        "dmypy-run-file",
        (FILE,),
        Program.DMYPY_RUN,
        limits=(MOVED_TO_A_PACKAGE, LEFT_IN_THE_BUILD),
    ),
    Mode("dmypy-check-package", (PACKAGE,), Program.DMYPY_CHECK),
    Mode(
        "dmypy-check-file",
        (FILE,),
        Program.DMYPY_CHECK,
        limits=(MOVED_TO_A_PACKAGE, UNKNOWN_TO_CHECK, LEFT_IN_THE_BUILD),
    ),
    Mode(
        "dmypy-recheck-package",
        (PACKAGE,),
        Program.DMYPY_RECHECK,
        limits=(UNKNOWN_TO_RECHECK, DELETED_BEFORE_RECHECK),
    ),
    Mode(
        "dmypy-recheck-file",
        (FILE,),
        Program.DMYPY_RECHECK,
        limits=(
            MOVED_TO_A_PACKAGE,
            DELETED_BEFORE_RECHECK,
            UNKNOWN_TO_CHECK,
            LEFT_IN_THE_BUILD,
        ),
    ),
)
BY_NAME = {mode.name: mode for mode in MODES}


def named(names: str) -> tuple[Mode, ...]:
    """Give the modes of a comma separated list of names; a name may be a prefix."""
    chosen: dict[str, Mode] = {}
    for name in names.split(","):
        matching = {
            mode.name: mode
            for mode in MODES
            if mode.name == name or (name not in BY_NAME and mode.name.startswith(name))
        }
        if not matching:
            raise ValueError(f"no mode {name!r} among {', '.join(BY_NAME)}")
        chosen |= matching
    return tuple(chosen.values())


EVERY_STORY = (BY_NAME["package"], BY_NAME["dmypy-run-package"])
"""The modes that CI runs on every story; the others run on chosen stories (`test_stories.py`)."""
OTHERS = tuple(mode for mode in MODES if mode not in EVERY_STORY)
