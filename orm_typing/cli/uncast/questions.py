"""What mypy is asked about places in a text, and what it answers.

The questions go to a process of their own, in which mypy runs: see ``worker``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum

from orm_typing.cli.uncast.text import Place


class Subject(str, Enum):
    """What a question is about."""

    CAST = "cast"
    """The call of ``cast`` at a place: its type, and that of its argument."""
    VALUE = "value"
    """The type of the expression at a place."""
    ANNOTATION = "annotation"
    """The assignment whose value is at a place: its annotation, and the type of the value."""
    ATTRIBUTE = "attribute"
    """The type of a class's attribute."""


class Comparison(str, Enum):
    """What becomes of a declared type when it is taken away and the inferred one is left."""

    SAME = "same"
    BETTER = "better"
    """A subtype, or one that says what was ``Any``."""
    UNKNOWN = "unknown"
    """``Any`` where the declared type says something."""
    OTHER = "other"
    """Not a subtype."""
    UNCHECKED = "unchecked"
    """mypy does not look at the code."""


@dataclass(frozen=True)
class Question:
    """One question."""

    subject: Subject
    places: tuple[Place, ...] = ()
    """The same place, as either parser may number it; the first with an answer counts."""
    class_name: str = ""
    """For an attribute: the class, by its name in the module (``Outer.Inner``)."""
    attribute: str = ""
    declared: str = ""
    """For a value: the type of the cast that it had, to be compared (see ``written_types``)."""


@dataclass(frozen=True)
class Answer:
    """What mypy makes of the place."""

    inferred: str
    """A type, as mypy shows it."""
    has_any: bool
    """Whether it is unknown in part."""
    concerns_orm: bool
    """Whether a part of the expression comes from a supported ORM."""
    is_solved: bool = False
    """Whether a generic function is called, whose result depends on what is expected of it."""
    declared: str = ""
    """The type of the cast or of the annotation."""
    written: str = ""
    """The same for the next run (see ``written_types``)."""
    declares_any: bool = False
    """Whether that is unknown in part."""
    comparison: Comparison = Comparison.SAME


@dataclass(frozen=True)
class Message:
    """Something that mypy reports."""

    path: str
    """Absolute."""
    line: int
    code: str
    text: str


@dataclass(frozen=True)
class Request:
    """One run of mypy."""

    folder: str
    """The working directory."""
    arguments: Sequence[str]
    """Options of mypy's command line."""
    paths: Sequence[str]
    """Files that are checked in any case."""
    is_wide: bool
    """Whether the files of the configuration, or all of the folder, are checked as well."""
    questions: Mapping[str, Sequence[Question]]
    """By absolute path."""
    project: str = ""
    """What is below this folder belongs to the project; the rest are libraries."""
    libraries: str = ""
    """The file in which mypy's entries about libraries are kept, if any."""


@dataclass(frozen=True)
class Response:
    """The outcome of a run."""

    messages: Sequence[Message] = ()
    answers: Mapping[str, Sequence[Answer | None]] = field(
        default_factory=dict[str, "Sequence[Answer | None]"]
    )
    """For those files that were not taken from mypy's cache."""
    is_blocked: bool = False
    """Whether mypy stopped at an error before it had looked at everything."""
    failure: str = ""
    """Why mypy did not run at all."""
