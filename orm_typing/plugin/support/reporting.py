"""Messages that mypy's search for a matching signature must not take for its own."""

from __future__ import annotations

from mypy.checker import TypeChecker
from mypy.nodes import Context

from orm_typing.messages.codes import Message


def report_in_overload(checker: TypeChecker, message: Message, context: Context) -> None:
    """Report what is true whichever alternative of an overloaded function is meant.

    mypy tries them in turn, and takes one in which an error is reported for the wrong one. The
    message goes past the watchers that these attempts set up; mypy drops repeated ones.
    """
    errors = checker.msg.errors
    watchers = errors._watchers  # pyright: ignore[reportPrivateUsage]
    errors._watchers = []  # pyright: ignore[reportPrivateUsage]
    try:
        checker.fail(message.text, context, code=message.code)
    finally:
        errors._watchers = watchers  # pyright: ignore[reportPrivateUsage]
