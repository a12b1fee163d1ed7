from .aggregates import AggregateSpec, func
from .query import QueryBuilder

__all__ = [
    "AggregateSpec",
    "QueryBuilder",
    "func",
]
