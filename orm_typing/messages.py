"""Everything the plugin says: one error code and one function per message.

Each function returns a :class:`Message`; ``docs/error-codes.md`` lists the same codes, and a test
holds the two together. The text says what is wrong and what to write instead, in that order.
"""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from typing import NamedTuple

from mypy.errorcodes import ARG_TYPE, ASSIGNMENT, ATTR_DEFINED, ErrorCode

CATEGORY = "ORM"

ACCESSOR_CLASH = ErrorCode(
    "orm-accessor-clash", "Check that a reverse accessor has a name of its own", CATEGORY
)
UNRESOLVED_TARGET = ErrorCode(
    "orm-unresolved-target", "Check that the target of a relation can be found", CATEGORY
)
INVALID_NAME = ErrorCode(
    "orm-invalid-name", "Check that the names a relation gives are names to the library", CATEGORY
)
UNKNOWN_ACCESSOR = ErrorCode(
    "orm-unknown-accessor",
    "Check the spelling of relationship attributes",
    CATEGORY,
    sub_code_of=ATTR_DEFINED,
)
NOT_LOADED = ErrorCode(
    "orm-not-loaded",
    "Check that a lazily loaded relation is fetched before its attributes are read",
    CATEGORY,
    sub_code_of=ATTR_DEFINED,
)
ASSIGNED_ACCESSOR = ErrorCode(
    "orm-assigned-accessor",
    "Check that nothing is assigned to an accessor which the library does not let one set",
    CATEGORY,
    sub_code_of=ASSIGNMENT,
)
DECLARED_ACCESSOR = ErrorCode(
    "orm-declared-accessor",
    "Check that the declaration of an accessor agrees with the relation",
    CATEGORY,
)
UNKNOWN_PATH = ErrorCode(
    "orm-unknown-path", "Check relation paths given to query methods", CATEGORY
)
UNKNOWN_FIELD = ErrorCode(
    "orm-unknown-field", "Check the names of fields given to query methods", CATEGORY
)
UNKNOWN_LOOKUP = ErrorCode("orm-unknown-lookup", "Check the lookups of query methods", CATEGORY)
INVALID_CONDITION = ErrorCode(
    "orm-invalid-condition", "Check the shape of conditions given to query methods", CATEGORY
)
REVERSE_FIELD = ErrorCode(
    "orm-reverse-field", "Check that the field which a relation names points back", CATEGORY
)
MISSING_COLUMN = ErrorCode(
    "orm-missing-column", "Check that a relation names the columns that it needs", CATEGORY
)
WRONG_FIELD = ErrorCode(
    "orm-wrong-field", "Check that a field is of the kind that a function needs", CATEGORY
)
WRONG_VALUE = ErrorCode(
    "orm-wrong-value",
    "Check values against the fields that they are compared with or written to",
    CATEGORY,
    sub_code_of=ARG_TYPE,
)
IGNORED_ARGUMENT = ErrorCode(
    "orm-ignored-argument", "Report arguments that the library leaves out silently", CATEGORY
)
BACK_POPULATES = ErrorCode(
    "orm-back-populates", "Check that the two sides of a relation name each other", CATEGORY
)
INHERITED_KEY = ErrorCode(
    "orm-inherited-key", "Check how a value is given to an inherited foreign key", CATEGORY
)
UNSEEN_RELATION = ErrorCode(
    "orm-unseen-relation", "Report relations that reading the source did not find", CATEGORY
)
LOST_NULLABILITY = ErrorCode(
    "orm-lost-nullability", "Check that a key annotated as nullable is nullable", CATEGORY
)
INTERNAL = ErrorCode("orm-internal", "Report what orm_typing could not analyse", CATEGORY)

