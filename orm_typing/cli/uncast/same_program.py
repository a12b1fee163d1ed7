"""A guard: the edited program is the old one but for what edits may take away.

It compares syntax trees, so that a slip with parentheses or lines can't change what a program does.
"""

from __future__ import annotations

import ast
from collections.abc import Sequence
from typing import TypeGuard

from orm_typing.relations.syntax import PARSE_ERRORS, parse_whole


def is_same_program(before: str, after: str) -> bool:
    """Whether ``after`` is ``before`` without casts, needless annotations, declarations, imports.

    The names in casts and ``getattr`` are not looked at: that they are what they seem to be is
    for those to know who made the edits.
    """
    try:
        old, new = parse_whole(before), parse_whole(after)
        # What the trees lack, where this Python is older than the text, stays as it is.
        return old.replaced == new.replaced and _same(old.tree, new.tree)
    except PARSE_ERRORS:
        return False


def _same(old: object, new: object) -> bool:
    if _is_list(old) and _is_list(new):
        return _same_list(old, new)
    if not isinstance(old, ast.AST) or not isinstance(new, ast.AST):
        return type(old) is type(new) and old == new
    if type(old) is type(new) and _same_fields(old, new):
        return True
    if isinstance(old, ast.AnnAssign) and isinstance(new, ast.Assign):
        return len(new.targets) == 1 and _same([old.target, old.value], [new.targets[0], new.value])
    if not isinstance(old, ast.Call) or len(old.args) != 2 or old.keywords:
        return False
    if isinstance(new, ast.Attribute) and _is_name(old.func, "getattr"):
        name = old.args[1]
        is_same_name = isinstance(name, ast.Constant) and name.value == new.attr
        if is_same_name and _same(old.args[0], new.value):
            return True
    return _same(old.args[1], new)


def _same_fields(old: ast.AST, new: ast.AST) -> bool:
    is_guarded = isinstance(old, ast.If) and _is_type_checking(old.test)
    for field in old._fields:
        part, new_part = getattr(old, field, None), getattr(new, field, None)
        if _is_list(part) and _is_list(new_part):
            if not _same_list(part, new_part, is_guarded=is_guarded):
                return False
        elif not _same(part, new_part):
            return False
    return True


def _same_list(old: Sequence[object], new: Sequence[object], *, is_guarded: bool = False) -> bool:
    """The new list has all of the old one, but for what may go."""
    position = 0
    for item in old:
        if position < len(new) and _same(item, new[position]):
            position += 1
        elif not _may_go(item, is_guarded=is_guarded):
            return False
    return position == len(new)


def _is_list(part: object) -> TypeGuard[list[object]]:
    return isinstance(part, list)


def _may_go(item: object, *, is_guarded: bool) -> bool:
    """Whether nothing runs that would be missed; a guarded item never runs."""
    if isinstance(item, ast.If) and not item.orelse and _is_type_checking(item.test):
        return all(_may_go(inner, is_guarded=True) for inner in item.body)
    if isinstance(item, (ast.Import, ast.ImportFrom, ast.alias)):
        return True
    return is_guarded and isinstance(item, (ast.AnnAssign, ast.FunctionDef))


def _is_type_checking(test: ast.expr) -> bool:
    name = test.attr if isinstance(test, ast.Attribute) else ""
    return _is_name(test, "TYPE_CHECKING") or name == "TYPE_CHECKING"


def _is_name(node: ast.expr, name: str) -> bool:
    return isinstance(node, ast.Name) and node.id == name
