"""What happens when a feature meets a shape that nobody foresaw: never an INTERNAL ERROR.

The checker's own answer is used, and one coded note says where. Set ``ORM_TYPING_DEBUG`` in the
environment to have the traceback instead.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Any, TypeVar, cast

from mypy.checker import TypeChecker
from mypy.plugin import (
    AttributeContext,
    ClassDefContext,
    FunctionContext,
    FunctionSigContext,
    MethodContext,
    MethodSigContext,
)

from orm_typing.messages.codes import Message
from orm_typing.messages.failures import internal_error
from orm_typing.plugin.support.reporting import report_in_overload

Answer = TypeVar("Answer")
Hook = Callable[[Any], Answer]


def is_debugging() -> bool:
    """Whether failures are to be seen whole."""
    return bool(os.environ.get("ORM_TYPING_DEBUG"))


def guarded(feature: str, hook: Hook[Answer], *, in_overload: bool = False) -> Hook[Answer]:
    """``hook``, or the checker's own answer and a note if it fails.

    ``in_overload``: the note must not make mypy take an overloaded function for the wrong one.
    """

    def safe(ctx: Any) -> Answer:
        try:
            return hook(ctx)
        except Exception as problem:
            if is_debugging():
                raise
            note = internal_error(feature, problem)
            if in_overload and isinstance(ctx.api, TypeChecker):
                report_in_overload(ctx.api, note, ctx.context)
            else:
                _report(ctx, note)
            return cast("Answer", _own_answer(ctx))

    return safe


def _own_answer(ctx: object) -> object:
    if isinstance(ctx, AttributeContext):
        return ctx.default_attr_type
    if isinstance(ctx, (FunctionSigContext, MethodSigContext)):
        return ctx.default_signature
    if isinstance(ctx, (FunctionContext, MethodContext)):
        return ctx.default_return_type
    return None


def _report(ctx: Any, message: Message) -> None:
    if isinstance(ctx, ClassDefContext):
        ctx.api.fail(message.text, ctx.cls, code=message.code)
    else:
        ctx.api.fail(message.text, ctx.context, code=message.code)
