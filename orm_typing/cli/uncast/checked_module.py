"""A module that mypy has checked, which answers questions about places in it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace

from mypy.checkexpr import has_any_type
from mypy.messages import format_type_bare
from mypy.nodes import (
    AssignmentStmt,
    CallExpr,
    CastExpr,
    ClassDef,
    Decorator,
    Expression,
    FuncBase,
    MemberExpr,
    MypyFile,
    Node,
    RefExpr,
    SymbolTableNode,
    TypeInfo,
    Var,
)
from mypy.options import Options
from mypy.types import AnyType, CallableType, FunctionLike, Instance, Type, get_proper_type

from orm_typing.cli.uncast.comparing import compare
from orm_typing.cli.uncast.nodes import descend
from orm_typing.cli.uncast.questions import Answer, Comparison, Question, Subject
from orm_typing.cli.uncast.text import Place
from orm_typing.cli.uncast.written_types import read_type, write_type
from orm_typing.orms import STUBBED_PACKAGES


class CheckedModule:
    """The expressions of a module by their places, with the types that mypy inferred.

    ``is_silent`` is for a module whose messages mypy drops: what it says proves nothing there.
    ``modules`` are all that mypy has.
    """

    def __init__(
        self,
        tree: MypyFile,
        types: Mapping[Expression, Type],
        options: Options,
        *,
        is_silent: bool,
        modules: dict[str, MypyFile],
    ) -> None:
        self._types = types
        self._modules = modules
        self._options = options
        self._is_silent = is_silent
        self._expressions: defaultdict[Place, list[Expression]] = defaultdict(list)
        self._assignments: dict[int, AssignmentStmt] = {}
        self._classes: dict[str, TypeInfo] = {}
        for node in descend(tree):
            if isinstance(node, Expression):
                self._expressions[_place(node)].append(node)
            elif isinstance(node, AssignmentStmt):
                self._assignments[id(node.rvalue)] = node
            elif isinstance(node, ClassDef):
                name = node.info.fullname.removeprefix(f"{tree.fullname}.")
                self._classes[name] = node.info

    def answer(self, question: Question) -> Answer | None:
        """What mypy makes of the place; nothing if it did not look at it."""
        if self._is_silent:
            return None
        if question.subject is Subject.ATTRIBUTE:
            return self._about_attribute(question.class_name, question.attribute)
        for place in question.places:
            for expression in self._expressions.get(place, ()):
                answer = self._about(question, expression)
                if answer is not None:
                    return answer
        return None

    def _about(self, question: Question, expression: Expression) -> Answer | None:
        if question.subject is Subject.CAST:
            if isinstance(expression, CallExpr) and isinstance(expression.analyzed, CastExpr):
                return self._compared(expression.analyzed.expr, expression.analyzed.type)
            return None
        if question.subject is Subject.ANNOTATION:
            assignment = self._assignments.get(id(expression))
            if assignment is None or assignment.type is None:
                return None
            return self._compared(expression, assignment.type)
        inferred = self._types.get(expression)
        if inferred is None:
            return None
        answer = self._described(inferred, expression)
        if not question.declared:
            return answer
        declared = read_type(question.declared, self._modules)
        known = Comparison.UNKNOWN if declared is None else compare(inferred, declared)
        return replace(answer, comparison=known)

    def _compared(self, value: Expression, declared: Type) -> Answer | None:
        inferred = self._types.get(value)
        if inferred is None:
            return None
        return replace(
            self._described(inferred, value),
            declared=format_type_bare(declared, self._options),
            written=write_type(declared),
            declares_any=_has_any(declared),
            comparison=compare(inferred, declared),
        )

    def _described(self, inferred: Type, expression: Expression) -> Answer:
        shown = format_type_bare(inferred, self._options)
        parts = list(descend(expression))
        return Answer(
            shown,
            _has_any(inferred),
            concerns_orm=any(map(self._comes_from_orm, parts)),
            is_solved=any(map(self._calls_generic, parts)),
        )

    def _about_attribute(self, class_name: str, attribute: str) -> Answer | None:
        info = self._classes.get(class_name)
        symbol = None if info is None else info.get(attribute)
        declared = None if symbol is None else _type_of(symbol)
        if info is None or declared is None:
            return None
        shown = format_type_bare(declared, self._options)
        return Answer(shown, _has_any(declared), _is_of_orm(info))

    def _calls_generic(self, node: Node) -> bool:
        """Whether a call may be solved for what is expected of it.

        The type of a callee is kept as it was solved, so its definition is asked. A method's is not
        known; it may be any but one of an unknown object.
        """
        callee = node.callee if isinstance(node, CallExpr) else None
        definition = callee.node if isinstance(callee, RefExpr) else None
        if isinstance(definition, Decorator):
            definition = definition.func
        if isinstance(definition, TypeInfo):
            return bool(definition.type_vars)
        if isinstance(definition, FuncBase):
            defined = definition.type
            items = defined.items if isinstance(defined, FunctionLike) else []
            return any(item.variables for item in items)
        owner = self._types.get(callee.expr) if isinstance(callee, MemberExpr) else None
        return owner is not None and not isinstance(get_proper_type(owner), AnyType)

    def _comes_from_orm(self, node: Node) -> bool:
        if isinstance(node, RefExpr) and node.fullname.startswith(STUBBED_PACKAGES):
            return True
        inferred = self._types.get(node) if isinstance(node, Expression) else None
        proper = get_proper_type(inferred)
        return isinstance(proper, Instance) and _is_of_orm(proper.type)


def _has_any(inferred: Type) -> bool:
    return has_any_type(inferred, ignore_in_type_obj=True)


def _place(node: Node) -> Place:
    end_line = node.line if node.end_line is None else node.end_line
    return Place(node.line, node.column, end_line, node.end_column or 0)


def _is_of_orm(info: TypeInfo) -> bool:
    return any(base.fullname.startswith(STUBBED_PACKAGES) for base in info.mro)


def _type_of(symbol: SymbolTableNode) -> Type | None:
    """The type of an attribute; for a method or a property that of its result."""
    node = symbol.node
    if isinstance(node, Decorator):
        node = node.func
    if isinstance(node, Var):
        return node.type
    if isinstance(node, FuncBase):
        proper = get_proper_type(node.type)
        return proper.ret_type if isinstance(proper, CallableType) else None
    return None
