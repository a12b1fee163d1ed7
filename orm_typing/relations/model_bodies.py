"""The fields in class bodies, as their users wrote them: for people to look at.

What a checker asks about relations, ``scan`` reads. This reads what a picture shows beside them::

    class Book(BaseDBModel):
        title: str                      # title, str
        pages: int | None = None        # pages, int | None
        isbn = CharField(null=True)     # isbn, CharField
"""

from __future__ import annotations

import ast
import warnings
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from orm_typing.relations.scan import PARSE_ERRORS, dotted_name

# A call without an annotation may be a manager or a configuration: these are fields, by name.
_FIELD_ENDINGS = ("Field", "Key")
_LONGEST_TYPE = 60


class PlainField(NamedTuple):
    """A field as it is written."""

    name: str
    type: str
    """Its annotation, or else what is called for it."""
    line: int


class Body(NamedTuple):
    """A class statement."""

    line: int
    fields: tuple[PlainField, ...]


def read_bodies(data: bytes) -> dict[str, Body]:
    """The classes of a file outside of functions, by qualified name; none if it does not parse."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return dict(_classes(ast.parse(data).body, ""))
    except PARSE_ERRORS:
        return {}


def _classes(statements: Sequence[ast.stmt], prefix: str) -> Iterator[tuple[str, Body]]:
    for statement in statements:
        if isinstance(statement, ast.ClassDef):
            name = f"{prefix}{statement.name}"
            yield name, Body(statement.lineno, tuple(_fields(statement.body)))
            yield from _classes(statement.body, f"{name}.")
        else:
            for block in _blocks(statement):
                yield from _classes(block, prefix)


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
        if isinstance(statement, ast.AnnAssign) and isinstance(statement.target, ast.Name):
            name, type_name = statement.target.id, _annotation(statement.annotation)
        elif isinstance(statement, ast.Assign) and isinstance(statement.targets[0], ast.Name):
            name, type_name = statement.targets[0].id, _callee(statement.value)
        else:
            continue
        if type_name and not name.startswith("_"):
            found[name] = PlainField(name, _shortened(type_name), statement.lineno)
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
    callee = node.func.value if isinstance(node.func, ast.Subscript) else node.func
    name = dotted_name(callee).rpartition(".")[2]
    return name if name.endswith(_FIELD_ENDINGS) else ""


def _shortened(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _LONGEST_TYPE else f"{text[: _LONGEST_TYPE - 1]}…"
