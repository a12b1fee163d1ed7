"""A directory on disk that follows a project through its edits."""

from __future__ import annotations

import os
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from .project import Project

if TYPE_CHECKING:
    from pathlib import Path

SECONDS_PER_EDIT = 10


@dataclass
class Workspace:
    """A project's directory; caches and daemons live beside it."""

    directory: Path
    written: Project = field(default_factory=Project)
    clock: int = field(default_factory=lambda: int(time.time()) - 1_000_000)

    @property
    def project(self) -> Path:
        """The directory in which mypy is started."""
        return self.directory / "project"

    def configure(self, configuration: str) -> None:
        """Write ``mypy.ini``."""
        self.project.mkdir(parents=True, exist_ok=True)
        (self.project / "mypy.ini").write_text(configuration)

    def show(self, project: Project) -> None:
        """Make the directory hold a project: write, touch and delete what differs.

        Times of modification come from a clock of our own. It advances with every edit, however
        fast the edits follow each other, and an edit may keep the size of a file.
        """
        self.clock += SECONDS_PER_EDIT
        for path in self.written:
            if path not in project:
                self._delete(path)
        for path in project:
            if self.written.files.get(path) != project.files[path]:
                place = self.project / path
                place.parent.mkdir(parents=True, exist_ok=True)
                place.write_text(project[path])
                os.utime(place, (self.clock, self.clock))
        self.written = project

    def _delete(self, path: str) -> None:
        place = self.project / path
        place.unlink()
        for parent in place.parents:
            if parent == self.project or any(parent.iterdir()):
                return
            parent.rmdir()
