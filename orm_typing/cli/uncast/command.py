"""The command: read, try, show, and write."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NoReturn

import click
from rich.status import Status

from orm_typing.cli.console import notices, output, print_diff, print_json
from orm_typing.cli.exit_codes import ExitCode
from orm_typing.cli.found import is_excluded
from orm_typing.cli.project import (
    ConfigurationError,
    OwnSourceError,
    UserProject,
    open_project,
)
from orm_typing.cli.source_files import (
    RefusedError,
    SourceFile,
    UnreadableError,
    python_files,
    read_source,
    write_sources,
)
from orm_typing.cli.uncast.checker import Checker, CheckerError
from orm_typing.cli.uncast.report import as_json, print_summary, shown
from orm_typing.cli.uncast.rounds import Outcome, Rounds

PLUGIN = "orm_typing.mypy"


@click.command(
    epilog="Exit codes: 0 done, 1 something can go (--check), 2 refused, 3 files skipped."
)
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--write", is_flag=True, help="Write the files.")
@click.option("--check", is_flag=True, help="Write nothing, and exit with 1 if something can go.")
@click.option("--json", "is_json", is_flag=True, help="Print the result for a machine.")
@click.option(
    "--config-file",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="mypy's configuration, if it is not where mypy finds it.",
)
@click.pass_context
def uncast(
    ctx: click.Context,
    paths: tuple[Path, ...],
    write: bool,
    check: bool,
    is_json: bool,
    config_file: Path | None,
) -> None:
    """Remove casts and other help that mypy does not need any more.

    Looks at the files in PATHS (default: mypy's 'files', else the working directory) for what was
    written because an ORM's relations had no types: cast(...), getattr(author, "books"), variables
    that are annotated with Any, attributes that a class declares as Any below TYPE_CHECKING, and
    "type: ignore" comments. Each goes only if mypy, with your configuration, then reports nothing
    new and knows a type that is as good or better. Imports that it alone needed go too.

    mypy runs on a copy of the project. Nothing is written without --write, and then all files or
    none. What stays is listed with the reason.
    """
    if write and check:
        raise click.UsageError("--write and --check exclude each other")
    try:
        project = _project(config_file)
        files = list(_files(project, paths))
        project.refuse_own_library(files)
        sources, unreadable = _read(files)
        outcome = _tried(project, sources)
        outcome.skipped.update(unreadable)
        if write:
            _write(sources, outcome)
    except (ConfigurationError, OwnSourceError, RefusedError, CheckerError, OSError) as error:
        _refuse(ctx, str(error))
    _show(sources, outcome, is_written=write, is_json=is_json)
    ctx.exit(_exit_code(outcome, is_check=check))


def _project(config_file: Path | None) -> UserProject:
    project = open_project(config_file)
    plugins = {plugin.partition(":")[0] for plugin in project.options.plugins}
    if PLUGIN not in plugins:
        place = project.options.config_file or "a configuration file of mypy"
        raise RefusedError(
            f"{PLUGIN} is not among the plugins in {place}, so mypy does not know the types that "
            "make casts needless; set it up with: orm-typing init"
        )
    return project


def _files(project: UserProject, paths: Sequence[Path]) -> Iterator[Path]:
    """The files that are meant; of those in folders none that mypy leaves out."""
    for path in paths or list(map(Path, project.options.files or (os.curdir,))):
        for file in python_files((path,), project.folder):
            if path.is_file() or not is_excluded(project, file, path):
                yield file


def _read(files: Iterable[Path]) -> tuple[dict[str, SourceFile], dict[str, str]]:
    sources: dict[str, SourceFile] = {}
    unreadable: dict[str, str] = {}
    for file in files:
        path = str(file.resolve())
        try:
            sources[path] = read_source(file)
        except UnreadableError as error:
            unreadable[path] = str(error)
    return sources, unreadable


def _tried(project: UserProject, sources: Mapping[str, SourceFile]) -> Outcome:
    if not sources:
        return Outcome()
    with Status("reading the project", console=notices()) as status:

        def on_run(count: int) -> None:
            status.update(f"mypy checks a copy of the project (run {count})")

        with Checker(project, sources, on_run) as checker:
            return Rounds(sources, checker).run()


def _write(sources: Mapping[str, SourceFile], outcome: Outcome) -> None:
    changes: dict[Path, bytes] = {}
    for path, text in outcome.texts.items():
        source = sources[path]
        if source.path.read_bytes() != source.encode(source.text):
            raise RefusedError(
                f"{shown(path)}: changed while mypy was running; nothing was written, run it again"
            )
        changes[source.path] = source.encode(text)
    write_sources(changes)


def _show(
    sources: Mapping[str, SourceFile], outcome: Outcome, *, is_written: bool, is_json: bool
) -> None:
    if is_json:
        print_json(as_json(outcome, is_written=is_written))
    else:
        for path, text in sorted(outcome.texts.items()):
            print_diff(output(), shown(path), sources[path].text, text)
        print_summary(notices(), outcome, is_written=is_written)
    for path, reason in sorted(outcome.skipped.items()):
        notices().print(f"skipped: {shown(path)}: {reason}", markup=False, style="yellow")


def _exit_code(outcome: Outcome, *, is_check: bool) -> ExitCode:
    if is_check and outcome.gone:
        return ExitCode.FINDINGS
    return ExitCode.SKIPPED if outcome.skipped else ExitCode.DONE


def _refuse(ctx: click.Context, reason: str) -> NoReturn:
    notices().print(f"orm-typing uncast: {reason}", markup=False, style="red")
    ctx.exit(ExitCode.REFUSED)
