"""Which libraries does the project's text mention, and which names does it announce?

A description can ask for both (:class:`~orm_typing.relations.vocabulary.Vocabulary`): a library
that no file mentions is none of the project's business, and some words give an attribute to a class
that may stand elsewhere::

    team: Team = Relationship(sa_relationship_kwargs={"backref": "heroes"})
    Team.size = column_property(...)

The search is one of bytes. What it finds too much keeps a feature silent, and does no harm.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from orm_typing.relations.vocabulary import Vocabulary


class Signs:
    """What the files were found to say; ``found`` is what an earlier run knew, by path."""

    def __init__(
        self, vocabulary: Vocabulary, found: Mapping[str, tuple[str, ...]] | None = None
    ) -> None:
        self._packages = tuple((name, name.encode()) for name in vocabulary.packages)
        self._announcements = tuple(
            (word.encode(), pattern.encode()) for word, pattern in vocabulary.announcements
        )
        self.found: dict[str, tuple[str, ...]] = dict(found or {})
        """Path to the packages that a file mentions, and after a dot the names it announces."""

    def read(self, path: str, data: bytes) -> None:
        """Take note of a file's text."""
        signs = [name for name, word in self._packages if word in data]
        names: set[bytes] = set()
        for word, pattern in self._announcements:
            if word in data:
                names.update(re.findall(pattern, data))
        signs += sorted(f".{name.decode('ascii', 'ignore')}" for name in names)
        if signs:
            self.found[path] = tuple(signs)
        else:
            self.forget(path)

    def forget(self, path: str) -> None:
        """The file is gone, or can't be read."""
        self.found.pop(path, None)

    @property
    def packages(self) -> frozenset[str]:
        """The libraries that some file mentions."""
        return frozenset(sign for sign in self._all() if not sign.startswith("."))

    @property
    def announced(self) -> frozenset[str]:
        """The names that some file announces."""
        return frozenset(sign[1:] for sign in self._all() if sign.startswith("."))

    def _all(self) -> Iterable[str]:
        return (sign for signs in self.found.values() for sign in signs)
