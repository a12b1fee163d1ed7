"""What a check says."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Level(str, Enum):
    """How much a finding matters."""

    OK = "ok"
    NOTE = "note"
    """Worth knowing; nothing is wrong."""
    WARNING = "warning"
    """Something may not work as one would think."""
    FAULT = "fault"
    """Something does not work."""


@dataclass(frozen=True)
class Finding:
    """One thing that was looked at."""

    level: Level
    text: str
    remedy: str = ""
    """What to do about it."""


def ok(text: str) -> Finding:
    """All is well."""
    return Finding(Level.OK, text)


def note(text: str, remedy: str = "") -> Finding:
    """Worth knowing."""
    return Finding(Level.NOTE, text, remedy)


def warning(text: str, remedy: str) -> Finding:
    """Something to look after."""
    return Finding(Level.WARNING, text, remedy)


def fault(text: str, remedy: str) -> Finding:
    """Something to mend."""
    return Finding(Level.FAULT, text, remedy)
