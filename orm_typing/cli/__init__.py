"""The command ``orm-typing``: what the plugin knows, for editors, for old code and for the eye.

``app`` is the group of commands, and each command has a folder of its own::

    declare  reverse accessors and keys, written into the user's classes
    uncast   casts and comments that the types made needless, removed
    init     the configuration of mypy
    doctor   what is wrong in an installation
    graph    the relations as a picture

They share ``project`` (where it is, its settings, what it declares), ``source_files`` (reading and
writing the user's files) and ``console`` (what is shown). Nothing here imports or runs the
user's project.

Importing this package needs nothing but the standard library: what a command needs comes with the
extra ``orm-typing[cli]``.
"""

from __future__ import annotations

import sys

EXTRA = ("click", "libcst", "rich", "tomlkit")
"""The packages of the extra ``cli``."""


def main() -> None:
    """Run the command; without its extra, say what to install."""
    try:
        from orm_typing.cli.app import orm_typing

        reconfigure = getattr(sys.stdout, "reconfigure", None)
        if reconfigure is not None:
            # The user's source may have what the output's encoding has not, on Windows above all.
            reconfigure(errors="backslashreplace")
        orm_typing(prog_name="orm-typing")
    except ModuleNotFoundError as error:
        if error.name is None or error.name.partition(".")[0] not in EXTRA:
            raise
        sys.exit(
            f"orm-typing: the command needs {error.name!r}, which is not installed. "
            'Install it with: pip install "orm-typing[cli]"'
        )
