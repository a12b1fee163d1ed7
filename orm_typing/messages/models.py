"""What is said of relations, where models declare, read and assign them."""

from __future__ import annotations

from collections.abc import Iterable

from orm_typing.messages.codes import (
    ABSTRACT_MODEL,
    ACCESSOR_CLASH,
    ASSIGNED_ACCESSOR,
    ASYNC_ONLY,
    DECLARED_ACCESSOR,
    INHERITED_KEY,
    INVALID_NAME,
    LOST_NULLABILITY,
    NOT_LOADED,
    UNKNOWN_ACCESSOR,
    UNRESOLVED_TARGET,
    UNSEEN_RELATION,
    Message,
)
from orm_typing.messages.names import closest


def accessor_clashes_with_attribute(
    accessor: str, target: str, owner: str, field: str, *, is_default: bool
) -> Message:
    """The target already has an attribute of the accessor's name: the library raises at import."""
    name = "default accessor" if is_default else "accessor"
    return Message(
        f'The {name} "{accessor}" of "{owner}.{field}" clashes with an attribute of "{target}"; '
        "give the relation another related_name",
        ACCESSOR_CLASH,
    )


def accessor_clashes_with_accessor(
    accessor: str, target: str, owner: str, field: str, other: str, *, is_default: bool
) -> Message:
    """Two relations give their target the same accessor: the library raises at import."""
    name = "default accessor" if is_default else "accessor"
    return Message(
        f'The {name} "{accessor}" of "{owner}.{field}" on "{target}" is also that of "{other}"; '
        "give one of them another related_name",
        ACCESSOR_CLASH,
    )


def accessor_is_shared(
    accessor: str, target: str, owner: str, field: str, children: Iterable[str]
) -> Message:
    """Several children of an abstract model give their target the same accessor."""
    names = " and ".join(f'"{child}"' for child in sorted(children))
    return Message(
        f'The accessor "{accessor}" of "{owner}.{field}" is one for {names}, and only the class '
        f'that is made last can be reached from "{target}"; leave related_name out',
        ACCESSOR_CLASH,
    )


def accessor_is_copied(accessor: str, target: str, field: str, history: str) -> Message:
    """The history of a model has a copy of a relation, which takes the accessor over."""
    return Message(
        f'The accessor "{accessor}" of "{field}" gives rows of "{history}" to "{target}": the '
        "history copies the field with its related_name; leave related_name out",
        ACCESSOR_CLASH,
    )


def unresolved_target(target: str, candidates: Iterable[str]) -> Message:
    """No model of the name given as a string is known, or more than one."""
    found = closest(target, candidates)
    hint = f'did you mean "{found}"?' if found else "import the class and pass it instead"
    if target == "self":
        hint = "write the name of the class itself"
    return Message(f'No model named "{target}" was found; {hint}', UNRESOLVED_TARGET)


def ambiguous_target(target: str, candidates: Iterable[str]) -> Message:
    """Several models have the name given as a string."""
    names = ", ".join(f'"{name}"' for name in sorted(candidates))
    return Message(
        f'"{target}" could be any of {names}; import the class and pass it instead',
        UNRESOLVED_TARGET,
    )


def string_target_not_supported(target: str, constructor: str) -> Message:
    """A string was given where the library takes a class only."""
    return Message(
        f'{constructor} does not take the name of a model; pass the class "{target}" instead',
        UNRESOLVED_TARGET,
    )


def invalid_name(parameter: str, value: str) -> Message:
    """The library refuses a name that a relation gives: it raises at import."""
    return Message(
        f'"{value}" is no {parameter}, and the library raises; write ASCII letters, digits and '
        "underscores, 63 of them at most",
        INVALID_NAME,
    )


def unseen_relation(field: str) -> Message:
    """A relation field is called in a way that reading the source did not recognise."""
    return Message(
        f'The relation "{field}" was not found by reading the source, so its reverse accessor is '
        "unknown; assign the call to a name in the class body itself, in a file that mypy's "
        '"exclude" does not leave out',
        UNSEEN_RELATION,
    )


def unknown_accessor_name(field: str) -> Message:
    """The accessor's name is an expression that can't be read from the source."""
    return Message(
        f'The accessor of "{field}" is unknown, since its name is not a literal; '
        "write related_name as a string, or as a constant of the same module",
        UNSEEN_RELATION,
    )


def lost_nullability(field: str) -> Message:
    """The annotation says that a key is nullable, and the library can't see it."""
    return Message(
        f'"{field}" is annotated as nullable, but is not: another annotation of the class '
        "cannot be evaluated; write null=True as well",
        LOST_NULLABILITY,
    )


def unknown_accessor(shown_type: str, name: str, suggestion: str) -> Message:
    """A relationship attribute is misspelt; ``shown_type`` comes with its quotes."""
    return Message(
        f'{shown_type} has no attribute "{name}"; did you mean the relation "{suggestion}"?',
        UNKNOWN_ACCESSOR,
    )


def not_loaded(model: str, name: str, remedies: str) -> Message:
    """An attribute is read from a relation that is not loaded."""
    return Message(
        f'"{model}" is not loaded here, so "{name}" cannot be read; {remedies}', NOT_LOADED
    )


def assigned_accessor(accessor: str, remedy: str) -> Message:
    """Something is assigned to an accessor: the library raises."""
    return Message(f'"{accessor}" cannot be assigned to; {remedy}', ASSIGNED_ACCESSOR)


def async_only(method: str, remedy: str) -> Message:
    """A method is used that an async model does not have: the library raises."""
    said = f'"{method}" raises, since the model is for async code only'
    return Message(f"{said}; {remedy}", ASYNC_ONLY)


def abstract_model(model: str, manager: str) -> Message:
    """The default manager is read from a class that has no table: the library raises."""
    return Message(
        f'"{model}" is abstract and has no "{manager}"; call it on a model that derives from it',
        ABSTRACT_MODEL,
    )


def declared_accessor_disagrees(accessor: str, declared: str, expected: str, path: str) -> Message:
    """A declaration for other checkers names another type than the relation gives."""
    return Message(
        f'"{accessor}" is declared as {declared}, but the relation makes it {expected}; '
        f'run "orm-typing declare --write {path}"',
        DECLARED_ACCESSOR,
    )


def inherited_key(model: str, field: str, owner: str, key: str) -> Message:
    """A constructor is given a foreign key that the library knows on the base class only."""
    return Message(
        f'"{model}" inherits "{field}" from "{owner}" and ignores it in its constructor; '
        f'give "{key}" instead',
        INHERITED_KEY,
    )


def inherited_assignment(model: str, field: str, owner: str, key: str) -> Message:
    """A foreign key is assigned on a subclass of the class that declares it: the library raises."""
    return Message(
        f'"{model}" inherits "{field}" from "{owner}" and cannot be assigned one; '
        f'assign "{key}" instead',
        INHERITED_KEY,
    )
