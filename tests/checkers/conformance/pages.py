"""All pages, and how they differ from those in the repository."""

import difflib
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

from tests.checkers.answers import answers
from tests.checkers.labels import PACKAGES, library
from tests.checkers.project import Runs
from tests.checkers.runners import CHECKERS
from tests.checkers.table import REPOSITORY

from .library_page import MAIN, library_page, path
from .main_page import main_page


def pages(runs: Runs) -> dict[PurePosixPath, str]:
    """Write all pages from what the checkers say."""
    # Backwards: another process of pytest-xdist may be at it from the front.
    said = {checker: answers(runs.findings(checker)) for checker in reversed(CHECKERS)}
    lines = {MAIN: main_page(said)}
    for name in dict.fromkeys(map(library, PACKAGES)):
        lines[path(name)] = library_page(name, said)
    return {where: "\n".join(page) + "\n" for where, page in lines.items()}


def differences(made: Mapping[PurePosixPath, str]) -> Iterator[str]:
    """Compare pages with those in the repository."""
    for where, text in made.items():
        file = REPOSITORY / where
        before = file.read_text(encoding="utf-8") if file.exists() else ""
        yield from difflib.unified_diff(
            before.splitlines(keepends=True),
            text.splitlines(keepends=True),
            f"a/{where}",
            f"b/{where}",
            n=1,
        )
