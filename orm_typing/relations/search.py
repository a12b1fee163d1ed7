"""Which files are worth parsing? A search for words in their bytes.

A relation can't be declared without writing the constructor's name, or the name under which one of
the project's modules re-exports it; and a string can't name a class that nobody writes ``class``
for, or assigns. So those names are the needles, and files without any are never parsed.
"""

from __future__ import annotations

import re
from typing import NamedTuple


class Needles(NamedTuple):
    """Names to look for."""

    words: frozenset[str] = frozenset()
    """Names of constructors, under which modules of the project bind them too; ``@extend`` is that
    of a decorator."""
    classes: frozenset[str] = frozenset()
    """Names of classes that relations give as strings."""

    def beyond(self, known: Needles) -> Needles:
        """Those that ``known`` lacks."""
        return Needles(self.words - known.words, self.classes - known.classes)

    def __bool__(self) -> bool:
        return bool(self.words or self.classes)


class Search:
    """A search for ``needles``, compiled once for many files."""

    def __init__(self, needles: Needles) -> None:
        # Within a longer word the name of a constructor may still be found (`AsyncForeignKey`
        # contains `ForeignKey`): such a file is parsed in vain, and no harm is done.
        words = {_searchable(name) for name in needles.words if not name.startswith("@")}
        decorators = sorted(name[1:].encode() for name in needles.words if name.startswith("@"))
        self._decorators = (
            re.compile(rb"@(?:\w+\.)*(?:%s)\b" % b"|".join(map(re.escape, decorators)))
            if decorators
            else None
        )
        self._words = tuple(
            sorted(
                word for word in words if not any(part != word and part in word for part in words)
            )
        )
        self._classes = tuple(sorted({_searchable(name) for name in needles.classes}))
        self._binding = re.compile(
            rb"\bclass\b[^\n:]*?(?:%s)|(?:^|\n)[^\n=(]*(?:%s)[^\n=(]*="
            % ((b"|".join(map(re.escape, self._classes)),) * 2)
        )

    def matches(self, data: bytes) -> bool:
        """Whether a file with this text has to be parsed."""
        for word in self._words:
            if word in data:
                return True
        if self._decorators is not None and self._decorators.search(data):
            return True
        for name in self._classes:
            if name in data:
                # A line may continue between `class` and the name; nobody writes that.
                return self._binding.search(data) is not None
        return False


def _searchable(name: str) -> bytes:
    """The longest part of ``name`` whose bytes are the same in every encoding of PEP 263.

    An identifier without any ASCII letter is looked for by the keyword that binds it, in the files
    that bind names at all: ``class``, ``import`` or ``=`` would all do, and a blank is in each.
    """
    longest = max(re.split(r"[^\x00-\x7f]+", name), key=len)
    return longest.encode("ascii") or b" "
