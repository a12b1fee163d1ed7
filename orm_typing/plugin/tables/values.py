"""Can a value do anything with a column?

What a user writes, and what they should see::

    get_rows(session, Hero, age="ten")          # no row has that age
    get_rows(session, Hero, status="opne")      # no member of the enumeration; did you mean "open"?
    update_row(1, {"key": "a text"}, ...)       # a UUID can't be written so

A database takes much for equal, so this is no question of assignability: the description lists
what works, and a value is wrong only if nothing that its type allows does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum

from mypy.nodes import TypeInfo, Var
from mypy.types import AnyType, Instance, LiteralType, NoneType, Type, UnionType, get_proper_type

from orm_typing.messages import tables as messages
from orm_typing.messages.codes import Message
from orm_typing.orms.tables import TableLibrary, ValueRule
from orm_typing.plugin.build.uses import use_name
from orm_typing.plugin.support.calls import Argument, Call, literal_text
from orm_typing.plugin.support.nodes import fallback_instance
from orm_typing.plugin.tables.attributes import Attribute, Table
from orm_typing.plugin.tables.notes import Kind


class Purpose(Enum):
    """What happens with the value."""

    EQUAL = "equal"
    COMPARED = "compared"
    STORED = "stored"


_OUTCOMES = {
    Purpose.EQUAL: "fails or finds no row",
    Purpose.COMPARED: "fails",
    Purpose.STORED: "can't write it",
}


def is_hopeless(
    library: TableLibrary, column: TypeInfo, argument: Argument, purpose: Purpose
) -> bool:
    """Whether no value of this type can do anything with a column of that class."""
    values = list(_classes(argument.typ))
    if purpose is Purpose.COMPARED and isinstance(get_proper_type(argument.typ), NoneType):
        return True  # SQLAlchemy has no order for it
    return bool(values) and all(
        value is not None and _is_hopeless(library, column, value, argument, purpose)
        for value in values
    )


def _is_hopeless(
    library: TableLibrary, column: TypeInfo, value: TypeInfo, argument: Argument, purpose: Purpose
) -> bool:
    judged = _judged(library, value)
    rule = library.values.get(column.fullname)
    if judged is None or (rule is None and not column.is_enum):
        return False
    if purpose is Purpose.COMPARED:
        if rule is not None and rule.ordered is not None:
            return not _does(value, rule.ordered)
        is_member = column.is_enum and value is column
        return judged in library.unordered_values and not is_member
    if rule is None:
        return _is_hopeless_member(library, column, value, judged, argument, purpose)
    accepted = rule.equal if purpose is Purpose.EQUAL else rule.stored
    if not _does(value, accepted):
        return True
    return judged == "builtins.str" and _is_wrong_text(rule, argument)


def _is_wrong_text(rule: ValueRule, argument: Argument) -> bool:
    text = literal_text(argument)
    return text is not None and rule.text is not None and not re.fullmatch(rule.text, text)


def _is_hopeless_member(
    library: TableLibrary,
    enum: TypeInfo,
    value: TypeInfo,
    judged: str,
    argument: Argument,
    purpose: Purpose,
) -> bool:
    """An enumeration is kept by the names of its members, and one of texts is found by them too."""
    if value.is_enum:
        return value is not enum
    if judged == "builtins.str":
        text = literal_text(argument)
        names = member_texts(enum)
        return text is not None and names is not None and text not in names
    # SQLAlchemy looks a value up among the members, of which a number may be one.
    numbers = [
        library.values[base.fullname]
        for base in enum.mro
        if base.fullname in library.values and base.fullname != "builtins.str"
    ]
    return purpose is not Purpose.STORED or not any(_does(value, one.stored) for one in numbers)


def member_texts(enum: TypeInfo) -> set[str] | None:
    """The texts that stand for a member; ``None`` if not all are known."""
    names = set(enum.enum_members)
    if not any(base.fullname == "builtins.str" for base in enum.mro):
        return names
    values: set[str] = set()
    for name in enum.enum_members:
        node = enum.names[name].node
        typ = get_proper_type(node.type) if isinstance(node, Var) and node.type else None
        if isinstance(typ, Instance):
            typ = typ.last_known_value
        if not isinstance(typ, LiteralType) or not isinstance(typ.value, str):
            return None
        values.add(typ.value)
    return names | values


def _classes(typ: Type) -> Iterator[TypeInfo | None]:
    """The classes of the values; ``None`` for one that always works, or that can't be told."""
    proper = get_proper_type(typ)
    if isinstance(proper, UnionType):
        for item in proper.items:
            yield from _classes(item)
    elif isinstance(proper, (AnyType, NoneType)):
        yield None
    else:
        instance = fallback_instance(proper)
        yield instance.type if instance is not None else None


def _judged(library: TableLibrary, value: TypeInfo) -> str | None:
    """The class among the judged ones that a value is of."""
    for base in value.mro:
        if base.fullname in library.judged_values:
            return base.fullname
    return None


def _does(value: TypeInfo, accepted: frozenset[str]) -> bool:
    """Whether the class is one of those that work.

    A value may also be of a class derived from that of its type: a ``date`` can be a ``datetime``.
    """
    if any(base.fullname in accepted for base in value.mro):
        return True
    return any(value.fullname in _WIDER.get(name, ()) for name in accepted)


_WIDER = {"datetime.datetime": ("datetime.date",), "builtins.bool": ("builtins.int",)}


def value_problem(
    library: TableLibrary,
    call: Call,
    table: Table,
    found: Attribute,
    given: Argument,
    purpose: Purpose,
    function: str,
) -> Message | None:
    """What is wrong with a value for an attribute of a table."""
    shown, expected = call.shown(given.typ), call.shown(found.typ or given.typ)
    outcome = _OUTCOMES[purpose]
    if found.kind is Kind.RELATION:
        judged = judged_class(library, given.typ)
        if found.note.has_own_type or judged is None or judged in library.container_values:
            return None
        return messages.wrong_value(function, outcome, table.name, found.name, shown, expected)
    column = found.value_class
    if found.kind is not Kind.COLUMN or column is None:
        return None
    text = literal_text(given)
    if column.is_enum:
        for name in {*column.enum_members, *([text] if text is not None else [])}:
            use_name(table.project, call.checker, column, name)
    if not is_hopeless(library, column, given, purpose):
        return None
    if column.is_enum and text is not None and purpose is not Purpose.COMPARED:
        outcome = "finds no row" if purpose is Purpose.EQUAL else outcome
        members = member_texts(column) or set()
        return messages.no_member(
            function, outcome, table.name, found.name, text, column.name, members
        )
    if purpose is Purpose.COMPARED:
        expected = f'"{column.name}"'
    return messages.wrong_value(function, outcome, table.name, found.name, shown, expected)


def judged_class(library: TableLibrary, typ: Type) -> str | None:
    """The full name of the judged class of which all values are; ``None`` for any other type."""
    names = {_judged(library, value) if value is not None else None for value in _classes(typ)}
    return names.pop() if len(names) == 1 else None
