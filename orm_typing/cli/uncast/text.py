"""Places in a file's text: offsets, lines and columns, and what moved in an edited text."""

from __future__ import annotations

import ast
import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from orm_typing.relations.syntax import parse_whole

_LINE_END = re.compile(r"\r\n|\r|\n")


class Span(NamedTuple):
    """A piece of a text, by offsets."""

    start: int
    end: int


class Place(NamedTuple):
    """A piece of a text as mypy numbers it: lines from 1, columns from 0."""

    line: int
    column: int
    end_line: int
    end_column: int


@dataclass(frozen=True)
class Replacement:
    """A piece of a text that becomes another."""

    span: Span
    text: str = ""
    is_lines: bool = False
    """Whether whole lines go."""


@dataclass(frozen=True)
class Text:
    """A file's text, with its lines."""

    text: str

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(match.end() for match in _LINE_END.finditer(self.text))]

    def offset(self, line: int, column: int) -> int:
        """Where a place is; lines from 1, columns from 0 and in characters."""
        return self._starts[line - 1] + column

    def line_of(self, offset: int) -> int:
        """The line in which an offset is, from 1."""
        return bisect_right(self._starts, offset)

    def line_span(self, line: int) -> Span:
        """A line with its end."""
        end = self._starts[line] if line < len(self._starts) else len(self.text)
        return Span(self._starts[line - 1], end)

    def line(self, number: int) -> str:
        """A line's text without its end; nothing for a line that is not there."""
        if not 1 <= number <= len(self._starts):
            return ""
        return self.piece(self.line_span(number)).rstrip("\r\n")

    def is_blank(self, number: int) -> bool:
        """Whether a line has nothing but spaces; a form feed is there for a reason."""
        return not self.line(number).strip(" \t")

    @property
    def line_count(self) -> int:
        """How many lines there are; a line end at the very end begins none."""
        return len(self._starts) - (self._starts[-1] == len(self.text))

    @property
    def line_end(self) -> str:
        """What ends the first line, and so the others."""
        match = _LINE_END.search(self.text)
        return "\n" if match is None else match[0]

    def piece(self, span: Span) -> str:
        """The text of a span."""
        return self.text[span.start : span.end]

    def places(self, span: Span) -> tuple[Place, ...]:
        """The span as mypy may number it, the likeliest first.

        mypy's parsers count differently where a line is not ASCII: one in bytes of UTF-8, and the
        one of mypy 2 by subtracting them from twice the characters.
        """
        line, column = self._line_and_column(span.start)
        end_line, end_column = self._line_and_column(span.end)
        wide, end_wide = self._extra_bytes(span.start), self._extra_bytes(span.end)
        return tuple(
            dict.fromkeys(
                Place(line, column + factor * wide, end_line, end_column + factor * end_wide)
                for factor in (-1, 1, 0)
            )
        )

    def _line_and_column(self, offset: int) -> tuple[int, int]:
        line = self.line_of(offset)
        return line, offset - self._starts[line - 1]

    def _extra_bytes(self, offset: int) -> int:
        before = self.text[self._starts[self.line_of(offset) - 1] : offset]
        return len(before.encode("utf-8")) - len(before)

    def check(self) -> None:
        """Raise :class:`SyntaxError` for a text that can't be parsed."""
        _ = self._tree

    @cached_property
    def _tree(self) -> ast.Module:
        return parse_whole(self.text).tree

    @cached_property
    def statements(self) -> dict[int, int]:
        """Each line -> the first line of the innermost statement to which it belongs."""
        return self._first_lines(ast.stmt)

    def statement_of(self, offset: int) -> int:
        """The first line of the innermost statement around an offset."""
        line = self.line_of(offset)
        return self.statements.get(line, line)

    @cached_property
    def functions(self) -> dict[int, int]:
        """Each line in a function -> the first line of the innermost one."""
        return self._first_lines(ast.FunctionDef, ast.AsyncFunctionDef)

    def _first_lines(self, *kinds: type[ast.stmt]) -> dict[int, int]:
        found: dict[int, int] = {}
        # Outer statements come before inner ones, which overwrite them.
        for node in ast.walk(self._tree):
            if isinstance(node, kinds):
                lines = range(node.lineno, (node.end_lineno or node.lineno) + 1)
                found.update(dict.fromkeys(lines, node.lineno))
        return found


class EditedText:
    """A text with replacements made, which must not overlap."""

    def __init__(self, before: Text, replacements: Iterable[Replacement]) -> None:
        self.before = before
        self._replacements = sorted(replacements, key=lambda made: made.span)
        self.after = Text("".join(self._pieces()))

    def _pieces(self) -> Iterable[str]:
        position = 0
        for made in self._replacements:
            yield self.before.text[position : made.span.start]
            yield made.text
            position = made.span.end
        yield self.before.text[position:]

    def moved(self, span: Span) -> Span:
        """Where a span of the text before is afterwards."""
        return Span(self._moved(span.start), self._moved(span.end))

    def _moved(self, offset: int) -> int:
        shift = 0
        for made in self._replacements:
            if made.span.end <= offset:
                shift += len(made.text) - (made.span.end - made.span.start)
            elif made.span.start < offset:
                return made.span.start + shift
        return offset + shift

    def old_line(self, line: int) -> int:
        """The line of the text before that a line of the text afterwards was."""
        text = self.after.line(line)
        start = self.after.line_span(line).start + len(text) - len(text.lstrip())
        shift = 0
        for made in self._replacements:
            grown = len(made.text) - (made.span.end - made.span.start)
            begin = made.span.start + shift
            if start < begin:
                break
            if start < begin + len(made.text):
                return self.before.line_of(made.span.start)
            shift += grown
        return self.before.line_of(start - shift)
