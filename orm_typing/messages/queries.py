"""What is said of the names that queries are given."""

from __future__ import annotations

from collections.abc import Iterable

from orm_typing.messages.codes import INVALID_INDEX, UNKNOWN_FIELD, UNKNOWN_LOOKUP, Message
from orm_typing.messages.names import closest


def unknown_lookup(model: str, field: str, lookup: str, candidates: Iterable[str]) -> Message:
    """What stands after a field is no lookup."""
    found = closest(lookup, candidates)
    hint = (
        f'did you mean "{found}"?'
        if found
        else 'write "lookups" in the settings of orm_typing if you registered it'
    )
    return Message(f'"{lookup}" is no lookup of "{model}.{field}"; {hint}', UNKNOWN_LOOKUP)


def chained_lookup(model: str, field: str, chain: str) -> Message:
    """Several lookups after a field, where the library takes one."""
    return Message(
        f'"{model}.{field}" takes one lookup, not "{chain}"; write one that compares the field '
        "itself, such as a range",
        UNKNOWN_LOOKUP,
    )


def relation_is_no_column(model: str, name: str, key: str) -> Message:
    """A foreign key stands where the name of a column is wanted."""
    return Message(f'"{name}" is no column of "{model}"; write "{key}", its key', UNKNOWN_FIELD)


def accessor_is_no_column(model: str, name: str) -> Message:
    """A reverse accessor stands where the name of a column is wanted."""
    return Message(
        f'"{name}" is no column of "{model}"; write a field of the other model behind it',
        UNKNOWN_FIELD,
    )


def key_alias_in_path(model: str, alias: str, key: str) -> Message:
    """The alias of the primary key stands behind another step."""
    return Message(
        f'"{alias}" is known at the beginning of a path only; write "{key}", the key of "{model}"',
        UNKNOWN_FIELD,
    )


def index_from_the_end() -> Message:
    """A negative index or slice of a queryset, for which there is no SQL."""
    return Message(
        "a queryset takes no negative index, and the library raises; write another "
        'order, with "reverse()" or "order_by(...)", and count from the beginning',
        INVALID_INDEX,
    )


def slice_with_step(step: str) -> Message:
    """A slice of a queryset in steps."""
    return Message(
        f'a queryset takes no step, and the library raises; write "list(...)[::{step}]", which '
        "reads all rows",
        INVALID_INDEX,
    )
