"""What of a module is executed, so that two texts can be compared."""

from __future__ import annotations

import ast
from typing import Any

from orm_typing.relations.scan import type_checking_value

FROM_TYPING = {"TYPE_CHECKING", "ClassVar", "Any"}


def executed(text: str) -> str:
    """The module without what is for checkers, and without what the command may add to the rest."""
    return ast.dump(_Runtime().visit(ast.parse(text)))


class _Runtime(ast.NodeTransformer):
    """Leaves what is executed, and takes out what the command may add to that."""

    def visit_If(self, node: ast.If) -> Any:
        return None if type_checking_value(node.test) is True else self.generic_visit(node)

    def visit_ImportFrom(self, node: ast.ImportFrom) -> Any:
        if node.module in ("typing", "typing_extensions"):
            node.names = [one for one in node.names if one.name not in FROM_TYPING]
        return node if node.names else None

    def visit_AnnAssign(self, node: ast.AnnAssign) -> Any:
        value = node.value
        is_field = isinstance(value, ast.Call) and ast.unparse(value.func).startswith("dorm.")
        return ast.Assign([node.target], value, lineno=0) if value and is_field else node

    def visit_Pass(self, node: ast.Pass) -> Any:
        return None

    def visit_Expr(self, node: ast.Expr) -> Any:
        is_ellipsis = isinstance(node.value, ast.Constant) and node.value.value is ...
        return None if is_ellipsis else node
