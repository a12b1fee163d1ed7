"""A run of the command: which files, what becomes of them, and the exit code."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import libcst as cst
from rich.progress import track

from orm_typing.cli.console import notices, print_complaints
from orm_typing.cli.declare import report
from orm_typing.cli.declare.planning import ModulePlan, plan_module
from orm_typing.cli.declare.sources import Sources
from orm_typing.cli.exit_codes import ExitCode
from orm_typing.cli.project import (
    ConfigurationError,
    OwnSourceError,
    UserProject,
    compiled_pattern,
    open_project,
)
from orm_typing.cli.source_files import (
    NEWER_PYTHON,
    RefusedError,
    SourceFile,
    UnreadableError,
    python_files,
    read_source,
    write_sources,
)
from orm_typing.relations.syntax import PARSE_ERRORS, parse_whole

_NO_SOURCE = (*PARSE_ERRORS, cst.ParserSyntaxError)


@dataclass
class Result:
    """What was found out of all files."""

    plans: dict[SourceFile, ModulePlan] = field(default_factory=dict[SourceFile, ModulePlan])
    skipped: dict[Path, str] = field(default_factory=dict[Path, str])

    @property
    def changed(self) -> dict[SourceFile, ModulePlan]:
        """The files whose text is not as it should be."""
        return {source: plan for source, plan in self.plans.items() if plan.before != plan.after}


def run(
    paths: tuple[Path, ...],
    mode: str | None,
    exclude: tuple[str, ...],
    config_file: Path | None,
    *,
    as_json: bool,
) -> ExitCode:
    """Do it; ``mode`` is ``write``, ``check``, or ``None`` for a diff."""
    try:
        project = open_project(config_file)
        patterns = [compiled_pattern(pattern) for pattern in (*project.options.exclude, *exclude)]
        files = list(_files(project, paths, patterns))
        project.refuse_own_library(files)
    except (ConfigurationError, OwnSourceError, RefusedError) as error:
        notices().print(f"orm-typing: {error}", style="red", markup=False)
        return ExitCode.REFUSED
    print_complaints(project.complaints)
    result = plan_files(project, files)
    if mode == "write":
        try:
            write_sources(
                {file.path: file.encode(plan.after) for file, plan in result.changed.items()}
            )
        except OSError as error:
            notices().print(f"orm-typing: nothing was changed: {error}", style="red", markup=False)
            return ExitCode.REFUSED
    report.show(result.plans, result.skipped, mode, as_json=as_json)
    if mode == "check" and result.changed:
        return ExitCode.FINDINGS
    return ExitCode.SKIPPED if result.skipped else ExitCode.DONE


def _files(
    project: UserProject, paths: tuple[Path, ...], patterns: list[re.Pattern[str]]
) -> Iterator[Path]:
    """The files that are meant; ``exclude`` counts for those that are found in folders."""
    given = paths or tuple(Path(file) for file in project.options.files or ())
    for file in python_files(given or (_shown(project.folder),), project.folder):
        relative = file.resolve().relative_to(project.folder.resolve()).as_posix()
        if file in paths or not any(pattern.search(relative) for pattern in patterns):
            yield file


def _shown(folder: Path) -> Path:
    """A folder by the shorter of its names."""
    relative = os.path.relpath(folder)
    return folder if relative.startswith("..") else Path(relative)


def plan_files(project: UserProject, files: Iterable[Path]) -> Result:
    """What the files should be. All are read and compared before the first one is changed."""
    result = Result()
    modules = list(project.modules(files))
    # An index must be there for each import root before anything is asked of any.
    indexes = {module.path: project.index_of(module) for module in modules}
    sources: dict[int, Sources] = {}
    for module in track(
        modules,
        description="Reading",
        console=notices(),
        transient=True,
        disable=not sys.stderr.isatty(),
    ):
        index = indexes[module.path]
        try:
            file = read_source(module.path)
            if index is None:
                parse_whole(file.text)
                continue
            known = sources.get(id(index))
            if known is None:
                known = sources[id(index)] = Sources(project.declared, index, project.options)
            plan = plan_module(known, module.name, file)
            file.encode(plan.after)  # a class of another module may be beyond its encoding
        except UnreadableError as error:
            result.skipped[module.path] = str(error).partition(": ")[2]
        except _NO_SOURCE as error:
            result.skipped[module.path] = _reason(error)
        else:
            result.plans[file] = plan
    return result


def _reason(error: BaseException) -> str:
    if isinstance(error, SyntaxError) and error.lineno:
        return f"{error.msg} (line {error.lineno}); {NEWER_PYTHON}"
    if isinstance(error, cst.ParserSyntaxError):
        return f"{error.message} (line {error.raw_line}); if it is right, libcst is too old for it"
    return str(error) or type(error).__name__
