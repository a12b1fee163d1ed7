"""Whether an expression needs parentheses where a call stood before."""

from __future__ import annotations

import ast

import libcst as cst

_ATOMS = (
    cst.Name,
    cst.Attribute,
    cst.Call,
    cst.Subscript,
    cst.BaseList,
    cst.BaseSet,
    cst.BaseDict,
    cst.SimpleString,
    cst.FormattedString,
    cst.Ellipsis,
)
# What accepts any expression but a walrus, by the kind of the node around.
_ACCEPTING = (
    cst.Assign,
    cst.AnnAssign,
    cst.AugAssign,
    cst.Return,
    cst.Expr,
    cst.Index,
    cst.Assert,
    cst.For,
    cst.If,
    cst.NamedExpr,
    cst.Param,
    cst.Raise,
    cst.Slice,
    cst.While,
)
# What begins with an atom. The arguments of a call stand below nodes of their own.
_TRAILED = (cst.Attribute, cst.Await, cst.Call, cst.Subscript)
# What stands in brackets, so that lines need no backslash.
_IN_BRACKETS = (cst.Arg, cst.Index, cst.Element, cst.DictElement)


def needs_parentheses(value: cst.BaseExpression, text: str, around: cst.CSTNode) -> bool:
    """Whether ``text``, the expression ``value``, needs parentheses below ``around``."""
    if value.lpar:
        return False
    if not _is_one_line(text) and not isinstance(around, _IN_BRACKETS):
        return True
    if text.startswith("{") and isinstance(around, cst.FormattedStringExpression):
        # Two braces are a literal one.
        return True
    if isinstance(value, _ATOMS):
        return False
    if isinstance(value, (cst.Await, cst.Integer)):
        # Nothing binds more but what stands behind.
        return isinstance(around, _TRAILED)
    if isinstance(value, (cst.NamedExpr, cst.Yield)):
        return True
    if isinstance(around, cst.Arg):
        return bool(around.star)
    return not isinstance(around, (*_ACCEPTING, cst.Element, cst.DictElement))


def _is_one_line(text: str) -> bool:
    """Whether the expression is one without parentheses around its lines."""
    try:
        ast.parse(text, mode="eval")
    except SyntaxError:
        return False
    return True
