"""Imports that nothing uses since the edits: ``from typing import Any, cast``.

An import at runtime may do something: a module of models registers them. So a statement goes only
if it imports types, or stands below ``if TYPE_CHECKING:`` and never runs.
"""

from __future__ import annotations

import ast
import contextlib
import re
from collections.abc import Iterator, Sequence
from doctest import DocTestParser

import libcst as cst

from orm_typing.cli.uncast.edits import Edit, Kind
from orm_typing.cli.uncast.finding.declarations import (
    block_of,
    is_type_checking,
)
from orm_typing.cli.uncast.finding.syntax import Syntax
from orm_typing.cli.uncast.text import Replacement, Span
from orm_typing.orms import LOADED_WITH_MODELS

_HARMLESS = frozenset({"typing", "typing_extensions", "collections.abc"}) | LOADED_WITH_MODELS
_WORD = re.compile(r"[^\W\d]\w*")


def used_names(syntax: Syntax) -> frozenset[str]:
    """All names that a file may use: as such, in strings, examples, or comments with types."""
    names: set[str] = set()
    for name in syntax.all(cst.Name):
        around = syntax.parent(name)
        is_attribute = isinstance(around, cst.Attribute) and around.attr is name
        if not is_attribute and not _is_in_import(name, syntax):
            names.add(name.value)
    for string in syntax.all(cst.SimpleString):
        if isinstance(syntax.parent(string), cst.Expr):
            names.update(_names_in_examples(string.evaluated_value))
        else:
            names |= _names_in(string.evaluated_value)
    for comment in syntax.all(cst.Comment):
        _, is_typed, written = comment.value.partition("type:")
        if is_typed and not written.strip().startswith("ignore"):
            names |= _names_in(written.strip())
    return frozenset(names)


def _is_in_import(name: cst.Name, syntax: Syntax) -> bool:
    statements = (cst.Import, cst.ImportFrom, cst.BaseStatement)
    nearest = next(node for node in syntax.ancestors(name) if isinstance(node, statements))
    return not isinstance(nearest, cst.BaseStatement)


def _names_in(text: object) -> set[str]:
    if not isinstance(text, str):
        return set()
    try:
        tree = ast.parse(text.strip(), mode="eval")
    except (SyntaxError, ValueError):
        return set()
    names: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Name):
            names.add(node.id)
        elif isinstance(node, ast.Constant):
            names |= _names_in(node.value)
    return names


def _names_in_examples(text: str | bytes) -> Iterator[str]:
    """The words of a docstring's examples, which run among the names of the module."""
    if isinstance(text, str) and ">>>" in text:
        with contextlib.suppress(ValueError):
            for example in DocTestParser().get_examples(text):
                yield from _WORD.findall(example.source)


def find_imports(syntax: Syntax, used_before: frozenset[str]) -> Iterator[tuple[Edit, str]]:
    """The imports whose last use is gone, each with the reason for which it stays, if it does."""
    lost = used_before - used_names(syntax)
    for line in syntax.all(cst.SimpleStatementLine):
        if len(line.body) == 1 and isinstance(line.body[0], (cst.Import, cst.ImportFrom)):
            statement = line.body[0]
            aliases: Sequence[cst.ImportAlias] = ()
            if not isinstance(statement.names, cst.ImportStar):
                aliases = statement.names
            needless = [alias for alias in aliases if _bound_name(alias, syntax) in lost]
            if needless:
                yield from _edits(line, statement, needless, syntax)