ERROR_CODES: tuple[ErrorCode, ...] = (
    ACCESSOR_CLASH,
    UNRESOLVED_TARGET,
    INVALID_NAME,
    UNKNOWN_ACCESSOR,
    NOT_LOADED,
    ASSIGNED_ACCESSOR,
    DECLARED_ACCESSOR,
    UNKNOWN_PATH,
    UNKNOWN_FIELD,
    UNKNOWN_LOOKUP,
    INVALID_CONDITION,
    REVERSE_FIELD,
    MISSING_COLUMN,
    WRONG_FIELD,
    WRONG_VALUE,
    IGNORED_ARGUMENT,
    BACK_POPULATES,
    INHERITED_KEY,
    UNSEEN_RELATION,
    LOST_NULLABILITY,
    INTERNAL,
)


class Message(NamedTuple):
    """A text and the code under which it is reported."""

    text: str
    code: ErrorCode


def closest(name: str, candidates: Iterable[str], *, cutoff: float = 0.7) -> str | None:
    """The candidate that ``name`` was most likely meant to be, if any is close."""
    known = sorted(candidates)
    for candidate in known:
        if candidate.casefold() == name.casefold():
            return candidate
    matches = get_close_matches(name, known, n=1, cutoff=cutoff)
    return matches[0] if matches else None


def _meant_or_known(name: str, candidates: Iterable[str], verb: str) -> str:
    """The end of a message about a name: the one that was meant, or else all that there are."""
    known = sorted(candidates)
    found = closest(name, known)
    if found:
        return f'; did you mean "{found}"?'
    if known:
        return f"; {verb} " + ", ".join(f'"{one}"' for one in known)
    return ""


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


def declared_accessor_disagrees(accessor: str, declared: str, expected: str, path: str) -> Message:
    """A declaration for other checkers names another type than the relation gives."""
    return Message(
        f'"{accessor}" is declared as {declared}, but the relation makes it {expected}; '
        f'run "orm-typing declare --write {path}"',
        DECLARED_ACCESSOR,
    )


def unknown_path(model: str, step: str, method: str, candidates: Iterable[str]) -> Message:
    """A step of a relation path is not a relation that the method can follow."""
    hint = _meant_or_known(step, candidates, "it can follow")
    return Message(f'{method}: "{model}" has no relation "{step}" to follow{hint}', UNKNOWN_PATH)


def unknown_field(model: str, name: str, candidates: Iterable[str]) -> Message:
    """A name that a query is given is no field, relation or annotation of the model."""
    hint = _meant_or_known(name, candidates, "it has")
    return Message(f'"{model}" has no field "{name}"{hint}', UNKNOWN_FIELD)


def unknown_lookup(model: str, field: str, lookup: str, candidates: Iterable[str]) -> Message:
    """What stands after a field is no lookup."""
    found = closest(lookup, candidates)
    hint = (
        f'did you mean "{found}"?'
        if found
        else 'write "lookups" in the settings of orm_typing if you registered it'
    )
    return Message(f'"{lookup}" is no lookup of "{model}.{field}"; {hint}', UNKNOWN_LOOKUP)


def no_column(model: str, field: str) -> Message:
    """A query names a field for which the table has no column."""
    return Message(
        f'"{model}.{field}" has no column in the table; give the name of a field that has one',
        UNKNOWN_FIELD,
    )


def no_relation(model: str, name: str, candidates: Iterable[str]) -> Message:
    """Fields are asked for of a relation that is none."""
    hint = _meant_or_known(name, candidates, "write one of")
    return Message(f'"{model}.{name}" is no relation{hint}', UNKNOWN_PATH)


def field_of_another_model(field: str, owner: str, model: str) -> Message:
    """A method of one model is given a field of another."""
    return Message(f'"{field}" is a field of "{owner}"; give one of "{model}"', UNKNOWN_FIELD)


def unknown_operator(operator: str, candidates: Iterable[str]) -> Message:
    """The second part of a condition is no operator: the library raises."""
    hint = _meant_or_known(operator, candidates, "write one of")
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
    hint = _meant_or_known(name, candidates, "write one of")
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


