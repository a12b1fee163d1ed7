"""The error codes, and what a message is."""

from __future__ import annotations

from typing import NamedTuple

from mypy.errorcodes import ARG_TYPE, ASSIGNMENT, ATTR_DEFINED, INDEX, ErrorCode

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
ASYNC_ONLY = ErrorCode(
    "orm-async-only", "Check that async models are not used by methods that block", CATEGORY
)
ABSTRACT_MODEL = ErrorCode(
    "orm-abstract-model",
    "Check that rows are not asked of an abstract model",
    CATEGORY,
    sub_code_of=ATTR_DEFINED,
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
INVALID_INDEX = ErrorCode(
    "orm-invalid-index",
    "Check the indices and slices of querysets",
    CATEGORY,
    sub_code_of=INDEX,
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
EVALUATED_SUBSCRIPT = ErrorCode(
    "orm-evaluated-subscript",
    "Check that what Python evaluates subscripts no class that can't be subscripted",
    CATEGORY,
)
INTERNAL = ErrorCode("orm-internal", "Report what orm_typing could not analyse", CATEGORY)

ERROR_CODES: tuple[ErrorCode, ...] = (
    ACCESSOR_CLASH,
    UNRESOLVED_TARGET,
    INVALID_NAME,
    UNKNOWN_ACCESSOR,
    NOT_LOADED,
    ASSIGNED_ACCESSOR,
    ASYNC_ONLY,
    ABSTRACT_MODEL,
    DECLARED_ACCESSOR,
    UNKNOWN_PATH,
    UNKNOWN_FIELD,
    UNKNOWN_LOOKUP,
    INVALID_CONDITION,
    REVERSE_FIELD,
    MISSING_COLUMN,
    WRONG_FIELD,
    WRONG_VALUE,
    INVALID_INDEX,
    IGNORED_ARGUMENT,
    BACK_POPULATES,
    INHERITED_KEY,
    UNSEEN_RELATION,
    LOST_NULLABILITY,
    EVALUATED_SUBSCRIPT,
    INTERNAL,
)


class Message(NamedTuple):
    """A text and the code under which it is reported."""

    text: str
    code: ErrorCode
