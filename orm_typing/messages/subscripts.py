"""What is said of types that Python evaluates, and can't."""

from __future__ import annotations

from orm_typing.messages.codes import EVALUATED_SUBSCRIPT, Message


def _raises(name: str) -> str:
    return f'"{name}[...]" raises TypeError at runtime'


def evaluated_annotation(name: str) -> Message:
    """An annotation of a module, class or function without the future import."""
    return Message(
        f"{_raises(name)}, where this annotation is evaluated; write the annotation in quotes, or "
        '"from __future__ import annotations" at the top',
        EVALUATED_SUBSCRIPT,
    )


def evaluated_base(name: str) -> Message:
    """A base of a class."""
    return Message(
        f'{_raises(name)}; write "{name}" alone as the base, and "{name}[...]" below '
        '"if TYPE_CHECKING:"',
        EVALUATED_SUBSCRIPT,
    )


def evaluated_call(name: str) -> Message:
    """A class is subscripted and called."""
    return Message(f'{_raises(name)}; call "{name}(...)" without it', EVALUATED_SUBSCRIPT)


def evaluated_alias(name: str) -> Message:
    """``Books = ReverseQuery[Book]``."""
    return Message(
        f'{_raises(name)}; write the type in quotes, and ": TypeAlias" behind the name',
        EVALUATED_SUBSCRIPT,
    )


def evaluated_expression(name: str) -> Message:
    """A type that a function such as ``cast`` is given."""
    return Message(f"{_raises(name)}; write the type in quotes", EVALUATED_SUBSCRIPT)
