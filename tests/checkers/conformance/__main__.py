"""``python -m tests.checkers.conformance [--write]``."""

import argparse
import tempfile
from pathlib import Path

from tests.checkers.project import Runs
from tests.checkers.table import REPOSITORY
from tests.language_servers.page import PAGE, page

from .pages import differences, pages


def main() -> int:
    """Print what differs from the pages in the repository, or write them."""
    parser = argparse.ArgumentParser(description="Compare docs/conformance with what checkers say.")
    parser.add_argument("--write", action="store_true", help="write the pages instead")
    write: bool = parser.parse_args().write
    with tempfile.TemporaryDirectory() as folder:
        made = {**pages(Runs(Path(folder).resolve())), PAGE: page()}
    if write:
        for path, text in made.items():
            (REPOSITORY / path).parent.mkdir(exist_ok=True)
            (REPOSITORY / path).write_text(text, encoding="utf-8")
        return 0
    difference = "".join(differences(made))
    print(difference, end="")
    return 1 if difference else 0


if __name__ == "__main__":
    raise SystemExit(main())
