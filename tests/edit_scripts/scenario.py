"""A story: a project, its layout, and the edits that happen to it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from .modes import Target

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .expectations import Expectation
    from .project import Edit, Project


@dataclass(frozen=True)
class Layout:
    """Where a project keeps its code, and so what a user types to have it checked."""

    paths: tuple[str, ...] = ("myapp",)
    file: str = "myapp/app.py"
    packages: tuple[str, ...] = ("myapp",)
    module: str = "myapp.app"
    settings: tuple[str, ...] = ()
    """Lines of ``mypy.ini`` that the layout needs."""
    mypy_path: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()
    """Lines of more sections of ``mypy.ini``."""

    def arguments(self, target: Target) -> tuple[str, ...]:
        """Give the command line arguments that name a target."""
        if target is Target.FILE:
            return (self.file,)
        if target is Target.PACKAGE_NAME:
            return tuple(word for package in self.packages for word in ("-p", package))
        if target is Target.MODULE_NAME:
            return ("-m", self.module)
        return self.paths


@dataclass(frozen=True)
class Step:
    """An edit, and what a cold run says afterwards."""

    edit: Edit
    expected: tuple[Expectation, ...] = ()


@dataclass(frozen=True)
class Snapshot:
    """The project after a step."""

    number: int
    name: str
    project: Project
    expected: tuple[Expectation, ...] = ()


@dataclass(frozen=True)
class Scenario:
    """A story with its beginning."""

    name: str
    start: Project
    opening: tuple[Expectation, ...]
    """What a cold run says about the initial project."""
    steps: tuple[Step, ...]
    layout: Layout = Layout()

    def snapshots(self) -> Iterator[Snapshot]:
        """Tell the story: the initial project, then the project after each edit."""
        project = self.start
        yield Snapshot(0, "start", project, self.opening)
        for number, step in enumerate(self.steps, start=1):
            project = step.edit(project)
            yield Snapshot(number, step.edit.__name__, project, step.expected)
