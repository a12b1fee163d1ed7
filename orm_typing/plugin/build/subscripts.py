"""Generic classes of a library that types subscript, and Python does not.

For example::

    def books_of(author: Author) -> ReverseQuery[Book]:   # raises TypeError: without the future
        return author.books                               # import, annotations are evaluated

    QueryBuilder[Hero](Hero, session)                     # and so does this, always

mypy asks for a hook for each name that a type has. The one here gives mypy's own answer to all, and
looks once through a module that subscripts such a class for what is evaluated there.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from mypy.checker import TypeChecker
from mypy.nodes import IndexExpr, MemberExpr, MypyFile, NameExpr
from mypy.plugin import AnalyzeTypeContext, FunctionContext
from mypy.typeanal import TypeAnalyser
from mypy.types import Type, UnboundType

from orm_typing.messages.subscripts import (
    evaluated_alias,
    evaluated_annotation,
    evaluated_base,
    evaluated_call,
    evaluated_expression,
)
from orm_typing.orms import refuses_subscript
from orm_typing.plugin.build.evaluated import Evaluation, Place, evaluated_subscripts
from orm_typing.plugin.support.guard import guarded
from orm_typing.plugin.support.reporting import report_in_overload

_MESSAGES = {
    Evaluation.ANNOTATION: evaluated_annotation,
    Evaluation.BASE: evaluated_base,
    Evaluation.ALIAS: evaluated_alias,
    Evaluation.EXPRESSION: evaluated_expression,
}


class SubscriptsOfBuild:
    """What is evaluated in the modules of one build."""

    def __init__(self) -> None:
        self._is_asking_mypy = False
        # The definitions tell a tree from a newer one: a daemon keeps the object of the module.
        self._found: dict[str, tuple[object, dict[Place, Evaluation]]] = {}
        self._judge = guarded("subscript", self._judge_type)

    def type_hook(self, fullname: str) -> Callable[[AnalyzeTypeContext], Type] | None:
        """For a class that Python does not let one subscript."""
        if self._is_asking_mypy:
            self._is_asking_mypy = False
            return None
        return self._judged if refuses_subscript(fullname) else None

    def _judged(self, ctx: AnalyzeTypeContext) -> Type:
        self._judge(ctx)
        analyser = ctx.api
        assert isinstance(analyser, TypeAnalyser)
        self._is_asking_mypy = True
        try:
            # Mypy's own answer: it asks for a hook again, and gets none.
            return analyser.visit_unbound_type_nonoptional(_unbound(ctx), False)
        finally:
            self._is_asking_mypy = False

    def _judge_type(self, ctx: AnalyzeTypeContext) -> None:
        named = _unbound(ctx)
        if not named.args or not isinstance(ctx.api, TypeAnalyser):
            return
        file = ctx.api.cur_mod_node
        if file.is_stub:
            return
        evaluation = self._evaluated(file, ctx.api).get((named.line, named.column))
        if evaluation is not None:
            message = _MESSAGES[evaluation](named.name)
            ctx.api.fail(message.text, named, code=message.code)

    def _evaluated(self, file: MypyFile, analyser: TypeAnalyser) -> dict[Place, Evaluation]:
        known = self._found.get(file.fullname)
        if known is None or known[0] is not file.defs:
            known = (file.defs, evaluated_subscripts(file, analyser.options))
            self._found[file.fullname] = known
        return known[1]


def _unbound(ctx: AnalyzeTypeContext) -> UnboundType:
    assert isinstance(ctx.type, UnboundType)
    return ctx.type


def judging_call(
    fullname: str, hook: Callable[[FunctionContext], Type] | None
) -> Callable[[FunctionContext], Type] | None:
    """The hook for calls of a class, which also looks whether it is subscripted."""
    if not refuses_subscript(fullname):
        return hook
    judge = guarded("subscript", _judge_call, in_overload=True)
    return partial(_judged_call, judge, hook)


def _judged_call(
    judge: Callable[[FunctionContext], object],
    hook: Callable[[FunctionContext], Type] | None,
    ctx: FunctionContext,
) -> Type:
    judge(ctx)
    return hook(ctx) if hook is not None else ctx.default_return_type


def _judge_call(ctx: FunctionContext) -> None:
    called: Any = getattr(ctx.context, "callee", None)
    if isinstance(called, IndexExpr) and isinstance(called.base, (NameExpr, MemberExpr)):
        assert isinstance(ctx.api, TypeChecker)
        report_in_overload(ctx.api, evaluated_call(called.base.name), called)
