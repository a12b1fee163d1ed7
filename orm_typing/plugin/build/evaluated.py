"""Where a module's types are evaluated when it is imported or run.

For example, without ``from __future__ import annotations``::

    def first(author: Author) -> ReverseQuery[Book]:   # evaluated with the definition
        found: ReverseQuery[Book] = author.books       # never: a local variable
        return cast("ReverseQuery[Book]", found)       # never: in quotes

    Books = ReverseQuery[Book]                         # evaluated, as any expression
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from typing import TypeAlias

from mypy.nodes import (
    AssignmentStmt,
    ClassDef,
    Expression,
    FuncDef,
    FuncItem,
    IfStmt,
    IndexExpr,
    MypyFile,
    Node,
    TypeAliasStmt,
)
from mypy.options import Options
from mypy.reachability import MYPY_FALSE, MYPY_TRUE, infer_condition_value
from mypy.types import CallableType, Type, UnboundType

from orm_typing.plugin.support.walking import is_sequence, parts

_LAZY_ANNOTATIONS = (3, 14)
"""From this Python on, annotations are evaluated when they are asked for (PEP 649)."""

Place: TypeAlias = "tuple[int, int]"
"""Line and column of a type's name, as mypy has them."""


class Evaluation(Enum):
    """What a type that is evaluated stands as."""

    ANNOTATION = 1
    BASE = 2
    ALIAS = 3
    EXPRESSION = 4


def evaluated_subscripts(file: MypyFile, options: Options) -> dict[Place, Evaluation]:
    """All subscripted names in a module that are evaluated, and could be types."""
    has_lazy_annotations = (
        file.is_future_flag_set("annotations") or options.python_version >= _LAZY_ANNOTATIONS
    )
    search = _Search(options, has_annotations=not has_lazy_annotations)
    search.look_through(file)
    return search.found


class _Search:
    def __init__(self, options: Options, *, has_annotations: bool) -> None:
        self.found: dict[Place, Evaluation] = {}
        self._options = options
        self._has_annotations = has_annotations
        self._seen: set[int] = set()

    def look_through(self, root: Node) -> None:
        """Go through a node and all below it that is evaluated."""
        waiting = [(root, False)]
        while waiting:
            node, is_in_function = waiting.pop()
            if id(node) in self._seen or isinstance(node, TypeAliasStmt):
                continue  # type Books = ReverseQuery[Book] is evaluated when it is asked for
            self._seen.add(id(node))
            if isinstance(node, FuncItem):
                is_in_function = True
            elif isinstance(node, ClassDef):
                is_in_function = False
            self._look_at(node, is_in_function=is_in_function)
            below = self._executed(node) if isinstance(node, IfStmt) else parts(node)
            waiting.extend((part, is_in_function) for part in below)

    def _look_at(self, node: Node, *, is_in_function: bool) -> None:
        if isinstance(node, IndexExpr):
            self.found.setdefault(_place(node), Evaluation.EXPRESSION)
        elif isinstance(node, ClassDef):
            for base in (*node.base_type_exprs, *node.removed_base_type_exprs):
                if isinstance(base, IndexExpr):
                    self.found[_place(base)] = Evaluation.BASE
        elif isinstance(node, AssignmentStmt):
            if node.unanalyzed_type is None and isinstance(node.rvalue, IndexExpr):
                self.found[_place(node.rvalue)] = Evaluation.ALIAS
            if self._has_annotations and node.new_syntax and not is_in_function:
                self._add_annotation(node.unanalyzed_type)
        elif self._has_annotations and isinstance(node, FuncDef):
            self._add_signature(node)

    def _add_signature(self, definition: FuncDef) -> None:
        signature = definition.unanalyzed_type
        if not isinstance(signature, CallableType):
            return
        if not _is_comment(definition, signature):
            for one in (*signature.arg_types, signature.ret_type):
                self._add_annotation(one)

    def _add_annotation(self, annotation: Type | None) -> None:
        for place in _unquoted_names(annotation):
            self.found.setdefault(place, Evaluation.ANNOTATION)

    def _executed(self, node: IfStmt) -> Iterator[Node]:
        """What is evaluated of an ``if``: nothing below ``TYPE_CHECKING``."""
        for condition, body in zip(node.expr, node.body, strict=True):
            yield condition
            value = infer_condition_value(condition, self._options)
            if value != MYPY_TRUE:
                yield body
            if value == MYPY_FALSE:
                return  # what follows is for checkers
        if node.else_body is not None:
            yield node.else_body


def _is_comment(definition: FuncDef, signature: CallableType) -> bool:
    """Whether the types of a function are written as ``# type: (Author) -> ReverseQuery[Book]``.

    mypy puts its parameters where the definition begins, and counts the columns of what it returns
    from the beginning of the comment.
    """
    begin = definition.line, definition.column
    if any((one.line, one.column) == begin for one in signature.arg_types):
        return True
    returned = signature.ret_type
    first = definition.column + len(f"def {definition.name}() -> ")
    # mypy 1 has no column for `None`.
    return returned.line == definition.line and 0 <= returned.column < first


def _place(subscript: IndexExpr) -> Place:
    named: Expression = subscript.base
    return named.line, named.column


_TYPES_IN_TYPES = ("args", "items", "arg_types", "ret_type", "item", "typ", "type")


def _unquoted_names(annotation: Type | None) -> Iterator[Place]:
    """The names with arguments in a type that is not analysed yet, without those in quotes."""
    waiting: list[object] = [annotation]
    while waiting:
        part = waiting.pop()
        if is_sequence(part):
            waiting.extend(part)
        elif isinstance(part, Type):
            if getattr(part, "original_str_expr", None) is not None:
                continue
            if isinstance(part, UnboundType) and part.args:
                yield part.line, part.column
            waiting.extend(getattr(part, name, None) for name in _TYPES_IN_TYPES)