def chained_lookup(model: str, field: str, chain: str) -> Message:
    """Several lookups after a field, where the library takes one."""
    return Message(
        f'"{model}.{field}" takes one lookup, not "{chain}"; write one that compares the field '
        "itself, such as a range",
        UNKNOWN_LOOKUP,
    )


def no_such_field(function: str, model: str, name: str, candidates: Iterable[str]) -> Message:
    """A function is given a name that a table does not have: it raises."""
    return Message(
        f"{function} fails: {unknown_field(model, name, candidates).text}", UNKNOWN_FIELD
    )


def no_default_field(
    function: str, model: str, name: str, parameter: str, candidates: Iterable[str]
) -> Message:
    """A function uses a field of that name unless told otherwise, and there is none."""
    return Message(
        f'{function} fails: "{model}" has no field "{name}"{_pass_instead(parameter, candidates)}',
        UNKNOWN_FIELD,
    )


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
    hint = _meant_or_known(name, candidates, "it has")
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
    hint = " or ".join(f'"{key}"' for key in sorted(keys)) or "its key"
    return Message(
        f'{function} fails: "{name}" is no primary key of "{model}"; give {hint}', WRONG_FIELD
    )


def no_default_key(
    function: str, model: str, name: str, parameter: str, keys: Iterable[str]
) -> Message:
    """The field that a function takes for the primary key, unless told otherwise, is not it."""
    return Message(
        f'{function} fails: "{name}" is no primary key of "{model}"'
        f"{_pass_instead(parameter, keys)}",
        WRONG_FIELD,
    )


def protected_key(function: str, model: str, name: str) -> Message:
    """The primary key is among what is to be written."""
    return Message(
        f'{function} fails: "{name}" is the primary key of "{model}", which it does not change; '
        "give other columns",
        WRONG_FIELD,
    )


def _pass_instead(parameter: str, names: Iterable[str]) -> str:
    known = min(names, default=None)
    return f"; pass {parameter}" + (f', such as {parameter}="{known}"' if known else "")


def no_such_lookup(
    function: str, model: str, field: str, lookup: str, candidates: Iterable[str]
) -> Message:
    """What stands at the end of a keyword, after a field, is no lookup."""
    hint = _meant_or_known(lookup, candidates, "it has")
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
    hint = _meant_or_known(text, members, "it has")
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
    hint = _meant_or_known(name, candidates, "it has")
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


def unseen_relation(field: str) -> Message:
    """A relation field is called in a way that reading the source did not recognise."""
    return Message(
        f'The relation "{field}" was not found by reading the source, so its reverse accessor is '
        "unknown; assign the call to a name in the class body itself, in a file that mypy's "
        '"exclude" does not leave out',
        UNSEEN_RELATION,
    )


def lost_nullability(field: str) -> Message:
    """The annotation says that a key is nullable, and the library can't see it."""
    return Message(
        f'"{field}" is annotated as nullable, but is not: another annotation of the class '
        "cannot be evaluated; write null=True as well",
        LOST_NULLABILITY,
    )


def unknown_accessor_name(field: str) -> Message:
    """The accessor's name is an expression that can't be read from the source."""
    return Message(
        f'The accessor of "{field}" is unknown, since its name is not a literal; '
        "write related_name as a string, or as a constant of the same module",
        UNSEEN_RELATION,
    )


def unreadable_root(root: str, problem: BaseException) -> str:
    """Reading the source below an import root failed; the run goes on without its relations."""
    return (
        f"orm_typing could not read the relations below {root} "
        f"({type(problem).__name__}: {problem}); reverse accessors are unknown in this run. "
        "Please report it"
    )


def internal_error(feature: str, problem: BaseException) -> Message:
    """An unforeseen shape; the checker's own answer is used."""
    return Message(
        f"orm_typing could not analyse this ({feature}: {type(problem).__name__}: {problem}); "
        "please report it",
        INTERNAL,
    )
