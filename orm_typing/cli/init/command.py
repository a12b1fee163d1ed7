"""The command: choose the file, edit its text, write it, and say so."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn

import click

from orm_typing.cli.config_files import ConfigFile
from orm_typing.cli.console import notices, output, print_diff
from orm_typing.cli.exit_codes import ExitCode
from orm_typing.cli.found import included_files
from orm_typing.cli.hidden_stubs import hiding_sections
from orm_typing.cli.init import ini, toml
from orm_typing.cli.init.place import Place, PlaceError, choose, named
from orm_typing.cli.init.plugins import PLUGIN, Edit, EditError, needed_edit
from orm_typing.cli.project import (
    ConfigurationError,
    OwnSourceError,
    open_project,
    read_options,
)
from orm_typing.cli.source_files import write_sources


@click.command
@click.option(
    "--config-file",
    type=click.Path(dir_okay=False, path_type=Path),
    help="The file to set up, made if it is not there. Default: the file that mypy reads.",
)
@click.option("--diff", "only_diff", is_flag=True, help="Show the change, and write nothing.")
@click.option("--check", is_flag=True, help="Write nothing, and exit with 1 if a change is needed.")
@click.pass_context
def init(ctx: click.Context, config_file: Path | None, only_diff: bool, check: bool) -> None:
    """Add orm_typing.mypy to the plugins in mypy's configuration.

    The file is the one that mypy reads from the working directory: mypy.ini, .mypy.ini,
    pyproject.toml or setup.cfg, there or above. If there is none, [tool.mypy] is added to a
    pyproject.toml, or else a mypy.ini is made. Only the list of plugins changes: other settings,
    plugins, comments and line endings stay. The order of plugins makes no difference to
    pydantic.mypy.

    It is safe to run again: a file that has the plugin is left alone. Other type checkers need no
    set-up: they find the stubs that are installed with orm-typing.
    """
    try:
        place = choose(Path.cwd()) if config_file is None else named(config_file)
        _refuse_own_library(place)
        edit = needed_edit(place.file.plugins)
        text = place.file.text if edit is None else _edited(place.file, edit)
    except (PlaceError, EditError) as error:
        _refuse(ctx, str(error))
    except OwnSourceError as error:
        output().print(f"{error}.", markup=False)
        ctx.exit(ExitCode.DONE)
    is_dry = only_diff or check
    shown = _shown(place.file.path)
    if edit is None:
        output().print(f"{shown}: {PLUGIN} is among the plugins; nothing to do.", markup=False)
    else:
        print_diff(output(), shown, place.file.text, text)
        if not is_dry:
            try:
                write_sources({place.file.path: text.encode("utf-8")})
            except OSError as error:
                _refuse(ctx, f"{shown} was not changed: {error}")
            output().print(_what_was_done(shown, place, edit), markup=False)
    for note in _notes(place, is_written=edit is None or not is_dry):
        notices().print(f"note: {note}", markup=False)
    ctx.exit(ExitCode.FINDINGS if check and edit is not None else ExitCode.DONE)


def _refuse_own_library(place: Place) -> None:
    """Raise :class:`OwnSourceError` where the plugin would do nothing."""
    with contextlib.suppress(ConfigurationError):  # of which the notes speak
        project = open_project(None if place.is_new else place.file.path)
        project.refuse_own_library(included_files(project, Path.cwd()))


def _refuse(ctx: click.Context, reason: str) -> NoReturn:
    notices().print(f"orm-typing init: {reason}", markup=False, style="red")
    ctx.exit(ExitCode.REFUSED)


def _edited(file: ConfigFile, edit: Edit) -> str:
    try:
        if file.is_toml:
            return toml.with_plugin(file.text, edit)
        return ini.with_plugin(file.text, edit)
    except EditError as error:
        plugins = ", ".join(edit.applied(file.plugins or ()))
        raise EditError(
            f"{_shown(file.path)} was not changed: {error}. Write it by hand: plugins = {plugins}"
        ) from error


def _what_was_done(shown: str, place: Place, edit: Edit) -> str:
    if place.is_new:
        return f"{shown}: made, with the plugin {PLUGIN}."
    if edit.replaced is not None:
        return f"{shown}: the plugin is called {PLUGIN}, and not {edit.replaced}."
    return f"{shown}: {PLUGIN} is now among the plugins."


def _notes(place: Place, *, is_written: bool) -> Iterator[str]:
    for other in place.ignored:
        yield (
            f"mypy does not read the section for mypy in {_shown(other.path)}, "
            f"because {_shown(place.file.path)} comes first"
        )
    try:
        options = read_options(place.file.path) if is_written else None
    except ConfigurationError as error:
        yield str(error)
    else:
        for hiding in hiding_sections(options) if options is not None else ():
            yield hiding.text
    yield (
        "pyright, basedpyright, ty and pyrefly need no set-up: they find the stubs; zuban does so "
        "where the environment is active"
    )


def _shown(path: Path) -> str:
    relative = os.path.relpath(path)
    return str(path) if relative.startswith(os.pardir) else relative
