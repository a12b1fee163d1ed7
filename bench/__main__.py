"""The benchmark's command line."""

from __future__ import annotations

import argparse
import contextlib
import json
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from bench import projects, report
from bench.measure import Measurement, Setup, measure
from bench.run import RunFailedError


def main(arguments: list[str] | None = None) -> int:
    """Measure what was asked for; 1 if mypy failed anywhere."""
    options = _parser().parse_args(arguments)
    setup = Setup(
        plugin=None if options.plugin == "none" else _absolute_if_file(options.plugin),
        companions=options.companions,
        mypy_path=[str(path.resolve()) for path in options.mypy_path],
        repeat=options.repeat or (1 if options.quick else 5),
        everything_cold=options.all_cold,
    )
    asked = options.project or ["all"]
    names = projects.NAMES if "all" in asked else tuple(dict.fromkeys(asked))
    about = report.versions(setup)
    print("; ".join(f"{name} {value}" for name, value in about.items()))
    print(f"median of {setup.repeat}\n", flush=True)
    found: list[Measurement] = []
    comments: list[str] = []
    has_failed = False
    with _workspace(options.keep) as workspace:
        for name in names:
            project = projects.build(name, options.quick)
            folder = workspace / name
            folder.mkdir(parents=True)
            measured: list[Measurement] = []
            try:
                for scenario in measure(project, folder, setup, _progress):
                    measured.append(scenario)
            except RunFailedError as problem:
                has_failed = True
                print(f"{name}: mypy failed, {problem}\n", file=sys.stderr)
            found += measured
            if measured:
                comments.append(f"{report.messages(measured[0])} ({project.summary})")
    _progress("")
    print(report.table(found))
    print("\n" + "\n".join(comments))
    if options.json:
        text = json.dumps(report.as_json(found, about), indent=2)
        options.json.write_text(text + "\n", encoding="utf-8")
    return int(has_failed)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m bench",
        description="Compare mypy with the plugin to mypy without it, on generated projects. "
        "Runs the mypy, the plugin and the stubs that are installed beside this Python.",
    )
    parser.add_argument(
        "--project",
        action="append",
        choices=[*projects.NAMES, "all"],
        help="what to measure, may be repeated; default: all",
    )
    parser.add_argument("--repeat", type=_positive, help="runs of each kind; default: 5")
    parser.add_argument("--quick", action="store_true", help="small projects, one run of each kind")
    parser.add_argument(
        "--all-cold", action="store_true", help="measure runs without a cache of libraries, too"
    )
    parser.add_argument(
        "--plugin",
        default="orm_typing.mypy",
        help="module or file of the plugin; 'none' compares plain mypy with itself, which shows "
        "how noisy the machine is; default: %(default)s",
    )
    parser.add_argument(
        "--with",
        dest="companions",
        action="append",
        default=[],
        metavar="PLUGIN",
        help="another plugin for both sides, such as pydantic.mypy; may be repeated",
    )
    parser.add_argument(
        "--mypy-path",
        type=Path,
        action="append",
        default=[],
        metavar="DIR",
        help="a mypy_path for both sides; may be repeated",
    )
    parser.add_argument("--json", type=Path, metavar="FILE", help="write all samples there")
    parser.add_argument(
        "--keep",
        type=_new_folder,
        metavar="DIR",
        help="leave projects and caches in this new folder",
    )
    return parser


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("has to be 1 or more")
    return number


def _new_folder(text: str) -> Path:
    if Path(text).exists():
        raise argparse.ArgumentTypeError(f"{text} is there already")
    return Path(text)


def _absolute_if_file(plugin: str) -> str:
    """Mypy takes a file's path relative to its configuration, which lies elsewhere."""
    return str(Path(plugin).resolve()) if plugin.endswith(".py") else plugin


@contextlib.contextmanager
def _workspace(keep: Path | None) -> Iterator[Path]:
    if keep is not None:
        keep.mkdir(parents=True)
        yield keep.resolve()
    else:
        with tempfile.TemporaryDirectory(prefix="orm-typing-bench-") as folder:
            yield Path(folder).resolve()


def _progress(text: str) -> None:
    if sys.stderr.isatty():
        print(f"\r\x1b[K{text}", end="", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
