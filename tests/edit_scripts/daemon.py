"""One mypy daemon, known by its own status file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from .checker import DMYPY, Answer, run

if TYPE_CHECKING:
    from pathlib import Path

IDLE_SECONDS = 600
"""A daemon whose test was killed ends by itself."""


@dataclass
class Daemon:
    """The daemon of one mode in one workspace."""

    project: Path
    status_file: Path
    cache: Path

    @property
    def options(self) -> tuple[str, ...]:
        """Options of mypy itself."""
        return (f"--cache-dir={self.cache}",)

    @property
    def is_running(self) -> bool:
        """The daemon removes its status file when it ends, or crashes."""
        return self.status_file.exists()

    def run(self, arguments: tuple[str, ...]) -> Answer:
        """``dmypy run``: start if need be, restart if need be, check."""
        timeout = f"--timeout={IDLE_SECONDS}"
        return self._ask("run", timeout, "--", *self.options, *arguments)

    def check(self, arguments: tuple[str, ...]) -> Answer:
        """``dmypy check``, after ``dmypy start`` if no daemon runs."""
        if not self.is_running:
            self._ask("start", f"--timeout={IDLE_SECONDS}", "--", *self.options)
        return self._ask("check", "--", *arguments)

    def recheck(self, arguments: tuple[str, ...]) -> Answer:
        """``dmypy recheck``, after ``dmypy check`` at the first time."""
        if not self.is_running:
            return self.check(arguments)
        answer = self._ask("recheck")
        if any("only valid after a 'check' command" in message for message in answer.messages):
            return self.check(arguments)  # mypy keeps no state of a first check that was blocked
        return answer

    def stop(self) -> None:
        """End the daemon, if it runs."""
        if self.is_running:
            self._ask("stop")
        if self.is_running:
            self._ask("kill")

    def _ask(self, *words: str) -> Answer:
        command = (*DMYPY, "--status-file", str(self.status_file), *words)
        return run(command, self.project)
