"""What is said of functions that are given a table and names of its columns."""

from __future__ import annotations

from collections.abc import Iterable

from orm_typing.messages.codes import (
    BACK_POPULATES,
    IGNORED_ARGUMENT,
    UNKNOWN_FIELD,
    UNKNOWN_LOOKUP,
    UNKNOWN_PATH,
    WRONG_FIELD,
    WRONG_VALUE,
    Message,
)
from orm_typing.messages.names import meant_or_known, others, unknown_field


def no_such_field(function: str, model: str, name: str, candidates: Iterable[str]) -> Message:
    """A function is given a name that a table does not have: it raises."""
    return Message(
        f"{function} fails: {unknown_field(model, name, candidates).text}", UNKNOWN_FIELD
    )


def no_default_field(
    function: str, model: str, name: str, parameter: str, candidates: Iterable[str]
) -> Message:
    """A function uses a field of that name unless told otherwise, and there is none."""
    hint = _pass_instead(name, parameter, candidates)
    return Message(f'{function} fails: "{model}" has no field "{name}"{hint}', UNKNOWN_FIELD)


def missing_mark(function: str, model: str, name: str, flag: str) -> Message:
    """A flag asks for columns that the table does not have."""
    return Message(
        f'{function} fails: "{model}" has no field "{name}", which {flag}=True writes to; '
        f"give the model one, or leave {flag} out",
        UNKNOWN_FIELD,
    )


def unloadable(
    function: str, model: str, name: str, candidates: Iterable[str], *, is_skipped: bool
) -> Message:
    """A name that is given as that of a relation is none of one."""
    hint = meant_or_known(name, candidates, "it has")
    outcome = f'skips "{name}"' if is_skipped else "fails"
    return Message(f'{function} {outcome}: "{model}" has no relation "{name}"{hint}', UNKNOWN_PATH)


def unsuitable(function: str, model: str, name: str, what: str, needed: str) -> Message:
    """A field is there, but of a kind that the function can't use."""
    return Message(f'{function} fails: "{name}" of "{model}" is {what}; give {needed}', WRONG_FIELD)


def never_equal(function: str, model: str, name: str) -> Message:
    """A filter compares the function or property object itself with the value."""
    return Message(
        f'{function} finds no row: "{name}" of "{model}" is an attribute of rows; give a column',
        WRONG_FIELD,
    )


def no_primary_key(function: str, model: str, name: str, keys: Iterable[str]) -> Message:
    """The function takes the primary key only."""
    hint = " or ".join(f'"{key}"' for key in others(name, keys)) or "its key"
    return Message(
        f'{function} fails: "{name}" is no primary key of "{model}"; give {hint}', WRONG_FIELD
    )


def no_default_key(
    function: str, model: str, name: str, parameter: str, keys: Iterable[str]
) -> Message:
    """The field that a function takes for the primary key, unless told otherwise, is not it."""
    return Message(
        f'{function} fails: "{name}" is no primary key of "{model}"'
        f"{_pass_instead(name, parameter, keys)}",
        WRONG_FIELD,
    )


def protected_key(function: str, model: str, name: str) -> Message:
    """The primary key is among what is to be written."""
    return Message(
        f'{function} fails: "{name}" is the primary key of "{model}", which it does not change; '
        "give other columns",
        WRONG_FIELD,
    )


def _pass_instead(name: str, parameter: str, names: Iterable[str]) -> str:
    known = min(others(name, names), default=None)
    return f"; pass {parameter}" + (f', such as {parameter}="{known}"' if known else "")


def no_such_lookup(
    function: str, model: str, field: str, lookup: str, candidates: Iterable[str]
) -> Message:
    """What stands at the end of a keyword, after a field, is no lookup."""
    hint = meant_or_known(lookup, candidates, "it has")
    return Message(
        f'{function} fails: "{lookup}" is no lookup of "{model}.{field}"{hint}', UNKNOWN_LOOKUP
    )


def impossible_lookup(function: str, model: str, field: str, lookup: str, column: str) -> Message:
    """A lookup that columns of this class don't have."""
    return Message(
        f'{function} fails: "{lookup}" can\'t be asked of "{model}.{field}", a "{column}"; '
        "write the keyword without it",
        UNKNOWN_LOOKUP,
    )


def wrong_value(
    function: str, outcome: str, model: str, field: str, given: str, expected: str
) -> Message:
    """No value of that type can be in the column; types come with their quotes."""
    return Message(
        f'{function} {outcome}: "{field}" of "{model}" is given {given}; give {expected}',
        WRONG_VALUE,
    )


def unread_date(function: str, model: str, field: str, word: str, expected: str) -> Message:
    """A text is compared with a time, since the keyword does not ask for it to be read."""
    return Message(
        f'{function} fails: text for "{field}" of "{model}" is not read as a date, since the '
        f'keyword does not contain "{word}"; give a "{expected}"',
        WRONG_VALUE,
    )


def no_member(
    function: str,
    outcome: str,
    model: str,
    field: str,
    text: str,
    enum: str,
    members: Iterable[str],
) -> Message:
    """A text stands for no member of an enumeration."""
    hint = meant_or_known(text, members, "it has")
    return Message(
        f'{function} {outcome}: "{field}" of "{model}" is a "{enum}", '
        f'which has no member "{text}"{hint}',
        WRONG_VALUE,
    )


def ignored_alone(function: str, argument: str, missing: str) -> Message:
    """An argument has no effect without another one."""
    return Message(
        f"{function} ignores {argument} without {missing}; give both, or neither", IGNORED_ARGUMENT
    )


def ignored_beside(function: str, argument: str, other: str) -> Message:
    """An argument has no effect beside another one."""
    return Message(
        f"{function} ignores {argument} beside {other}; write it into {other}", IGNORED_ARGUMENT
    )


def dropped_filter(function: str, keyword: str, given: str) -> Message:
    """A filter is left out since its value is no list."""
    return Message(
        f"{function} ignores {keyword} and gives all rows, since {given} is no list; give a list",
        IGNORED_ARGUMENT,
    )


def not_a_list(function: str, keyword: str, given: str) -> Message:
    """A lookup for lists is given something else: it raises."""
    return Message(
        f"{function} fails: {keyword} is given {given}; give a list, tuple or set", WRONG_VALUE
    )


def no_other_side(relation: str, target: str, name: str, candidates: Iterable[str]) -> Message:
    """The other side that a relation names does not exist: the first use of a table raises."""
    hint = meant_or_known(name, candidates, "it has")
    return Message(f'"{relation}": "{target}" has no relation "{name}"{hint}', BACK_POPULATES)


def other_side_leads_elsewhere(
    relation: str, target: str, name: str, leads_to: str, source: str
) -> Message:
    """The other side is a relation with a third class."""
    return Message(
        f'"{relation}": "{target}.{name}" leads to "{leads_to}"; '
        f'give a relation that leads to "{source}"',
        BACK_POPULATES,
    )


def other_side_is_taken(relation: str, target: str, name: str, taken_by: str) -> Message:
    """The other side is that of another relation of the same class."""
    return Message(
        f'"{relation}": "{target}.{name}" is the other side of "{taken_by}"; '
        "give each of them one of its own",
        BACK_POPULATES,
    )