def _edits(
    line: cst.SimpleStatementLine,
    statement: cst.Import | cst.ImportFrom,
    needless: Sequence[cst.ImportAlias],
    syntax: Syntax,
) -> Iterator[tuple[Edit, str]]:
    assert not isinstance(statement.names, cst.ImportStar)
    guard = next(
        (
            node
            for node in syntax.ancestors(line)
            if isinstance(node, cst.If) and is_type_checking(node, syntax)
        ),
        None,
    )
    block = None
    if len(needless) == len(statement.names):
        replacements = tuple(_whole(line, syntax))
        if guard is not None and guard.body is syntax.parent(line):
            block = block_of(guard, syntax, with_comment=False)
        elif _is_only_statement(line, syntax):
            replacements = ()
    else:
        replacements = tuple(_without(statement.names, needless, syntax))
    span = replacements[0].span if replacements else syntax.span(line)
    edit = Edit(Kind.IMPORT, span, _shown(statement, needless, syntax), replacements, block=block)
    # The module is imported all the same if some of the names are left.
    is_partial = len(needless) < len(statement.names)
    is_safe = guard is not None or is_partial or _is_harmless(statement, syntax)
    yield edit, _reason(edit, line, syntax, is_safe=is_safe)


def _reason(edit: Edit, line: cst.SimpleStatementLine, syntax: Syntax, *, is_safe: bool) -> str:
    """Why the import stays; nothing if it goes."""
    if not is_safe:
        return "nothing uses it now, but importing it may do something"
    if "noqa" in syntax.text.line(syntax.text.line_of(syntax.span(line).end)):
        return "a comment keeps it"
    pieces = [syntax.text.piece(made.span) for made in edit.replacements]
    if not pieces or any("#" in piece for piece in pieces):
        return "it can't be taken out of its lines"
    return ""


def _whole(line: cst.SimpleStatementLine, syntax: Syntax) -> Iterator[Replacement]:
    lines = syntax.statement_lines(line)
    if lines is not None:
        yield Replacement(lines, is_lines=True)


def _is_only_statement(line: cst.SimpleStatementLine, syntax: Syntax) -> bool:
    """Whether a block would be empty without the statement."""
    body = syntax.parent(line)
    return isinstance(body, cst.IndentedBlock) and len(body.body) == 1


def _is_harmless(statement: cst.Import | cst.ImportFrom, syntax: Syntax) -> bool:
    if isinstance(statement, cst.Import):
        return all(syntax.code(alias.name) in _HARMLESS for alias in statement.names)
    return (
        not statement.relative
        and statement.module is not None
        and syntax.code(statement.module) in _HARMLESS
    )


def _bound_name(alias: cst.ImportAlias, syntax: Syntax) -> str | None:
    """The name that an import binds; none for a re-export (``from x import y as y``)."""
    imported = syntax.code(alias.name)
    if alias.asname is None:
        return imported.partition(".")[0]
    name = syntax.code(alias.asname.name)
    return None if name == imported else name


def _shown(
    statement: cst.Import | cst.ImportFrom, needless: Sequence[cst.ImportAlias], syntax: Syntax
) -> str:
    names = ", ".join(syntax.code(alias) for alias in needless).replace(" ,", ",").rstrip(",")
    if isinstance(statement, cst.Import):
        return f"import {names}"
    module = "" if statement.module is None else syntax.code(statement.module)
    return f"from {'.' * len(statement.relative)}{module} import {names}"


def _without(
    aliases: Sequence[cst.ImportAlias], needless: Sequence[cst.ImportAlias], syntax: Syntax
) -> Iterator[Replacement]:
    """The names with their commas; those at the end with the comma before them."""
    last_kept = max(index for index, alias in enumerate(aliases) if alias not in needless)
    for index, alias in enumerate(aliases):
        if alias not in needless:
            continue
        span = _own_span(alias, syntax)
        if index < last_kept:
            yield Replacement(Span(span.start, _own_span(aliases[index + 1], syntax).start))
        else:
            yield Replacement(Span(_own_span(aliases[index - 1], syntax).end, span.end))


def _own_span(alias: cst.ImportAlias, syntax: Syntax) -> Span:
    """An alias without its comma."""
    last = alias.name if alias.asname is None else alias.asname.name
    return Span(syntax.span(alias.name).start, syntax.span(last).end)
