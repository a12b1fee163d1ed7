"""What mypy reports since some edits were made, and which of them may be the cause."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from orm_typing.cli.uncast.edits import Edit, Kind
from orm_typing.cli.uncast.questions import Message
from orm_typing.cli.uncast.text import EditedText, Text

# Not about what a program does, but about what may go: removing one thing shows the next.
_ABOUT_NEEDLESS = "unused-ignore"
_LINE_NUMBER = re.compile(r"\bline \d+")


@dataclass(frozen=True)
class PlacedEdit:
    """An edit in a file."""

    path: str
    edit: Edit


@dataclass(frozen=True)
class Fault:
    """Why some edits can't all be made."""

    reason: str
    suspects: tuple[PlacedEdit, ...]
    """Those that may be the cause."""


@dataclass(frozen=True)
class _Known:
    """A message, and the statement in the text before the edits to which it belongs."""

    path: str
    statement: int
    code: str
    text: str


def new_messages(
    texts: Mapping[str, Text],
    before: Sequence[Message],
    after: Sequence[Message],
    edited: Mapping[str, EditedText],
) -> Iterator[tuple[Message, int]]:
    """The messages that were not there before, each with its line in the text before.

    A message belongs to a statement, so that it may move within one. Lines in its text don't count.
    """

    def known(message: Message, line: int) -> _Known:
        text = texts.get(message.path)
        statement = line if text is None else text.statements.get(line, line)
        words = _LINE_NUMBER.sub("line", message.text)
        return _Known(message.path, statement, message.code, words)

    there = Counter(
        known(message, message.line) for message in before if message.code != _ABOUT_NEEDLESS
    )
    for message in after:
        if message.code == _ABOUT_NEEDLESS:
            continue
        moved = edited.get(message.path)
        line = message.line if moved is None else moved.old_line(message.line)
        key = known(message, line)
        if there[key]:
            there[key] -= 1
        else:
            yield message, line


def suspects(
    message: Message, line: int, texts: Mapping[str, Text], edits: Sequence[PlacedEdit]
) -> tuple[PlacedEdit, ...]:
    """The edits nearest to a message: of its statement, its function, its file, or all.

    A declaration is used far from where it stands. One that a message names comes first, and others
    may be the cause of any message.
    """
    named = tuple(
        placed
        for placed in edits
        if placed.edit.attribute is not None
        and f'"{placed.edit.attribute.attribute}"' in message.text
    )
    if named:
        return named
    near = _nearest(message, line, texts, edits)
    declarations = (placed for placed in edits if placed.edit.kind is Kind.DECLARATION)
    return tuple(dict.fromkeys((*near, *declarations)))


def _nearest(
    message: Message, line: int, texts: Mapping[str, Text], edits: Sequence[PlacedEdit]
) -> tuple[PlacedEdit, ...]:
    text = texts.get(message.path)
    in_file = tuple(placed for placed in edits if placed.path == message.path)
    if text is None or not in_file:
        return tuple(edits)
    for scopes in (text.statements, text.functions):
        scope = scopes.get(line)
        near = tuple(
            placed
            for placed in in_file
            if scope is not None and scopes.get(text.line_of(placed.edit.span.start)) == scope
        )
        if near:
            return near
    return in_file


def reason_of(message: Message) -> str:
    """Why an edit is not made that leads to a message."""
    return f"without it mypy reports: {message.text}  [{message.code}]"
