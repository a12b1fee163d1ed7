"""Statements of a syntax tree that keeps every character, and the lines above them."""

from __future__ import annotations

import ast
from collections.abc import Sequence
from typing import TypeAlias

import libcst as cst
from libcst import matchers

from orm_typing.relations.scan import type_checking_value

Statement: TypeAlias = "cst.SimpleStatementLine | cst.BaseCompoundStatement"
Lines: TypeAlias = "Sequence[cst.EmptyLine]"

BLANK_LINE = cst.EmptyLine(indent=False)


def code_of(node: cst.CSTNode) -> str:
    """The text of a node."""
    return cst.Module([]).code_for_node(node)


def parse_line(text: str, module: cst.Module) -> cst.SimpleStatementLine:
    """A line of its own, for this module."""
    line = cst.parse_statement(text, module.config_for_parsing)
    assert isinstance(line, cst.SimpleStatementLine)
    return line


def expression(node: cst.BaseExpression) -> ast.expr:
    """The same expression as the standard library has it."""
    return ast.parse(f"({code_of(node)})", mode="eval").body


def statements_of(suite: cst.BaseSuite) -> list[Statement]:
    """The statements of a body; each has a line of its own, also in ``class A(Base): ...``."""
    if isinstance(suite, cst.IndentedBlock):
        return [one for one in suite.body if isinstance(one, _STATEMENT)]
    assert isinstance(suite, cst.SimpleStatementSuite)
    return [
        cst.SimpleStatementLine([small.with_changes(semicolon=cst.MaybeSentinel.DEFAULT)])
        for small in suite.body
    ]


def as_block(suite: cst.BaseSuite) -> cst.IndentedBlock:
    """A body on lines of its own."""
    if isinstance(suite, cst.IndentedBlock):
        return suite
    assert isinstance(suite, cst.SimpleStatementSuite)
    return cst.IndentedBlock(statements_of(suite), header=suite.trailing_whitespace)


def checker_block(statement: cst.CSTNode) -> cst.IndentedBlock | None:
    """The body of ``if TYPE_CHECKING:``, if it stands on lines of its own."""
    if not isinstance(statement, cst.If) or not isinstance(statement.body, cst.IndentedBlock):
        return None
    is_for_checkers = type_checking_value(expression(statement.test)) is True
    return statement.body if is_for_checkers else None


def has_declarations(statement: cst.CSTNode) -> bool:
    """Whether a class with a block for checkers stands in it: ``try:`` with models, say."""
    return any(
        checker_block(inner) is not None
        for definition in matchers.findall(statement, matchers.ClassDef())
        if isinstance(definition, cst.ClassDef)
        for inner in statements_of(definition.body)
    )


def above(statement: Statement) -> Lines:
    """Blank lines and comments above a statement."""
    lines: Lines = getattr(statement, "leading_lines", ())
    return lines


def with_above(statement: Statement, lines: Lines) -> Statement:
    """The statement with other lines above it."""
    if list(lines) == list(above(statement)):
        return statement
    return statement.with_changes(leading_lines=lines)


def comments_of(statement: Statement) -> list[cst.EmptyLine]:
    """The comments above a statement, and those at the end of its block."""
    block = checker_block(statement)
    lines = [*above(statement), *(block.footer if block is not None else ())]
    return [line for line in lines if line.comment is not None]


_STATEMENT = (cst.SimpleStatementLine, cst.BaseCompoundStatement)
