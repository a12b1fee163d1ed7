from typing import Any

from dorm.models import Model
from dorm.queryset import CTE

def _quote(name: str, kind: str) -> str: ...
def descendants_cte(
    model: type[Model],
    *,
    parent_field: str,
    root_pk: Any,
    fields: list[str] | None = None,
    pk_column: str = "id",
    cte_name: str = "descendants",
    cycle_field: str | None = None,
) -> CTE: ...
def ancestors_cte(
    model: type[Model],
    *,
    parent_field: str,
    leaf_pk: Any,
    fields: list[str] | None = None,
    pk_column: str = "id",
    cte_name: str = "ancestors",
) -> CTE: ...

# The rows of these three are the database driver's: `row["pk"]` works with each.
def descendants(
    model: type[Model],
    *,
    parent_field: str,
    root_pk: Any,
    pk_column: str = "id",
    using: str = "default",
) -> list[Any]: ...
def ancestors(
    model: type[Model],
    *,
    parent_field: str,
    leaf_pk: Any,
    pk_column: str = "id",
    using: str = "default",
) -> list[Any]: ...
def subtree_filter(
    model: type[Model],
    *,
    parent_field: str = "parent_id",
    root_pk: Any,
    where_sql: str | None = None,
    where_params: list[Any] | None = None,
    pk_column: str = "id",
    using: str = "default",
) -> list[Any]: ...

__all__ = ["ancestors", "ancestors_cte", "descendants", "descendants_cte", "subtree_filter"]
