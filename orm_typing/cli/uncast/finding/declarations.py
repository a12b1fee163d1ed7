"""``if TYPE_CHECKING: books: Any`` in a class, which hides what the relation gives.

So does a method there, such as ``def __getattr__(self, name: str) -> Any``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import libcst as cst

from orm_typing.cli.uncast.edits import Block, Edit, Kind
from orm_typing.cli.uncast.finding.syntax import Syntax
from orm_typing.cli.uncast.questions import Question, Subject
from orm_typing.cli.uncast.text import Replacement, Span, Text

_TYPE_CHECKING = ("typing.TYPE_CHECKING", "typing_extensions.TYPE_CHECKING")


def is_type_checking(statement: cst.CSTNode, syntax: Syntax) -> bool:
    """Whether a statement is ``if TYPE_CHECKING:`` with nothing but its own block."""
    return (
        isinstance(statement, cst.If)
        and statement.orelse is None
        and isinstance(statement.body, cst.IndentedBlock)
        and syntax.mentions(statement.test, *_TYPE_CHECKING)
    )


def block_of(statement: cst.If, syntax: Syntax, *, with_comment: bool) -> Block:
    """The block as a whole."""
    lines = syntax.statement_lines(statement) or syntax.span(statement)
    span = with_comment_above(syntax.text, lines) if with_comment else lines
    return Block(span, len(statement.body.body))


def with_comment_above(text: Text, lines: Span) -> Span:
    """Whole lines, with the comment right above them that speaks of them."""
    statement = first = text.line_of(lines.start)
    while _is_comment(text.line(first - 1)) and _indent(text, first - 1) == _indent(
        text, statement
    ):
        first -= 1
    return Span(text.line_span(first).start, lines.end)


def _is_comment(line: str) -> bool:
    return line.lstrip().startswith("#")


def _indent(text: Text, line: int) -> int:
    content = text.line(line)
    return len(content) - len(content.lstrip())


def find_declarations(syntax: Syntax) -> Iterator[Edit]:
    """What classes declare for checkers alone."""
    for definition in syntax.all(cst.ClassDef):
        body = definition.body.body
        guards = [statement for statement in body if isinstance(statement, cst.If)]
        for guard in guards if len(body) > 1 else ():
            if is_type_checking(guard, syntax) and not _holds_imports(guard.body.body):
                yield from _in_block(guard, syntax.class_name(definition), syntax)


def _holds_imports(body: Sequence[cst.CSTNode]) -> bool:
    return any(
        isinstance(line, cst.SimpleStatementLine)
        and any(isinstance(part, (cst.Import, cst.ImportFrom)) for part in line.body)
        for line in body
    )


def _in_block(statement: cst.If, class_name: str, syntax: Syntax) -> Iterator[Edit]:
    block = block_of(statement, syntax, with_comment=True)
    for inner in statement.body.body:
        name = _declared_name(inner)
        lines = syntax.statement_lines(inner)
        if name is None or lines is None:
            continue
        question = Question(Subject.ATTRIBUTE, class_name=class_name, attribute=name)
        span = with_comment_above(syntax.text, lines)
        yield Edit(
            Kind.DECLARATION,
            span,
            syntax.code(inner),
            (Replacement(span, is_lines=True),),
            question=question,
            # Whatever is asked of an object is found by __getattr__, so nothing takes its place.
            attribute=None if name == "__getattr__" else question,
            block=block,
        )


def _declared_name(statement: cst.CSTNode) -> str | None:
    if isinstance(statement, cst.FunctionDef):
        return statement.name.value
    if isinstance(statement, cst.SimpleStatementLine) and len(statement.body) == 1:
        only = statement.body[0]
        if isinstance(only, cst.AnnAssign) and isinstance(only.target, cst.Name):
            return only.target.value
    return None
