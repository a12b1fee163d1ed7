import logging
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from types import TracebackType
from typing import Any, ClassVar, TypeVar

from sqliter.model.model import BaseDBModel
from sqliter.query.query import QueryBuilder
from typing_extensions import Self

T = TypeVar("T", bound=BaseDBModel)

@dataclass(frozen=True)
class InsertPlan:
    model_class: type[BaseDBModel]
    table_name: str
    data: dict[str, Any]
    sql: str
    values: tuple[Any, ...]

@dataclass(frozen=True)
class GetPlan:
    table_name: str
    sql: str
    values: tuple[Any, ...]

@dataclass(frozen=True)
class UpdatePlan:
    table_name: str
    primary_key_value: Any
    sql: str
    values: tuple[Any, ...]

@dataclass(frozen=True)
class DeletePlan:
    table_name: str
    primary_key_value: int | str
    sql: str
    values: tuple[int | str, ...]

class SqliterDB:
    MEMORY_DB: ClassVar[str]
    db_filename: str
    auto_commit: bool
    debug: bool
    logger: logging.Logger | None
    conn: sqlite3.Connection | None
    reset: bool
    return_local_time: bool
    def __init__(
        self,
        db_filename: str | None = None,
        *,
        memory: bool = False,
        auto_commit: bool = True,
        debug: bool = False,
        logger: logging.Logger | None = None,
        reset: bool = False,
        return_local_time: bool = True,
        cache_enabled: bool = False,
        cache_max_size: int = 1000,
        cache_ttl: int | None = None,
        cache_max_memory_mb: int | None = None,
    ) -> None: ...
    @property
    def filename(self) -> str | None: ...
    @property
    def is_memory(self) -> bool: ...
    @property
    def is_autocommit(self) -> bool: ...
    @property
    def is_connected(self) -> bool: ...
    @property
    def in_transaction(self) -> bool: ...
    @property
    def table_names(self) -> list[str]: ...
    def log_sql(self, sql: str, values: Sequence[Any] = ()) -> None: ...
    def execute_cursor(
        self, cursor: sqlite3.Cursor, sql: str, values: Sequence[Any] = ()
    ) -> sqlite3.Cursor: ...
    def connect(self) -> sqlite3.Connection: ...
    def cache_get(self, table_name: str, cache_key: str) -> tuple[bool, Any]: ...
    def cache_set(
        self, table_name: str, cache_key: str, result: Any, ttl: int | None = None
    ) -> None: ...
    def invalidate_table_cache(self, table_name: str) -> None: ...
    def get_cache_stats(self) -> dict[str, int | float]: ...
    def clear_cache(self) -> None: ...
    def reset_cache_stats(self) -> None: ...
    def close(self) -> None: ...
    def __del__(self) -> None: ...
    def commit(self) -> None: ...
    def build_field_definitions(
        self, model_class: type[BaseDBModel], primary_key: str
    ) -> tuple[list[str], list[str], list[str]]: ...
    def build_configured_index_sqls(
        self, model_class: type[BaseDBModel]
    ) -> tuple[list[str], list[str]]: ...
    def create_table(
        self, model_class: type[BaseDBModel], *, exists_ok: bool = True, force: bool = False
    ) -> None: ...
    def create_m2m_junction_tables(self, model_class: type[BaseDBModel]) -> None: ...
    def create_indexes(
        self,
        model_class: type[BaseDBModel],
        indexes: list[str | tuple[str, ...]],
        *,
        unique: bool = False,
    ) -> None: ...
    def drop_table(self, model_class: type[BaseDBModel]) -> None: ...
    def set_in_transaction(self, *, value: bool) -> None: ...
    def enter_transaction_scope(self) -> bool: ...
    def exit_transaction_scope(self, *, had_error: bool) -> tuple[bool, bool]: ...
    def reset_transaction_scope(self) -> None: ...
    def maybe_commit(self) -> None: ...
    def set_insert_timestamps(
        self, model_instance: BaseDBModel, *, timestamp_override: bool
    ) -> None: ...
    def create_instance_from_data(
        self,
        model_class: type[T],
        data: dict[str, Any],
        pk: int | None = None,
        *,
        db_context: object | None = None,
    ) -> T: ...
    @staticmethod
    def model_field_to_db_column(model_class: type[BaseDBModel], field_name: str) -> str: ...
    def map_data_to_db_columns(
        self, model_class: type[BaseDBModel], data: dict[str, Any]
    ) -> dict[str, Any]: ...
    def build_model_select_list(self, model_class: type[BaseDBModel]) -> str: ...
    def insert(self, model_instance: T, *, timestamp_override: bool = False) -> T: ...
    def bulk_insert(
        self, instances: Sequence[T], *, timestamp_override: bool = False
    ) -> list[T]: ...
    @staticmethod
    def prepare_bulk_insert(instances: Sequence[T]) -> tuple[type[T], str] | None: ...
    def get(
        self,
        model_class: type[T],
        primary_key_value: int,
        *,
        bypass_cache: bool = False,
        cache_ttl: int | None = None,
    ) -> T | None: ...
    def update(self, model_instance: BaseDBModel) -> None: ...
    def delete(self, model_class: type[BaseDBModel], primary_key_value: int | str) -> None: ...
    def update_where(
        self, model_class: type[T], where: dict[str, Any], values: dict[str, Any]
    ) -> int: ...
    def select(
        self,
        model_class: type[T],
        fields: list[str] | None = None,
        exclude: list[str] | None = None,
    ) -> QueryBuilder[T]: ...
    def __enter__(self) -> Self: ...
    def __exit__(
        self,
        exc_type: type[BaseException] | None,
        exc_value: BaseException | None,
        traceback: TracebackType | None,
    ) -> None: ...
