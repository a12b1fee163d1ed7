"""What is installed of a library, and what of it was tested."""

from __future__ import annotations

from typing import NamedTuple


class Conflict(NamedTuple):
    """A release of another package with which the library does not work."""

    distribution: str
    first: tuple[int, ...]
    """The release from which on it is so."""
    effect: str


class Release(NamedTuple):
    """What is installed under the library's name, and what was tested."""

    distribution: str
    """The name by which it is installed."""
    tested: str
    """The version of which the description speaks."""
    also_tested: tuple[str, ...] = ()
    """Others that it is right for."""
    is_published: bool = True
    """Whether package registries have it; else applications bring it."""
    conflicts: tuple[Conflict, ...] = ()
