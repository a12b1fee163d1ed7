"""Which of a library's classes can be subscripted while a program runs.

To checkers all generic classes can: ``ReverseQuery[Book]`` is what a stub says. Whether Python
takes it depends on how the library writes the class, and may differ between releases.
"""

from __future__ import annotations

from typing import NamedTuple


class Subscripts(NamedTuple):
    """The shorter of the two lists, of the generic classes in the stubs."""

    refused: frozenset[str] = frozenset()
    """Full names of those that can't be subscripted."""
    taken: frozenset[str] | None = None
    """Full names of the only ones that can be."""

    def refuses(self, generic: str) -> bool:
        """Whether Python raises for ``[...]`` behind this generic class of the library."""
        return generic in self.refused if self.taken is None else generic not in self.taken
