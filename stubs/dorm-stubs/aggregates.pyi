# An aggregate knows the type of its value where that depends neither on the column nor on the
# database: `Count` is an `Aggregate[int]`. At runtime the classes have no parameter, so a class of
# the user's own derives from `Aggregate` alone.

from typing import Any, Generic

from dorm.expressions import Q
from typing_extensions import TypeVar

_Result = TypeVar("_Result", default=Any)

class Aggregate(Generic[_Result]):
    function: str
    template: str
    expression: str
    distinct: bool
    filter: Q | None
    output_field: Any
    def __init__(
        self,
        expression: str,
        distinct: bool = False,
        filter: Q | None = None,
        output_field: Any = None,
    ) -> None: ...
    def as_sql(
        self,
        table_alias: str | None = None,
        *,
        model: Any = None,
        connection: Any = None,
        **kwargs: Any,
    ) -> tuple[str, list[Any]]: ...

class Count(Aggregate[int]):
    def __init__(
        self,
        expression: str = "*",
        *,
        distinct: bool = False,
        filter: Q | None = None,
        output_field: Any = None,
    ) -> None: ...

class Sum(Aggregate): ...
class Avg(Aggregate): ...
class Max(Aggregate): ...
class Min(Aggregate): ...
class StdDev(Aggregate): ...
class Variance(Aggregate): ...

class StringAgg(Aggregate[str | None]):
    separator: str
    order_by: str | None
    def __init__(
        self,
        expression: str,
        separator: str = ", ",
        *,
        distinct: bool = False,
        filter: Q | None = None,
        output_field: Any = None,
        order_by: str | None = None,
    ) -> None: ...
    def as_sql(
        self, table_alias: str | None = None, *, model: Any = None, **kwargs: Any
    ) -> tuple[str, list[Any]]: ...

class ArrayAgg(Aggregate[list[Any] | None]): ...
class JSONBAgg(Aggregate): ...
class BoolOr(Aggregate[bool | None]): ...
class BoolAnd(Aggregate[bool | None]): ...
class BitOr(Aggregate[int | None]): ...
class BitAnd(Aggregate[int | None]): ...

class _OrderedSetAggregate(Aggregate):
    def __init__(
        self, expression: str, *, filter: Q | None = None, output_field: Any = None
    ) -> None: ...
    def _func_args(self) -> tuple[str, list[Any]]: ...
    def as_sql(
        self, table_alias: str | None = None, *, model: Any = None, **kwargs: Any
    ) -> tuple[str, list[Any]]: ...

class Mode(_OrderedSetAggregate): ...

class PercentileCont(_OrderedSetAggregate):
    fraction: float
    def __init__(
        self, expression: str, *, fraction: float, filter: Q | None = None, output_field: Any = None
    ) -> None: ...
    def _func_args(self) -> tuple[str, list[Any]]: ...

class PercentileDisc(PercentileCont): ...
