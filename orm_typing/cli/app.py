"""The group of commands. Each is imported when it is called, so that ``--help`` is quick."""

from __future__ import annotations

from importlib import import_module
from typing import NamedTuple

import click

from orm_typing import __version__


class _Place(NamedTuple):
    """Where a command is, and what the help of the group says of it without importing it."""

    function: str
    """``module:function``."""
    summary: str


_COMMANDS: dict[str, _Place] = {
    "declare": _Place(
        "orm_typing.cli.declare.command:declare",
        "Declare reverse accessors and keys in your model classes.",
    ),
    "uncast": _Place(
        "orm_typing.cli.uncast.command:uncast",
        "Remove casts and other help that mypy does not need any more.",
    ),
    "init": _Place(
        "orm_typing.cli.init.command:init",
        "Set up mypy: the plugin in its configuration file.",
    ),
    "doctor": _Place(
        "orm_typing.cli.doctor.command:doctor",
        "Tell what is wrong in an installation, and what to do about it.",
    ),
    "graph": _Place(
        "orm_typing.cli.graph.command:graph",
        "Draw the models and the relations between them.",
    ),
}
"""By name; the order is that of the help."""


class _LazyGroup(click.Group):
    """Finds its commands in :data:`_COMMANDS`."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        place = _COMMANDS.get(cmd_name)
        if place is None:
            return None
        module, _, function = place.function.partition(":")
        command = getattr(import_module(module), function)
        assert isinstance(command, click.Command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, place.summary) for name, place in _COMMANDS.items()])


@click.group(
    cls=_LazyGroup,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Exit codes: 0 done, 1 work left (--check) or a fault, 2 refused, 3 files skipped.",
)
@click.version_option(__version__, prog_name="orm-typing")
def orm_typing() -> None:
    """Bring the relations of your ORM models to every type checker and editor.

    Commands read source; they never import or run your project. Those that change source show a
    diff first: add --write to apply it, or --check to fail in CI when something is left to do.
    """
