"""How mypy is configured and started, and what of its output is compared."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from .scenario import Layout

MYPY = (sys.executable, "-m", "mypy")
DMYPY = (sys.executable, "-m", "mypy.dmypy")
TIMEOUT = 180
CRASHES = ("INTERNAL ERROR", "Traceback (most recent call last)", "Daemon crashed!")


@dataclass(frozen=True)
class Checker:
    """The plugin under test. The stubs are those that are installed beside mypy."""

    plugin: str | None = "orm_typing.mypy"
    mypy_path: tuple[str, ...] = ()

    def configuration(self, layout: Layout) -> str:
        """Give the text of a project's ``mypy.ini``."""
        lines = ["[mypy]", *layout.settings]
        if self.plugin is not None:
            lines.append(f"plugins = {self.plugin}")
        if mypy_path := (*layout.mypy_path, *self.mypy_path):
            lines.append(f"mypy_path = {':'.join(mypy_path)}")
        return "\n".join((*lines, *layout.sections)) + "\n"


@dataclass(frozen=True)
class Answer:
    """What a run said, in a form that can be compared.

    The exit status is no part of it, it tells less than the messages do: from its second run on
    the daemon counts notes as errors, and gives 1 where mypy gives 2 for a syntax error.
    """

    messages: tuple[str, ...]

    @property
    def crash(self) -> str | None:
        """The message of a crash, if there was one."""
        return next((m for m in self.messages if any(c in m for c in CRASHES)), None)


def run(command: Sequence[str], directory: Path) -> Answer:
    """Run a program and normalise its output."""
    try:
        result = subprocess.run(
            command,
            cwd=directory,
            env=environment(),
            capture_output=True,
            text=True,
            timeout=TIMEOUT,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return Answer((f"no answer within {TIMEOUT} s",))
    return Answer(normalised(result.stdout + result.stderr))


def environment() -> dict[str, str]:
    """Give an environment in which nothing but ``mypy.ini`` configures mypy."""
    unwanted = ("MYPY", "FORCE_COLOR")
    return {key: value for key, value in os.environ.items() if not key.startswith(unwanted)}


def normalised(output: str) -> tuple[str, ...]:
    """Sort messages, and drop what differs by design between ways to run mypy."""
    lines: list[str] = []
    for raw in output.splitlines():
        line = raw.strip()
        # The summary counts the daemon's files or the arguments; a daemon that starts with a
        # syntax error gives none.
        if not line or line.startswith(("Daemon st", "Restarting", "Success: ", "Found ")):
            continue
        # Said once by each process, at the first place that it comes to.
        if "note: See https://mypy.readthedocs.io/" in line:
            continue
        # mypy knows where a callee is defined if it parsed it, not if it came from the cache.
        if re.search(r'note: "\w+" defined in "', line):
            continue
        lines.append(line)
    return tuple(sorted(lines))


WARM_UP = """\
import dorm
import sqliter.asyncio.orm
import sqliter.asyncio.orm.query
import sqliter.orm
import sqliter.orm.query
from sqliter import SqliterDB
from sqliter.asyncio import AsyncSqliterDB
"""


@dataclass
class ThirdPartyCaches:
    """Caches that hold libraries only: a run that starts from one knows nothing of a project.

    This makes a cold run ten times cheaper; `test_reference.py` compares it with one that has no
    cache at all.
    """

    directory: Path
    made: dict[str, Path] = field(default_factory=dict)

    def copy(self, configuration: str, to: Path) -> None:
        """Put the cache for a configuration at a place, instead of what is there."""
        shutil.rmtree(to, ignore_errors=True)
        shutil.copytree(self.cache(configuration), to)

    def cache(self, configuration: str) -> Path:
        """Give the cache for a configuration, made by a run over a file of imports alone."""
        if configuration not in self.made:
            place = self.directory / str(len(self.made))
            project = place / "project"
            project.mkdir(parents=True)
            (project / "mypy.ini").write_text(configuration)
            (project / "warm_up.py").write_text(WARM_UP)
            run((*MYPY, f"--cache-dir={place / 'all'}", "warm_up.py"), project)
            # Only what mypy itself wrote: the plugin keeps its own memory beside it.
            for child in (place / "all").glob("[0-9]*.[0-9]*"):
                shutil.copytree(child, place / "cache" / child.name)
            self.made[configuration] = place / "cache"
        return self.made[configuration]
