from typing import Any

from dorm.models import Model

class SQLQuery:
    model: type[Model]
    where_nodes: list[Any]
    order_by_fields: list[str]
    limit_val: int | None
    offset_val: int | None
    selected_fields: list[str] | None
    deferred_loading: bool
    annotations: dict[str, Any]
    alias_only_names: set[str]
    distinct_flag: bool
    distinct_on_fields: list[str]
    for_update_flag: bool
    for_update_skip_locked: bool
    for_update_no_wait: bool
    for_update_of: tuple[str, ...]
    joins: list[tuple[Any, ...]]
    filtered_relations: dict[str, Any]
    group_by_fields: list[str]
    having_nodes: list[Any]
    select_related_fields: list[str]
    selected_related_fields: dict[str, set[str]]
    prefetch_related_fields: list[Any]
    ctes: list[tuple[str, Any]]
    def __init__(self, model: type[Model]) -> None: ...
    def clone(self) -> SQLQuery: ...
    def get_table(self) -> str: ...
    def get_columns(self, table_alias: str | None = None) -> str: ...
    def as_select(self, connection: Any) -> tuple[str, list[Any]]: ...
    def as_count(self, connection: Any) -> tuple[str, list[Any]]: ...
    def as_exists(self, connection: Any) -> tuple[str, list[Any]]: ...
    def as_insert(
        self, fields: list[Any], values: list[Any], connection: Any
    ) -> tuple[str, list[Any]]: ...
    def as_bulk_insert(
        self,
        fields: list[Any],
        rows_values: list[list[Any]],
        connection: Any,
        *,
        ignore_conflicts: bool = False,
        update_conflicts: bool = False,
        update_fields: list[str] | None = None,
        unique_fields: list[str] | None = None,
        returning_cols: list[str] | None = None,
    ) -> tuple[str, list[Any]]: ...
    def as_update(
        self, update_kwargs: dict[str, Any], connection: Any
    ) -> tuple[str, list[Any]]: ...
    def as_delete(self, connection: Any) -> tuple[str, list[Any]]: ...
    def as_subquery_sql(
        self, outer_alias: str | None = None, outer_model: type[Model] | None = None
    ) -> tuple[str, list[Any]]: ...
