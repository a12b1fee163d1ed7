"""Run mypy on what the documentation shows."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from .pages import Said

_LINE = re.compile(r"^(?P<file>[^:\n]+\.py):(?P<line>\d+): (?P<message>(?:error|note): .+)$")


class Checked(NamedTuple):
    """What one run of mypy gave."""

    status: int
    output: str

    @property
    def said(self) -> dict[str, list[Said]]:
        """Errors and notes by file; the order of messages about one line does not count."""
        found: dict[str, list[Said]] = {}
        for line in self.output.splitlines():
            match = _LINE.match(line)
            if match is not None:
                said = Said(int(match.group("line")), match.group("message"))
                found.setdefault(match.group("file"), []).append(said)
        return {file: sorted(messages) for file, messages in found.items()}

    def revealed(self, file: str) -> list[str]:
        """The types that ``reveal_type`` shows in a file, classes without their modules."""
        return [
            re.sub(r"\b(?:\w+\.)+(\w)", r"\1", said.message.partition('"')[2].rstrip('"'))
            for said in self.said[file]
        ]


def write_project(folder: Path, files: Mapping[str, str]) -> Path:
    """Write files, and a configuration with the plugin, strictly; the folder."""
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    (folder / "mypy.ini").write_text(
        "[mypy]\nplugins = orm_typing.mypy\nstrict = True\n", encoding="utf-8"
    )
    return folder


def reveals(expressions: Iterable[str]) -> str:
    """The body of a function that reveals their types."""
    return "\n".join(f"    reveal_type({expression})" for expression in expressions)


def prints(expressions: Iterable[str], indent: int = 4) -> str:
    """The body of a function that prints the names of their classes."""
    return "\n".join(
        f"{' ' * indent}print(type({expression}).__name__)" for expression in expressions
    )


def check(folder: Path, *arguments: str, cache: Path | None = None) -> Checked:
    """Run mypy in ``folder``, with the configuration that it finds there."""
    done = subprocess.run(
        [sys.executable, "-m", "mypy", "--no-error-summary", "--no-pretty", *arguments],
        cwd=folder,
        env=os.environ | ({} if cache is None else {"MYPY_CACHE_DIR": str(cache)}),
        capture_output=True,
        text=True,
        check=False,
    )
    return Checked(done.returncode, done.stdout + done.stderr)


def run(folder: Path, file: str) -> subprocess.CompletedProcess[str]:
    """Execute one file, as its reader would."""
    return subprocess.run(
        [sys.executable, file], cwd=folder, capture_output=True, text=True, check=False
    )
