"""The command: find the relations, choose a part, draw it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

import click

from orm_typing.cli.console import notices, output, print_complaints
from orm_typing.cli.exit_codes import ExitCode
from orm_typing.cli.found import Found, find_all, shown_path
from orm_typing.cli.graph import dot, html, mermaid
from orm_typing.cli.graph.picture import NoSuchNameError, Picture, chosen, draw
from orm_typing.cli.graph.records import records
from orm_typing.cli.graph.table import print_table
from orm_typing.cli.project import ConfigurationError, open_project
from orm_typing.cli.source_files import NEWER_PYTHON, lost_places, write_sources

_RENDERERS: dict[str, Callable[[Picture], str]] = {
    "mermaid": mermaid.render,
    "dot": dot.render,
    "html": html.render,
    "json": lambda picture: json.dumps(records(picture), indent=2) + "\n",
}
_BY_SUFFIX = {
    ".mmd": "mermaid",
    ".mermaid": "mermaid",
    ".dot": "dot",
    ".gv": "dot",
    ".html": "html",
    ".htm": "html",
    ".json": "json",
}

# A constant, for click wants the character \b before lines that it must not fill.
_HELP = """Draw the models and the relations between them.

The source below the working directory is read; nothing of it is imported.

\b
orm-typing graph                        a table
orm-typing graph -o relations.html      a page to look around in, without a network
orm-typing graph -f mermaid             text that GitHub shows as a picture
orm-typing graph -f dot | dot -Tsvg     Graphviz
orm-typing graph -p shop.sales          one package, with what its relations lead to

Classes in functions are left out. A file that can't be parsed is named, and the exit code is 3.
"""


@click.command(help=_HELP)
@click.option(
    "--format",
    "-f",
    "format_name",
    type=click.Choice(["table", *_RENDERERS]),
    help="What to draw. Default: by the name of the output file, or else a table.",
)
@click.option(
    "--output",
    "-o",
    "output_file",
    type=click.Path(dir_okay=False, path_type=Path),
    help="The file to write; it is replaced. Default: the standard output.",
)
@click.option("--package", "-p", "packages", multiple=True, help="Only models of this package.")
@click.option("--model", "-m", "models", multiple=True, help="Only this model and its neighbours.")
@click.option("--json", "as_json", is_flag=True, help="The same as --format json.")
@click.option(
    "--config-file",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="mypy's configuration file. Default: the one that mypy finds.",
)
@click.pass_context
def graph(
    ctx: click.Context,
    format_name: str | None,
    output_file: Path | None,
    packages: tuple[str, ...],
    models: tuple[str, ...],
    as_json: bool,
    config_file: Path | None,
) -> None:
    """Find, choose, draw, write."""
    if as_json and format_name not in (None, "json"):
        raise click.UsageError(f"--json and --format {format_name} exclude each other")
    try:
        with notices().status("Reading the project"):
            project = open_project(config_file)
            found = find_all(project, Path.cwd())
        print_complaints(project.complaints)
        picture = chosen(draw(found), packages, models)
    except (ConfigurationError, NoSuchNameError) as error:
        _refuse(ctx, str(error))
    name = "json" if as_json else format_name or _format_of(output_file)
    if name == "table" and output_file is not None:
        endings = ".html, .mmd, .dot or .json"
        _refuse(ctx, f"{output_file}: name a format, or a file that ends in {endings}")
    if output_file is not None:
        try:
            # On Linux the name of a file may be no text.
            content = _RENDERERS[name](picture).encode("utf-8", "backslashreplace")
            write_sources({output_file: content})
        except OSError as error:
            _refuse(ctx, str(error))
        notices().print(f"{output_file}: written", markup=False)
    elif name == "table":
        print_table(output(), picture)
    else:
        click.echo(_RENDERERS[name](picture), nl=False)
    ctx.exit(_report_broken(found))


def _format_of(output_file: Path | None) -> str:
    return "table" if output_file is None else _BY_SUFFIX.get(output_file.suffix.lower(), "table")


def _refuse(ctx: click.Context, reason: str) -> NoReturn:
    notices().print(f"orm-typing graph: {reason}", markup=False, style="red")
    ctx.exit(ExitCode.REFUSED)


def _report_broken(found: Found) -> ExitCode:
    for path in found.broken_files:
        places = lost_places(path)
        what = f"can't be parsed at {places}, which" if places else "can't be read, and"
        notices().print(f"{shown_path(path)}: {what} is left out", markup=False, style="yellow")
    if found.broken_files:
        notices().print(f"Mend the errors; {NEWER_PYTHON}.", markup=False, style="yellow")
    return ExitCode.SKIPPED if found.broken_files else ExitCode.DONE
