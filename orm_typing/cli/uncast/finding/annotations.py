"""``books: Any = author.books`` becomes ``books = author.books``.

Local variables only: an annotation of a module or a class is seen by others, and may be a field.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import libcst as cst

from orm_typing.cli.uncast.edits import Edit, Kind
from orm_typing.cli.uncast.finding.syntax import Syntax
from orm_typing.cli.uncast.questions import Question, Subject
from orm_typing.cli.uncast.text import Replacement, Span


def find_annotations(syntax: Syntax) -> Iterator[Edit]:
    """The annotations of local variables that have a value."""
    for assignment in syntax.all(cst.AnnAssign):
        target, value = assignment.target, assignment.value
        is_variable = isinstance(target, cst.Name) and not target.lpar
        if is_variable and value is not None and syntax.is_in_function(assignment):
            edit = _edit(assignment, value, syntax)
            if edit is not None:
                yield edit


def _edit(assignment: cst.AnnAssign, value: cst.BaseExpression, syntax: Syntax) -> Edit | None:
    target = syntax.span(assignment.target)
    annotation = syntax.span(assignment.annotation.annotation)
    equal = re.compile(r"[\s\\)]*=").match(syntax.text.text, annotation.end)
    if equal is None:
        return None
    removed = Span(target.end, equal.end() - 1)
    value_span = syntax.span(value)
    return Edit(
        Kind.ANNOTATION,
        Span(target.start, equal.end()),
        f"{syntax.code(assignment.target)}: {syntax.code(assignment.annotation.annotation)}",
        (Replacement(removed, " "),),
        question=Question(Subject.ANNOTATION, syntax.text.places(value_span)),
        kept=(value_span,),
    )
