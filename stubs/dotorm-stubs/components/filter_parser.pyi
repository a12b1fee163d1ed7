from typing import Any, Literal, TypeAlias

from ..fields import Field
from .dialect import Dialect

SQLOperator: TypeAlias = Literal[
    "=",
    ">",
    "<",
    "!=",
    ">=",
    "<=",
    "like",
    "ilike",
    "=like",
    "=ilike",
    "not ilike",
    "not like",
    "in",
    "not in",
    "is null",
    "is not null",
    "between",
    "not between",
]

# A condition that is SQL already, for rules that need a subquery.
class SqlFragment:
    __slots__ = ("sql", "values")
    sql: str
    values: list[Any]
    def __init__(self, sql: str, values: list[Any] | tuple[Any, ...] = ()) -> None: ...

# A condition is the name of a field, an operator, and a value that this operator takes. The runtime's
# alias says `Any` for all values, but the parser raises for other shapes than these.
FilterTriplet: TypeAlias = (
    tuple[str, Literal["=", "!=", ">", "<", ">=", "<=", "is null", "is not null"], Any]
    | tuple[str, Literal["like", "ilike", "=like", "=ilike", "not like", "not ilike"], str]
    | tuple[str, Literal["in", "not in", "between", "not between"], list[Any] | tuple[Any, ...]]
)

# Conditions beside each other are joined by "and"; a list within the list is a group. What "not" is
# given is not checked: beside three kinds of triplets, mypy and zuban find no type for a list in a pair.
FilterExpression: TypeAlias = list[
    FilterTriplet
    | tuple[Literal["not"], list[Any] | tuple[Any, ...]]
    | Literal["and", "or"]
    | "FilterExpression"
]

class FilterParser:
    dialect: Dialect
    fields: dict[str, Field[Any]]
    def __init__(self, dialect: Dialect, fields: dict[str, Field[Any]] | None = None) -> None: ...
    def _is_triplet(self, expr: Any) -> bool: ...
    # It calls itself with the parts, so that a condition alone does too.
    def parse(
        self, filter_expr: FilterExpression | FilterTriplet | SqlFragment | tuple[Any, ...]
    ) -> tuple[str, tuple[Any, ...]]: ...
