"""The measurements on one project, plain and with the plugin in turn.

Both sides see the same files, one after the other, each with a cache folder of its own: noise of
the machine hits both.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from bench.generate import Edit, Project, Sources
from bench.run import Sample, run_mypy


@dataclass(frozen=True)
class Setup:
    """What is compared, and how often."""

    plugin: str | None
    """``None`` compares plain mypy with itself: what is left is noise."""
    companions: Sequence[str] = ()
    """Plugins on both sides."""
    mypy_path: Sequence[str] = ()
    repeat: int = 5
    everything_cold: bool = False
    """Measure runs without any cache, too, not only those with checked libraries."""


@dataclass
class Measurement:
    """The samples of one scenario."""

    project: str
    scenario: str
    plain: list[Sample] = field(default_factory=list)
    plugin: list[Sample] = field(default_factory=list)


Progress = Callable[[str], None]


class Side:
    """Mypy on one project, with or without the plugin."""

    def __init__(self, name: str, folder: Path, plugins: Sequence[str], setup: Setup) -> None:
        self._config = folder / f"{name}.ini"
        self._cache = folder / f"cache-{name}"
        self._library_cache = folder / f"cache-{name}-libraries"
        lines = ["[mypy]"]
        if plugins:
            lines.append(f"plugins = {', '.join(plugins)}")
        if setup.mypy_path:
            lines.append(f"mypy_path = {':'.join(setup.mypy_path)}")
        self._config.write_text("\n".join(lines) + "\n", encoding="utf-8")

    def check_libraries(self, folder: Path, target: str) -> None:
        """Fill the cache from which cold runs start."""
        run_mypy(self._config, self._library_cache, folder, (target,))

    def forget_project(self) -> None:
        """Leave only the libraries in the cache."""
        self.forget_everything()
        shutil.copytree(self._library_cache, self._cache)

    def forget_everything(self) -> None:
        """Empty the cache."""
        shutil.rmtree(self._cache, ignore_errors=True)

    def run(self, sources: Sources) -> Sample:
        """Check the project."""
        return run_mypy(self._config, self._cache, sources.folder, sources.project.targets)


def measure(
    project: Project, folder: Path, setup: Setup, progress: Progress
) -> Iterator[Measurement]:
    """Generate a project in an empty folder and measure all its scenarios, one by one."""
    yield from _Bench(project, folder, setup, progress).scenarios()


class _Bench:
    def __init__(self, project: Project, folder: Path, setup: Setup, progress: Progress) -> None:
        self._setup = setup
        self._progress = progress
        self._project = project
        # Nothing else lies in mypy's working directory: a plugin may look at all of it.
        self._sources = Sources(project, folder / "project")
        own = [setup.plugin] if setup.plugin else []
        self._plain = Side("plain", folder, setup.companions, setup)
        self._plugin = Side("plugin", folder, [*own, *setup.companions], setup)
        libraries = folder / "libraries"
        libraries.mkdir()
        (libraries / "libraries.py").write_text(project.libraries, encoding="utf-8")
        for side in (self._plain, self._plugin):
            side.check_libraries(libraries, "libraries.py")

    def scenarios(self) -> Iterator[Measurement]:
        if self._project.has_cold_run:
            if self._setup.everything_cold:
                yield self._measure("cold, libraries too", before_run=Side.forget_everything)
            yield self._measure("cold", before_run=Side.forget_project)
        self._settle()
        yield self._measure("warm, no change")
        for edit in self._project.edits:
            yield self._measure_edit(edit)

    def _measure_edit(self, edit: Edit) -> Measurement:
        # Each edition is checked on the caches of the one before.
        found = self._measure(edit.label, lambda n: self._sources.apply(edit, n + 1))
        self._sources.restore(edit)
        self._settle()
        return found

    def _measure(
        self,
        scenario: str,
        before_round: Callable[[int], None] = lambda n: None,
        before_run: Callable[[Side], None] = lambda side: None,
    ) -> Measurement:
        found = Measurement(self._project.name, scenario)
        for n in range(self._setup.repeat):
            self._progress(f"{found.project}: {scenario}, {n + 1} of {self._setup.repeat}")
            before_round(n)
            for side, samples in ((self._plain, found.plain), (self._plugin, found.plugin)):
                before_run(side)
                samples.append(side.run(self._sources))
        return found

    def _settle(self) -> None:
        """Bring both caches up to date."""
        self._plain.run(self._sources)
        self._plugin.run(self._sources)
