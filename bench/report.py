"""Measurements as a table for people and as JSON."""

from __future__ import annotations

import os
import platform
import sys
from collections.abc import Callable, Iterable, Sequence
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path
from statistics import median

from bench.measure import Measurement, Setup
from bench.run import Sample

Figure = Callable[[Sample], float]

HEADINGS = (
    "project",
    "scenario",
    "plain",
    "plugin",
    "ratio",
    "over",
    "cpu",
    "plain",
    "plugin",
    "mem",
)
UNITS = ("", "", "s", "s", "", "ms", "ratio", "MB", "MB", "ratio")


def wall(sample: Sample) -> float:
    """Seconds that the user waited."""
    return sample.wall


def cpu(sample: Sample) -> float:
    """Seconds that a processor worked."""
    return sample.cpu


def peak(sample: Sample) -> float:
    """The largest size in memory, in MB."""
    return sample.peak_kib / 1024


def middle(samples: Iterable[Sample], figure: Figure) -> float:
    """The median of a figure."""
    return median(figure(sample) for sample in samples)


def ratio(measured: Measurement, figure: Figure) -> float:
    """Median with the plugin over median without."""
    return middle(measured.plugin, figure) / middle(measured.plain, figure)


def table(measurements: Sequence[Measurement]) -> str:
    """The medians, a line per scenario."""
    rows = [HEADINGS, UNITS, *(_row(measured) for measured in measurements)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(HEADINGS))]
    lines = []
    project = ""
    for row in rows:
        if row[0] not in (project, "") and row is not rows[0]:
            lines.append("")
        project = row[0]
        cells = [
            cell.ljust(width) if column < 2 else cell.rjust(width)
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        ]
        lines.append("  ".join(cells).rstrip())
    return "\n".join(lines)


def _row(measured: Measurement) -> tuple[str, ...]:
    plain, plugin = middle(measured.plain, wall), middle(measured.plugin, wall)
    return (
        measured.project,
        measured.scenario,
        f"{plain:.2f}",
        f"{plugin:.2f}",
        f"{plugin / plain:.2f}",
        f"{(plugin - plain) * 1000:+.0f}",
        f"{ratio(measured, cpu):.2f}",
        f"{middle(measured.plain, peak):.0f}",
        f"{middle(measured.plugin, peak):.0f}",
        f"{ratio(measured, peak):.2f}",
    )


def messages(measured: Measurement) -> str:
    """What mypy had to say about the project: the plugin should leave nothing to say.

    Plain mypy reports each reverse name, as it can't know them.
    """
    plain, plugin = measured.plain[-1], measured.plugin[-1]
    line = f"{measured.project}: {plain.errors} errors plain, {plugin.errors} with the plugin"
    return f"{line}, the first: {plugin.first_error}" if plugin.errors else line


def versions(setup: Setup) -> dict[str, str]:
    """What ran, and on what."""
    mypy_build = find_spec("mypy.build")
    is_compiled = mypy_build is not None and not str(mypy_build.origin).endswith(".py")
    has_stubs = any((Path(entry) / "sqliter-stubs").is_dir() for entry in sys.path)
    found = {
        "plugin": ", ".join([setup.plugin or "none", *setup.companions]),
        "Python": platform.python_version(),
        "mypy": f"{_version('mypy')}{' (compiled)' if is_compiled else ''}",
        "orm-typing": _version("orm-typing"),
        "sqliter-py": _version("sqliter-py"),
        "sqliter-stubs": "installed" if has_stubs else "not installed",
        "inflect": _version("inflect"),
        "system": f"{platform.system()} {platform.machine()}",
        "cores": str(os.cpu_count()),
        "load": f"{os.getloadavg()[0]:.1f}",
    }
    if setup.companions:
        found |= {name: _version(name.partition(".")[0]) for name in setup.companions}
    return found


def _version(distribution: str) -> str:
    try:
        return version(distribution)
    except PackageNotFoundError:
        return "not installed"


def as_json(measurements: Sequence[Measurement], about: dict[str, str]) -> dict[str, object]:
    """All samples with the ratios of their medians."""
    return {
        "versions": about,
        "measurements": [
            {
                "project": measured.project,
                "scenario": measured.scenario,
                "wall_ratio": ratio(measured, wall),
                "cpu_ratio": ratio(measured, cpu),
                "memory_ratio": ratio(measured, peak),
                "plain": [vars(sample) for sample in measured.plain],
                "plugin": [vars(sample) for sample in measured.plugin],
            }
            for measured in measurements
        ],
    }
