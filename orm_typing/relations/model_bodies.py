"""The fields in class bodies, as their users wrote them: for people to look at.

What a checker asks about relations, ``scan`` reads. This reads what a picture shows beside them::

    class Book(BaseDBModel, table=True):
        title: str                      # title, str
        pages: int | None = None        # pages, int | None
        isbn = CharField(null=True)     # isbn, CharField, by a call of CharField
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from orm_typing.relations.names import parse_expression
from orm_typing.relations.scan import dotted_name
from orm_typing.relations.syntax import PARSE_ERRORS, parse

_LONGEST_TYPE = 60


class PlainField(NamedTuple):
    """A field as it is written."""

    name: str
    type: str
    """Its annotation, or else what is called for it."""
    line: int
    callee: str = ""
    """The dotted name of what is called, for a field without an annotation. It may be no field: a
    manager, or a part of a configuration."""


class Body(NamedTuple):
    """A class statement."""

    line: int
    fields: tuple[PlainField, ...] = ()
    switches: frozenset[str] = frozenset()
    """The keywords that the statement gives as ``True``."""


class Bodies(NamedTuple):
    """What a file has outside of functions."""

    classes: dict[str, Body]
    """By qualified name."""
    returned: dict[str, str]
    """Functions to the class that they return: ``def user() -> type[User]``."""


def read_bodies(data: bytes) -> Bodies:
    """The classes of a file; none if it does not parse."""
    try:
        statements = parse(data).tree.body
        return Bodies(dict(_classes(statements, "")), dict(_returned(statements)))
    except PARSE_ERRORS:
        return Bodies({}, {})


def _returned(statements: Sequence[ast.stmt]) -> Iterator[tuple[str, str]]:
    for statement in statements:
        if isinstance(statement, ast.FunctionDef) and statement.returns is not None:
            returns = unquoted(statement.returns)
            if isinstance(returns, ast.Subscript) and dotted_name(returns.value) in _TYPES:
                yield statement.name, ast.unparse(returns.slice).strip("'\"")


_TYPES = ("type", "Type", "typing.Type")


def unquoted(node: ast.expr) -> ast.expr:
    """What a string stands for in an annotation; other expressions as they are."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return parse_expression(node.value) or node
    return node


def _classes(statements: Sequence[ast.stmt], prefix: str) -> Iterator[tuple[str, Body]]:
    for statement in statements:
        if isinstance(statement, ast.ClassDef):
            name = f"{prefix}{statement.name}"
            yield (
                name,
                Body(statement.lineno, tuple(_fields(statement.body)), _switches(statement)),
            )
            yield from _classes(statement.body, f"{name}.")
        else:
            for block in _blocks(statement):
                yield from _classes(block, prefix)


def _switches(statement: ast.ClassDef) -> frozenset[str]:
    return frozenset(
        keyword.arg
        for keyword in statement.keywords
        if keyword.arg and isinstance(keyword.value, ast.Constant) and keyword.value.value is True
    )


def _blocks(statement: ast.stmt) -> Iterator[list[ast.stmt]]:
    """The statements in branches and in ``with``."""
    if not isinstance(statement, (ast.FunctionDef, ast.AsyncFunctionDef)):
        for name in ("body", "orelse", "finalbody"):
            yield getattr(statement, name, [])
        for handler in getattr(statement, "handlers", []):
            yield handler.body


def _fields(statements: Sequence[ast.stmt]) -> Iterator[PlainField]:
    found: dict[str, PlainField] = {}
    for statement in statements:
        callee = ""
        if isinstance(statement, ast.AnnAssign) and isinstance(statement.target, ast.Name):
            name, type_name = statement.target.id, _annotation(statement.annotation)
        elif isinstance(statement, ast.Assign) and isinstance(statement.targets[0], ast.Name):
            name, callee = statement.targets[0].id, _callee(statement.value)
            type_name = callee.rpartition(".")[2]
        else:
            continue
        if type_name and not name.startswith("_"):
            found[name] = PlainField(name, _shortened(type_name), statement.lineno, callee)
    yield from found.values()


def _annotation(node: ast.expr) -> str:
    """The type; empty for what is no field."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        text = node.value
    else:
        text = ast.unparse(node)
    return "" if text.partition("[")[0].rpartition(".")[2] in ("ClassVar", "TypeAlias") else text


def _callee(node: ast.expr) -> str:
    if not isinstance(node, ast.Call):
        return ""
    return dotted_name(node.func.value if isinstance(node.func, ast.Subscript) else node.func)


def _shortened(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _LONGEST_TYPE else f"{text[: _LONGEST_TYPE - 1]}…"
