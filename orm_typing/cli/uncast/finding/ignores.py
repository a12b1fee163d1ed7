"""``# type: ignore[attr-defined]`` that nothing needs, or single codes of it.

mypy says which; other comments, such as ``# noqa`` on the same line, stay.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

import libcst as cst

from orm_typing.cli.uncast.edits import Edit, Kind
from orm_typing.cli.uncast.finding.casts import find_casts
from orm_typing.cli.uncast.finding.syntax import Syntax
from orm_typing.cli.uncast.questions import Message
from orm_typing.cli.uncast.text import Replacement, Span
from orm_typing.orms import STUBBED_PACKAGES

_IGNORE = re.compile(r"#\s*type:\s*ignore\b\s*(?P<list>\[(?P<codes>[^\]]*)\])?\s*")
_UNUSED = re.compile(r'Unused "type: ignore(?:\[(?P<codes>[^\]]*)\])?" comment')


class Ignore:
    """A comment that silences mypy."""

    def __init__(self, line: int, span: Span, match: re.Match[str], comment: cst.Comment) -> None:
        self.line = line
        self.span = span
        self.comment = comment
        self._match = match
        self._codes = [code.strip() for code in (match["codes"] or "").split(",") if code.strip()]

    @property
    def code(self) -> str:
        """What is shown of it."""
        return self._match[0].strip()

    @property
    def rest(self) -> str:
        """What follows it in the same comment."""
        return self.comment.value[self._match.end() :].strip()

    def unused(self, messages: Sequence[Message]) -> list[str] | None:
        """The codes that nothing needs; nothing if all are needed."""
        for message in messages:
            match = _UNUSED.match(message.text)
            # A narrower code is at work: the comment is needed, if not as it is written.
            if match is not None and "use narrower" not in message.text:
                named = [code.strip() for code in (match["codes"] or "").split(",")]
                return [code for code in self._codes if code in named] or self._codes
        return None

    def without(self, unused: Sequence[str]) -> tuple[Span, str]:
        """What of the comment goes, and what takes its place."""
        left = [code for code in self._codes if code not in unused]
        if left:
            start, end = self._match.span("list")
            return Span(self.span.start + start, self.span.start + end), f"[{', '.join(left)}]"
        if not self.rest:
            return self.span, ""
        return self.span, self.rest if self.rest.startswith("#") else f"# {self.rest}"

    @property
    def is_about_imports(self) -> bool:
        """Whether it silences what mypy says of a module that it does not find."""
        return not self._codes or any(code.startswith("import") for code in self._codes)


def ignores_of(syntax: Syntax) -> Iterator[Ignore]:
    """The comments of a file that silence mypy."""
    for comment in syntax.all(cst.Comment):
        match = _IGNORE.match(comment.value)
        if match is not None:
            span = syntax.span(comment)
            yield Ignore(syntax.text.line_of(span.start), span, match, comment)


def find_ignores(
    syntax: Syntax, reports: Mapping[int, Sequence[Message]]
) -> Iterator[tuple[Edit, str]]:
    """The removal of each comment, with the reason for which it stays, if it does.

    ``reports`` are mypy's messages about comments that are not used, by line.
    """
    casts = {syntax.text.statement_of(edit.span.start) for edit in find_casts(syntax)}
    for ignore in ignores_of(syntax):
        unused = ignore.unused(reports.get(ignore.line, ()))
        reason = ""
        # Whether a cast is redundant mypy is not asked: see the worker.
        is_about_cast = "redundant-cast" in ignore.code
        if unused is None or (
            is_about_cast and syntax.text.statement_of(ignore.span.start) in casts
        ):
            reason = "mypy reports something there"
        elif ignore.is_about_imports and _imports_unknown(ignore.line, syntax):
            reason = "an import: what it needs depends on what is installed"
        yield _edit(ignore, unused or (), syntax), reason


def _edit(ignore: Ignore, unused: Sequence[str], syntax: Syntax) -> Edit:
    span, text = ignore.without(unused)
    if not text:
        span = _with_space(syntax, span)
    return Edit(Kind.IGNORE, span, ignore.code, (Replacement(span, text),))


def _with_space(syntax: Syntax, span: Span) -> Span:
    """A comment with the space before it, or with its line if it stands alone."""
    line = syntax.text.line_span(syntax.text.line_of(span.start))
    before = syntax.text.piece(Span(line.start, span.start))
    if not before.strip():
        return line
    return Span(span.start - (len(before) - len(before.rstrip())), span.end)


def _imports_unknown(line: int, syntax: Syntax) -> bool:
    """Whether something is imported there from another package than one with stubs of ours."""
    imports: list[cst.Import | cst.ImportFrom] = [
        *syntax.all(cst.Import),
        *syntax.all(cst.ImportFrom),
    ]
    return not all(
        f"{module}.".startswith(STUBBED_PACKAGES)
        for node in imports
        if _is_in_line(syntax.span(node), line, syntax)
        for module in _imported_modules(node, syntax)
    )


def _is_in_line(span: Span, line: int, syntax: Syntax) -> bool:
    return syntax.text.line_of(span.start) <= line <= syntax.text.line_of(span.end)


def _imported_modules(node: cst.Import | cst.ImportFrom, syntax: Syntax) -> list[str]:
    if isinstance(node, cst.Import):
        return [syntax.code(alias.name) for alias in node.names]
    if node.relative or node.module is None:
        return []
    return [syntax.code(node.module)]
