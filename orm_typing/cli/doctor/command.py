"""The command: run the checks, show what they say."""

from __future__ import annotations

from pathlib import Path

import click
from rich.console import Console
from rich.text import Text

from orm_typing import __version__
from orm_typing.cli.console import notices, number, output, print_json
from orm_typing.cli.doctor.examination import Section, count, examine
from orm_typing.cli.doctor.finding import Level
from orm_typing.cli.exit_codes import ExitCode

_STYLES = {Level.OK: "green", Level.NOTE: "cyan", Level.WARNING: "yellow", Level.FAULT: "bold red"}
_WIDTH = max(len(level.value) for level in Level)


@click.command
@click.option(
    "--config-file",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="mypy's configuration file. Default: the one that mypy finds.",
)
@click.option("--json", "as_json", is_flag=True, help="Print the findings as JSON.")
@click.pass_context
def doctor(ctx: click.Context, config_file: Path | None, as_json: bool) -> None:
    """Tell what is wrong in an installation, and what to do about it.

    Looks at versions, the configuration file that mypy reads and the plugins in it, the environment
    that mypy checks, the stubs, and the models and relations of the project. Nothing of the project
    is imported. Run it where mypy runs.

    Exits with 1 if there is a fault; notes and warnings do not count.
    """
    with notices().status("Looking at the project"):
        sections = list(examine(config_file))
    if as_json:
        print_json(_as_json(sections))
    else:
        _print(output(), sections)
    ctx.exit(ExitCode.FINDINGS if count(sections, Level.FAULT) else ExitCode.DONE)


def _print(console: Console, sections: list[Section]) -> None:
    for section in sections:
        if not section.findings:
            continue
        console.print(section.title, style="bold")
        for finding in section.findings:
            line = Text(f"  {finding.level.value:<{_WIDTH}}  ", style=_STYLES[finding.level])
            line.append(finding.text, style="default")
            console.print(line)
            if finding.remedy:
                console.print(Text(f"  {'':<{_WIDTH}}  -> {finding.remedy}", style="bold"))
    faults, warnings = count(sections, Level.FAULT), count(sections, Level.WARNING)
    style = "bold red" if faults else "yellow" if warnings else "green"
    summary = f"{number(faults, 'fault')}, {number(warnings, 'warning')}"
    console.print(Text(summary, style=style))


def _as_json(sections: list[Section]) -> object:
    return {
        "version": __version__,
        "faults": count(sections, Level.FAULT),
        "warnings": count(sections, Level.WARNING),
        "findings": [
            {
                "section": section.title,
                "level": finding.level.value,
                "text": finding.text,
                "remedy": finding.remedy or None,
            }
            for section in sections
            for finding in section.findings
        ],
    }
