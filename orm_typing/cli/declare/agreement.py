"""Does a declaration say what the relation makes the attribute?

One that was written by hand may say it in other words: an alias, ``Any``, with or without quotes.
Where that can't be told without a type checker the answer is :attr:`Verdict.UNKNOWN`, and the line
is left alone.
"""

from __future__ import annotations

import ast
from enum import Enum

from orm_typing.cli.declare.expected import Accessor, Key, Target
from orm_typing.cli.declare.meaning import Meaning, Scope, is_same_class, unquoted

_CLASS_VAR = ("typing.ClassVar", "typing_extensions.ClassVar")
_ANY = ("typing.Any", "typing_extensions.Any")
_OPTIONAL = ("typing.Optional", "typing_extensions.Optional")
_UNION = ("typing.Union", "typing_extensions.Union")


class Verdict(Enum):
    """What a comparison gives."""

    AGREES = "agrees"
    DISAGREES = "disagrees"
    UNKNOWN = "unknown"


def judge_accessor(annotation: ast.expr, accessor: Accessor, scope: Scope) -> Verdict:
    """Compare an annotation with ``ClassVar[ReverseRelationship["Book"]]``."""
    generic, rows = accessor_parts(annotation, scope)
    name = scope.full_name(generic)
    if name in _ANY:
        return Verdict.AGREES
    if name is Meaning.UNKNOWN:
        return Verdict.UNKNOWN
    if isinstance(name, Meaning) or not is_same_class(name, accessor.descriptor) or len(rows) != 1:
        return Verdict.DISAGREES
    return _judge_row(rows[0], accessor.row, scope)


def judge_target(annotation: ast.expr, target: Target, scope: Scope) -> Verdict:
    """Compare an annotation with ``ForeignKey["Author"]``, in the spelling of this command only."""
    node = unquoted(annotation)
    if not isinstance(node, ast.Subscript):
        return Verdict.UNKNOWN
    name = scope.full_name(node.value)
    if isinstance(name, Meaning) or not is_same_class(name, target.constructor):
        return Verdict.UNKNOWN
    rows, nullable = _union(node.slice, scope)
    if len(rows) != 1:
        return Verdict.UNKNOWN
    verdict = _judge_row(rows[0], target.row, scope)
    return Verdict.DISAGREES if nullable != target.nullable else verdict


def judge_key(annotation: ast.expr, key: Key, scope: Scope) -> Verdict:
    """Compare an annotation with ``int | None``; any class but that of a key is the user's own."""
    _, name, nullable = key_parts(annotation, scope)
    if name is None or key.type_name is None:
        return Verdict.UNKNOWN
    if name != key.type_name:
        return Verdict.DISAGREES if name in KEY_TYPES else Verdict.UNKNOWN
    # Before it is saved, a row has no key: who says so is right.
    return Verdict.AGREES if key.is_automatic or nullable == key.nullable else Verdict.DISAGREES


def key_parts(annotation: ast.expr, scope: Scope) -> tuple[ast.expr | None, str | None, bool]:
    """``int`` of ``int | None``, its full name, and whether there is a ``None``."""
    parts, nullable = _union(annotation, scope)
    if len(parts) != 1:
        return None, None, nullable
    name = scope.full_name(parts[0])
    return parts[0], None if isinstance(name, Meaning) else name, nullable


KEY_TYPES = {
    "builtins.int": "0",
    "builtins.str": '""',
    "builtins.float": "0.0",
    "builtins.bool": "False",
    "builtins.bytes": 'b""',
    "uuid.UUID": "{type}(int=0)",
    "decimal.Decimal": "{type}(0)",
    "datetime.date": "{type}.min",
    "datetime.datetime": "{type}.min",
    "datetime.time": "{type}.min",
    "datetime.timedelta": "{type}()",
}
"""Full names of the types of keys, and a value of each: some checkers ask for one."""


def accessor_parts(annotation: ast.expr, scope: Scope) -> tuple[ast.expr, list[ast.expr]]:
    """``ReverseRelationship`` and ``Book`` of ``ClassVar[ReverseRelationship["Book"]]``."""
    node = unquoted(annotation)
    if isinstance(node, ast.Subscript) and scope.full_name(node.value) in _CLASS_VAR:
        node = unquoted(node.slice)
    if not isinstance(node, ast.Subscript):
        return node, []
    arguments = node.slice.elts if isinstance(node.slice, ast.Tuple) else [node.slice]
    return node.value, arguments


def _judge_row(node: ast.expr, row: str | None, scope: Scope) -> Verdict:
    name = scope.full_name(node)
    if name in _ANY or name == row:
        return Verdict.AGREES
    if name is Meaning.UNKNOWN:
        return Verdict.UNKNOWN
    # Of a row that is unknown, whatever the user says is better.
    return Verdict.UNKNOWN if row is None else Verdict.DISAGREES


def _union(annotation: ast.expr, scope: Scope) -> tuple[list[ast.expr], bool]:
    """The members of a union but for ``None``, and whether that is one."""
    node = unquoted(annotation)
    if isinstance(node, ast.Constant) and node.value is None:
        return [], True
    members = [node]
    nullable = False
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.BitOr):
        members = [node.left, node.right]
    elif isinstance(node, ast.Subscript):
        name = scope.full_name(node.value)
        if name in _OPTIONAL:
            members, nullable = [node.slice], True
        elif name in _UNION:
            members = list(node.slice.elts) if isinstance(node.slice, ast.Tuple) else [node.slice]
    if members == [node]:
        return members, nullable
    parts: list[ast.expr] = []
    for member in members:
        inner, has_none = _union(member, scope)
        parts += inner
        nullable = nullable or has_none
    return parts, nullable
