import logging
from dataclasses import dataclass
from typing import Any, Generic, NoReturn, Protocol, overload, runtime_checkable

from pydantic import GetCoreSchemaHandler
from pydantic_core import core_schema
from sqliter.asyncio.db import AsyncSqliterDB
from sqliter.model.model import BaseDBModel
from sqliter.query.query import QueryBuilder
from sqliter.sqliter import SqliterDB
from typing_extensions import Self, TypeVar

logger: logging.Logger

# Bound, where the runtime's is not, so that `filter()` can give a `QueryBuilder[T]`.
T = TypeVar("T", bound=BaseDBModel)
# Of classes that are not generic at runtime: a bare name means any model.
_T = TypeVar("_T", bound=BaseDBModel, default=Any)

# Its members are only read, so they are properties here: a model's `pk` is an `int`.
@runtime_checkable
class HasPKAndContext(Protocol):
    @property
    def pk(self) -> int | None: ...
    @property
    def db_context(self) -> Any | None: ...

class _M2MCacheInvalidationMixin:
    _instance: HasPKAndContext
    _from_model: type[Any]
    _to_model: type[Any]
    _current_cache_key: str | None
    _reverse_cache_key: str | None
    def _invalidate_related_query_caches(self, db: SqliterDB | AsyncSqliterDB) -> None: ...
    @staticmethod
    def _clear_prefetch_cache_entry(instance: object, cache_key: str | None) -> object: ...
    def _invalidate_prefetch_caches(
        self, *, related_instances: tuple[Any, ...] = ..., clear_current_related: bool = False
    ) -> None: ...
    def configure_cache_keys(
        self, *, current_cache_key: str | None, reverse_cache_key: str | None
    ) -> None: ...

@dataclass
class ManyToManyInfo:
    to_model: type[Any] | str
    through: str | None = None
    related_name: str | None = None
    symmetrical: bool = False

@dataclass(frozen=True)
class ManyToManyOptions:
    symmetrical: bool = False
    swap_columns: bool = False

@dataclass(frozen=True)
class M2MSQLMetadata:
    junction_table: str
    from_column: str
    to_column: str
    source_table: str
    target_table: str
    symmetrical: bool

def _m2m_column_names(table_a: str, table_b: str) -> tuple[str, str]: ...
def _build_m2m_sql_metadata(
    *,
    source_table: str,
    target_table: str,
    junction_table: str,
    symmetrical: bool,
    swap_columns: bool = False,
) -> M2MSQLMetadata: ...
def build_junction_table_sql(
    junction_table: str, table_a: str, table_b: str
) -> tuple[str, tuple[str, str]]: ...
def build_junction_index_sqls(junction_table: str, columns: tuple[str, str]) -> list[str]: ...

class ManyToManyManager(_M2MCacheInvalidationMixin, Generic[T]):
    _instance: HasPKAndContext
    _to_model: type[T]
    _from_model: type[Any]
    _junction_table: str
    _db: SqliterDB | None
    _current_cache_key: str | None
    _reverse_cache_key: str | None
    _sql_metadata: M2MSQLMetadata
    _from_col: str
    _to_col: str
    def __init__(
        self,
        instance: HasPKAndContext,
        to_model: type[T],
        from_model: type[Any],
        junction_table: str,
        db_context: SqliterDB | None,
        options: ManyToManyOptions | None = None,
    ) -> None: ...
    @property
    def sql_metadata(self) -> M2MSQLMetadata: ...
    def _check_context(self) -> SqliterDB: ...
    def _rollback_if_needed(self, db: SqliterDB) -> None: ...
    @staticmethod
    def _raise_missing_pk() -> None: ...
    def _get_instance_pk(self) -> int: ...
    @staticmethod
    def _as_filter_list(pks: list[int]) -> list[str | int | float | bool]: ...
    def _fetch_related_pks(self) -> list[int]: ...
    def add(self, *instances: T) -> None: ...
    def remove(self, *instances: T) -> None: ...
    def clear(self) -> None: ...
    def set(self, *instances: T) -> None: ...
    def fetch_all(self) -> list[T]: ...
    def fetch_one(self) -> T | None: ...
    def count(self) -> int: ...
    def exists(self) -> bool: ...
    def filter(self, **kwargs: Any) -> QueryBuilder[T]: ...

class PrefetchedM2MResult(Generic[T]):
    _items: list[T]
    _manager: ManyToManyManager[T]
    def __init__(self, cached_items: list[T], manager: ManyToManyManager[T]) -> None: ...
    @property
    def sql_metadata(self) -> M2MSQLMetadata: ...
    def fetch_all(self) -> list[T]: ...
    def fetch_one(self) -> T | None: ...
    def count(self) -> int: ...
    def exists(self) -> bool: ...
    def filter(self, **kwargs: Any) -> QueryBuilder[T]: ...
    def _refresh_items(self) -> None: ...
    def add(self, *instances: T) -> None: ...
    def remove(self, *instances: T) -> None: ...
    def clear(self) -> None: ...
    def set(self, *instances: T) -> None: ...

class ManyToMany(Generic[T]):
    to_model: type[T] | str
    m2m_info: ManyToManyInfo
    related_name: str | None
    name: str | None
    owner: type | None
    _junction_table: str | None
    _sql_metadata: M2MSQLMetadata | None
    def __init__(
        self,
        to_model: type[T] | str,
        *,
        through: str | None = None,
        related_name: str | None = None,
        symmetrical: bool = False,
    ) -> None: ...
    @classmethod
    def __get_pydantic_core_schema__(
        cls, source_type: type[Any], handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema: ...
    def _get_junction_table_name(self, owner: type[Any]) -> str: ...
    def resolve_forward_ref(self, model_class: type[Any]) -> None: ...
    @property
    def junction_table(self) -> str | None: ...
    @property
    def sql_metadata(self) -> M2MSQLMetadata | None: ...
    def __set_name__(self, owner: type, name: str) -> None: ...

    # A prefetched instance answers with a `PrefetchedM2MResult`, which has the same methods.
    @overload
    def __get__(self, instance: None, owner: type[object]) -> Self: ...
    @overload
    def __get__(self, instance: object, owner: type[object]) -> ManyToManyManager[T]: ...

    # It always raises; no instance is a `NoReturn`, so checkers refuse the assignment.
    def __set__(self, instance: NoReturn, value: ManyToManyManager[T]) -> None: ...

# Not generic at runtime. Its parameter is the model that the manager leads to.
class ReverseManyToMany(Generic[_T]):
    _from_model: type[_T]
    _to_model: type[Any]
    _junction_table: str
    _related_name: str
    _symmetrical: bool
    _forward_name: str | None
    _sql_metadata: M2MSQLMetadata | None
    def __init__(
        self,
        from_model: type[_T],
        to_model: type[Any],
        junction_table: str,
        related_name: str,
        *,
        symmetrical: bool = False,
        forward_name: str | None = None,
    ) -> None: ...
    @property
    def _swap_columns(self) -> bool: ...
    @property
    def sql_metadata(self) -> M2MSQLMetadata: ...
    @overload
    def __get__(self, instance: None, owner: type[object]) -> Self: ...
    @overload
    def __get__(self, instance: object, owner: type[object]) -> ManyToManyManager[_T]: ...
    def __set__(self, instance: NoReturn, value: ManyToManyManager[_T]) -> None: ...

def create_junction_table(
    db: SqliterDB, junction_table: str, table_a: str, table_b: str
) -> None: ...
