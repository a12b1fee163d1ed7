"""``getattr(author, "books")`` becomes ``author.books``, which has a type."""

from __future__ import annotations

import keyword
from collections.abc import Iterator

import libcst as cst

from orm_typing.cli.uncast.edits import Edit, Kind
from orm_typing.cli.uncast.finding.parentheses import needs_parentheses
from orm_typing.cli.uncast.finding.syntax import Syntax
from orm_typing.cli.uncast.questions import Question, Subject
from orm_typing.cli.uncast.text import Replacement, Span


def find_lookups(syntax: Syntax) -> Iterator[Edit]:
    """The calls of ``getattr`` with a literal name and no default."""
    for call in syntax.all(cst.Call):
        if not syntax.mentions(call.func, "builtins.getattr") or len(call.args) != 2:
            continue
        owner, name = call.args
        if owner.star or owner.keyword or name.star or name.keyword:
            continue
        attribute = _literal(name.value)
        if attribute is not None:
            edit = _edit(call, attribute, syntax)
            if edit is not None:
                yield edit


def _literal(value: cst.BaseExpression) -> str | None:
    """The name, if it can be written after a dot; one with ``__`` may be mangled there."""
    if not isinstance(value, cst.SimpleString):
        return None
    name = value.evaluated_value
    if not isinstance(name, str) or not name.isidentifier() or keyword.iskeyword(name):
        return None
    return None if name.startswith("__") else name


def _edit(call: cst.Call, attribute: str, syntax: Syntax) -> Edit | None:
    span, owner = syntax.span(call), syntax.span(call.args[0])
    before, after = Span(span.start, owner.start), Span(owner.end, span.end)
    value = call.args[0].value
    if "#" in syntax.text.piece(before) or "#" in syntax.text.piece(after):
        return None
    # The owner stands below an attribute then, which accepts atoms alone.
    is_wrapped = needs_parentheses(value, syntax.text.piece(owner), syntax.parent(call.func))
    return Edit(
        Kind.GETATTR,
        span,
        syntax.code(call),
        (
            Replacement(before, "(" if is_wrapped else ""),
            Replacement(after, f"){'.'}{attribute}" if is_wrapped else f".{attribute}"),
        ),
        question=Question(
            Subject.VALUE, (*syntax.text.places(syntax.span(value)), *syntax.text.places(owner))
        ),
        kept=(span,),
    )
