"""The language servers, and what an editor has to tell each."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True)
class Server:
    """How to start one."""

    command: tuple[str, ...]
    configuration: Mapping[str, object] = field(default_factory=dict)
    """The editor's settings."""
    files: Mapping[str, str] = field(default_factory=dict)
    """The project's settings."""

    @property
    def arguments(self) -> list[str]:
        """The command line, with the program that is installed beside this interpreter."""
        program, *rest = self.command
        return [str(Path(sys.executable).with_name(program)), *rest]


# The others find the environment by VIRTUAL_ENV, as in an editor that is started from a shell.
INTERPRETER = {"python": {"pythonPath": sys.executable}}
SERVERS = {
    "pyright": Server(("pyright-langserver", "--stdio"), INTERPRETER),
    "basedpyright": Server(("basedpyright-langserver", "--stdio"), INTERPRETER),
    "ty": Server(("ty", "server")),
    # Without a configuration of its own it shows only few kinds of errors.
    "pyrefly": Server(("pyrefly", "lsp"), files={"pyrefly.toml": 'preset = "default"\n'}),
    "zuban": Server(("zuban", "server")),
}
