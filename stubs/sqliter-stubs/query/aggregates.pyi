from dataclasses import dataclass
from typing import Literal

AggregateFunction = Literal["COUNT", "SUM", "AVG", "MIN", "MAX"]

@dataclass(frozen=True)
class AggregateSpec:
    func: AggregateFunction
    field: str | None = None
    distinct: bool = False
    def __post_init__(self) -> None: ...

@dataclass(frozen=True)
class _FunctionNamespace:
    def count(self, field: str | None = None, *, distinct: bool = False) -> AggregateSpec: ...
    def sum(self, field: str, *, distinct: bool = False) -> AggregateSpec: ...
    def avg(self, field: str, *, distinct: bool = False) -> AggregateSpec: ...
    def min(self, field: str, *, distinct: bool = False) -> AggregateSpec: ...
    def max(self, field: str, *, distinct: bool = False) -> AggregateSpec: ...

func: _FunctionNamespace
