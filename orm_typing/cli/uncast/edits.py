"""One thing that may go, and what has to be known before and after it went."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import partial

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
    made = list(_replacements(edits))
    lines = sorted(change.span for change in made if change.is_lines)
    others = (change for change in made if not change.is_lines)
    return EditedText(text, [*others, *map(partial(_closed, text), _joined(text, lines))])


def _replacements(edits: Collection[Edit]) -> Iterator[Replacement]:
    gone = Counter(edit.block for edit in edits if edit.block is not None)
    emptied = {block for block, count in gone.items() if count == block.size}
    for block in emptied:
        yield Replacement(block.span, is_lines=True)
    for edit in edits:
        if edit.block not in emptied:
            yield from edit.replacements


@dataclass
class _Gap:
    """Lines that go, with nothing but blank lines between them."""

    first: int
    last: int
    blank: int = 0
    """How many lines are blank in the longest piece between."""


def _joined(text: Text, removed: Sequence[Span]) -> list[_Gap]:
    gaps: list[_Gap] = []
    for span in removed:
        first, last = text.line_of(span.start), text.line_of(span.end - 1)
        between = range(gaps[-1].last + 1, first) if gaps else range(0)
        if gaps and all(map(text.is_blank, between)):
            gaps[-1].last = max(last, gaps[-1].last)
            gaps[-1].blank = max(len(between), gaps[-1].blank)
        else:
            gaps.append(_Gap(first, last))
    return gaps


def _closed(text: Text, gap: _Gap) -> Replacement:
    """The removal of lines, which leaves as many blank ones as there were on one side."""
    above, below = gap.first, gap.last
    while above > 1 and text.is_blank(above - 1):
        above -= 1
    while below < text.line_count and text.is_blank(below + 1):
        below += 1
    kept = max(gap.first - above, gap.blank, below - gap.last)
    # At the start of a file or a block, and at the end of the file, there are none.
    if above == 1 or below == text.line_count or text.line(above - 1).rstrip().endswith(":"):
        kept = 0
    span = Span(text.line_span(above).start, text.line_span(below).end)
    return Replacement(span, text.line_end * kept, is_lines=True)
