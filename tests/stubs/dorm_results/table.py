"""The rows of `table.toml`."""

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

HERE = Path(__file__).parent

# What `it` and `none` stand for in calls about a class.
SUBJECTS = {"QuerySet": ("books", "nothing"), "Manager": ("Book.objects", "Book.empty")}


class Row(NamedTuple):
    """A method of a class, the type of what it gives, and calls that give it."""

    owner: str
    title: str
    type: str
    calls: tuple[str, ...]
    unseen: bool

    @property
    def method(self) -> str:
        """The method's name, without the word that tells several rows apart."""
        return self.title.partition(" ")[0]


def load() -> list[Row]:
    """Read the table; a heading that names two classes gives a row for each."""
    document = tomllib.loads((HERE / "table.toml").read_text(encoding="utf-8"))
    return [
        Row(
            owner,
            title,
            entry["type"],
            tuple(_with_subjects(owner, call) for call in entry["calls"]),
            "unseen" in entry,
        )
        for owners, rows in document.items()
        for owner in owners.split(", ")
        for title, entry in rows.items()
    ]


def _with_subjects(owner: str, call: str) -> str:
    it, none = SUBJECTS.get(owner, ("it", "none"))
    return re.sub(r"(?<!\.)\bnone\b", none, re.sub(r"\bit\b", it, call))


def shelf_names() -> Iterator[str]:
    """Find what `library.Shelf` gives names to, without importing the library."""
    yield from re.findall(r"^ +self\.(\w+) =", (HERE / "library.py").read_text("utf-8"), re.M)
