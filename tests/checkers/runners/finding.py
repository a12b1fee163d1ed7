"""What a checker says about a line, and how to start one."""

import re
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple


class Finding(NamedTuple):
    """A revealed type or an error; warnings and hints are left out."""

    path: str
    line: int
    message: str
    revealed: bool
    rule: str
    """The checker's own name for this kind of error, if it has one."""

    @property
    def answer(self) -> str:
        """Put it in the table's words: the type's short name, or "error"."""
        return shorten(self.message) if self.revealed else "error"


MODULE = re.compile(r"\b(?:\w+\.)+(?=\w)")


def shorten(revealed: str) -> str:
    """Drop what only spelling makes different between checkers.

    >>> shorten("builtins.list[shop.models.Book]")
    'list[Book]'
    >>> shorten("CoroutineType[Any, Any, Book]")
    'Coroutine[Any, Any, Book]'
    """
    return MODULE.sub("", revealed.strip("`")).replace("CoroutineType[", "Coroutine[")


def run(project: Path, checker: str, *arguments: str) -> str:
    """Run the checker that is installed beside this interpreter; give its standard output."""
    done = subprocess.run(
        [str(Path(sys.executable).with_name(checker)), *arguments],
        cwd=project,
        capture_output=True,
        text=True,
        check=False,
    )
    # All of them exit with 1 when they find errors, which the cases are full of.
    assert done.returncode in {0, 1}, done.stdout + done.stderr
    return done.stdout
