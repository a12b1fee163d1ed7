"""The group of commands. Each is imported when it is called, so that ``--help`` is quick."""

from __future__ import annotations

from importlib import import_module

import click

from orm_typing import __version__

_COMMANDS: dict[str, str] = {}
"""Name of the command -> ``module:function`` that it is; the order is that of the help."""


class _LazyGroup(click.Group):
    """Finds its commands in :data:`_COMMANDS`."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        place = _COMMANDS.get(cmd_name)
        if place is None:
            return None
        module, _, function = place.partition(":")
        command = getattr(import_module(module), function)
        assert isinstance(command, click.Command)
        return command


@click.group(
    cls=_LazyGroup,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Exit codes: 0 done, 1 work left (--check) or a fault, 2 refused, 3 files skipped.",
)
@click.version_option(__version__, prog_name="orm-typing")
def orm_typing() -> None:
    """Bring the relations of your ORM models to every type checker and editor.

    Commands read source; they never import or run your project. Those that change files show a diff
    first: add --write to apply it, or --check to fail in CI when something is left to do.
    """
