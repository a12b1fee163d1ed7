"""One thing that may go, and what has to be known before and after it went."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from enum import Enum

from orm_typing.cli.uncast.questions import Question
from orm_typing.cli.uncast.text import EditedText, Replacement, Span, Text


class Kind(str, Enum):
    """What may go; the order is that of the summary."""

    CAST = "cast"
    GETATTR = "getattr"
    ANNOTATION = "annotation"
    DECLARATION = "declaration"
    IGNORE = "type: ignore"
    IMPORT = "import"


@dataclass(frozen=True)
class Block:
    """An ``if TYPE_CHECKING:`` that goes when all of its statements go."""

    span: Span
    size: int
    """How many statements it has."""


@dataclass(frozen=True)
class Edit:
    """One thing that may go."""

    kind: Kind
    span: Span
    """What it touches; edits of one round must not overlap."""
    code: str
    """What is shown of it."""
    replacements: tuple[Replacement, ...]
    question: Question | None = None
    """What to ask mypy before."""
    kept: tuple[Span, ...] = ()
    """Where the expression that is left stands, without and with its parentheses: afterwards its
    type must be known."""
    attribute: Question | None = None
    """The attribute that must be known afterwards."""
    block: Block | None = None
    is_sure: bool = True
    """Whether it is what it seems to be, also where mypy does not look."""

    def overlaps(self, other: Edit) -> bool:
        """Whether only one of both can be made at a time."""
        return self.span.start < other.span.end and other.span.start < self.span.end


def apply(text: Text, edits: Collection[Edit]) -> EditedText:
    """The text with these edits made."""
    return EditedText(text, _replacements(edits))


def _replacements(edits: Collection[Edit]) -> Iterator[Replacement]:
    gone = Counter(edit.block for edit in edits if edit.block is not None)
    emptied = {block for block, count in gone.items() if count == block.size}
    for block in emptied:
        yield Replacement(block.span)
    for edit in edits:
        if edit.block not in emptied:
            yield from edit.replacements
