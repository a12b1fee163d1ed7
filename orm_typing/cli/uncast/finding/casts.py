"""``cast(list[Book], author.books.fetch_all())`` becomes ``author.books.fetch_all()``.

What stands there counts, not the name: mypy is asked whether the call is a cast.
"""

from __future__ import annotations

from collections.abc import Iterator

import libcst as cst

from orm_typing.cli.uncast.edits import Edit, Kind
from orm_typing.cli.uncast.finding.parentheses import needs_parentheses
from orm_typing.cli.uncast.finding.syntax import Syntax
from orm_typing.cli.uncast.questions import Question, Subject
from orm_typing.cli.uncast.text import Replacement, Span, Text

CAST = ("typing.cast", "typing_extensions.cast")


def find_casts(syntax: Syntax) -> Iterator[Edit]:
    """All casts, under any name."""
    for call in syntax.all(cst.Call):
        if len(call.args) == 2 and not any(arg.keyword or arg.star for arg in call.args):
            is_sure = syntax.mentions(call.func, *CAST)
            if is_sure or _may_be_cast(call, syntax):
                yield _edit(call, syntax, is_sure=is_sure)


def _may_be_cast(call: cst.Call, syntax: Syntax) -> bool:
    """Whether the call may be a cast that a module of the project re-exports."""
    return any(name.rpartition(".")[2] == "cast" for name in syntax.full_names(call.func))


def _edit(call: cst.Call, syntax: Syntax, *, is_sure: bool) -> Edit:
    span = syntax.span(call)
    argument = syntax.span(call.args[1])
    value = call.args[1].value
    text = syntax.text
    before, after = Span(span.start, argument.start), Span(argument.end, span.end)
    if "#" in text.piece(before) or "#" in text.piece(after):
        replacements = tuple(_with_comments(call, syntax))
    else:
        is_wrapped = needs_parentheses(value, text.piece(argument), syntax.parent(call))
        replacements = (
            Replacement(before, "(" if is_wrapped else ""),
            Replacement(after, ")" if is_wrapped else ""),
        )
    return Edit(
        Kind.CAST,
        span,
        syntax.code(call),
        replacements,
        question=Question(Subject.CAST, text.places(span)),
        kept=(syntax.span(value), argument),
        is_sure=is_sure,
    )


def _with_comments(call: cst.Call, syntax: Syntax) -> Iterator[Replacement]:
    """The parentheses and the comments stay where they are."""
    text, span = syntax.text, syntax.span(call)
    opening = text.text.index("(", syntax.span(call.func).end)
    yield Replacement(Span(span.start, opening + 1), "(")
    separator = call.args[0].comma
    assert isinstance(separator, cst.Comma)
    declared, comma = syntax.span(call.args[0]), syntax.span(separator)
    if "#" in text.piece(Span(declared.end, comma.start)):
        yield Replacement(_with_blank_line(text, declared))
        yield Replacement(_with_blank_line(text, comma))
    else:
        yield Replacement(_with_blank_line(text, Span(declared.start, comma.end)))
    if isinstance(call.args[1].comma, cst.Comma):
        # A comma that is left would make a tuple.
        yield Replacement(_with_blank_line(text, syntax.span(call.args[1].comma)))


def _with_blank_line(text: Text, span: Span) -> Span:
    """A span with the space after it, or with the line if that is all; comments stay apart."""
    first = text.line_span(text.line_of(span.start))
    is_first = not text.piece(Span(first.start, span.start)).strip()
    last = text.line_span(text.line_of(span.end))
    after = text.piece(Span(span.end, last.end))
    rest = after.lstrip()
    if is_first and not rest:
        return Span(first.start, last.end)
    if not is_first and (not rest or rest.startswith("#")):
        return span
    return Span(span.start, span.end + len(after) - len(rest))
