"""The names that checkers give to errors, and where each is explained."""

import os
from collections.abc import Iterator
from pathlib import PurePosixPath

from .columns import COLUMNS, Answers, heading
from .markdown import code, table

ERROR_CODES = PurePosixPath("docs/error-codes.md")
RULES = {
    "mypy": "https://mypy.readthedocs.io/en/stable/_refs.html#code-{rule}",
    "pyright": "https://github.com/microsoft/pyright/blob/main/docs/configuration.md#{rule}",
    "basedpyright": "https://docs.basedpyright.com/latest/configuration/config-files/#{rule}",
    "ty": "https://ty.dev/rules#{rule}",
    "pyrefly": "https://pyrefly.org/en/docs/error-kinds/#{rule}",
    # Its names for kinds of errors are mypy's.
    "zuban": "https://mypy.readthedocs.io/en/stable/_refs.html#code-{rule}",
}


def address(checker: str, rule: str, page: PurePosixPath) -> str:
    """Give the link from a page of this repository to what explains a rule."""
    if rule.startswith("orm-"):
        return f"{relative(ERROR_CODES, page)}#{rule}"
    return RULES[checker.partition("-")[0]].format(rule=rule)


def index(answers: Answers, page: PurePosixPath) -> Iterator[str]:
    """List all names that occur, with links."""
    rows: list[list[str]] = []
    for checker in COLUMNS:
        names = {rule for answer in answers[checker].values() for rule in answer.rules}
        links = [f"[{code(rule)}]({address(checker, rule, page)})" for rule in sorted(names)]
        rows.append([heading(checker), ", ".join(links)])
    yield from table(["", "names of errors"], rows)


def relative(target: PurePosixPath, page: PurePosixPath) -> str:
    """Give the link from one page of this repository to another."""
    return os.path.relpath(target, page.parent)
