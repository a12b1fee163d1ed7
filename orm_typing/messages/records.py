"""What is said of records: their fields, the conditions on them, and the values of both."""

from __future__ import annotations

from collections.abc import Iterable

from orm_typing.messages.codes import (
    INVALID_CONDITION,
    MISSING_COLUMN,
    REVERSE_FIELD,
    UNKNOWN_FIELD,
    UNKNOWN_LOOKUP,
    UNKNOWN_PATH,
    Message,
)
from orm_typing.messages.names import meant_or_known


def no_column(model: str, field: str) -> Message:
    """A query names a field for which the table has no column."""
    return Message(
        f'"{model}.{field}" has no column in the table; give the name of a field that has one',
        UNKNOWN_FIELD,
    )


def no_relation(model: str, name: str, candidates: Iterable[str]) -> Message:
    """Fields are asked for of a relation that is none."""
    hint = meant_or_known(name, candidates, "write one of")
    return Message(f'"{model}.{name}" is no relation{hint}', UNKNOWN_PATH)


def field_of_another_model(field: str, owner: str, model: str) -> Message:
    """A method of one model is given a field of another."""
    return Message(f'"{field}" is a field of "{owner}"; give one of "{model}"', UNKNOWN_FIELD)


def unknown_operator(operator: str, candidates: Iterable[str]) -> Message:
    """The second part of a condition is no operator: the library raises."""
    hint = meant_or_known(operator, candidates, "write one of")
    return Message(f'"{operator}" is no operator of a condition{hint}', UNKNOWN_LOOKUP)


def no_connective(text: str) -> Message:
    """A text between conditions is not one of those that join them: the library raises."""
    return Message(
        f'"{text}" does not join conditions; write "and", "or", or ("not", [...])',
        INVALID_CONDITION,
    )


def no_condition() -> Message:
    """Something in a list of conditions is none: the library raises."""
    return Message(
        'This is no condition; write ("field", "operator", value), a list of conditions, '
        'or ("not", [...])',
        INVALID_CONDITION,
    )


def no_reverse_field(model: str, name: str, candidates: Iterable[str]) -> Message:
    """The field that is to point back does not exist."""
    hint = meant_or_known(name, candidates, "write one of")
    return Message(f'"{model}" has no field "{name}" to point back{hint}', REVERSE_FIELD)


def points_elsewhere(field: str, model: str) -> Message:
    """The field that is to point back holds no keys of the model."""
    return Message(
        f'"{field}" does not point back; give the name of a field that holds keys of "{model}"',
        REVERSE_FIELD,
    )


def missing_columns(constructor: str, names: Iterable[str]) -> Message:
    """A relation is declared without what tells it where its keys are."""
    missing = ", ".join(f'{name}="..."' for name in names)
    return Message(
        f"{constructor} does not say where its keys are; write {missing}", MISSING_COLUMN
    )


def annotation_disagrees(name: str, declared: str, field: str, value: str) -> str:
    """An annotation says something else than the field; the types come with their quotes."""
    return f'"{name}" is annotated as {declared}, but {field} holds {value}'


def incompatible_value(
    model: str, field: str, given: str, expected: str | None, *, has_key: bool
) -> str:
    """A value that a field can't have; the types come with their quotes."""
    others = [expected] if expected is not None else []
    wanted = " or ".join([*others, "a key"] if has_key else others) or "something else"
    return f'"{model}.{field}" has incompatible type {given}; expected {wanted}'


def incompatible_operand(operator: str, wanted: str, given: str) -> str:
    """What stands behind an operator is not what it takes; ``given`` comes with its quotes."""
    return f'The operator "{operator}" takes {wanted}, not {given}'


def record_of_another_model(given: str, model: str) -> str:
    """Something else is given for a record of a model; ``given`` comes with its quotes."""
    return f'A record of "{model}" is expected, not {given}'
