"""Calling the command in this process."""

from __future__ import annotations

from typing import NamedTuple

from click.testing import CliRunner

from orm_typing.cli.app import orm_typing


class Called(NamedTuple):
    """What a call gave."""

    exit_code: int
    stdout: str
    stderr: str


def call(*arguments: str) -> Called:
    """``orm-typing`` with these arguments, in the working directory."""
    result = CliRunner().invoke(orm_typing, arguments, prog_name="orm-typing")
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return Called(result.exit_code, result.stdout, result.stderr)
