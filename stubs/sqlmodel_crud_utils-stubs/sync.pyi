from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any, Generic, Literal, overload

from sqlalchemy import SelectBase
from sqlmodel import Session, SQLModel
from sqlmodel.sql.expression import SelectOfScalar
from typing_extensions import TypeVar

from .cache import CacheBackend
from .utils import QueryBuilderBase, _Key, _Names

_M = TypeVar("_M", bound=SQLModel)
_T = TypeVar("_T")
_RowT = TypeVar("_RowT", default=Any)

upsert: Callable[..., Any]

# A statement that selects several columns gives SQLAlchemy's rows.
@overload
def get_result_from_query(query: SelectOfScalar[_T], session: Session) -> _T | None: ...
@overload
def get_result_from_query(query: SelectBase, session: Session) -> Any | None: ...

# The flag says whether the row was there before.
def get_one_or_create(
    session_inst: Session,
    model: type[_M],
    create_method_kwargs: Mapping[str, Any] | None = None,
    selectin: bool = False,
    select_in_key: str | None = None,
    **kwargs: Any,
) -> tuple[_M, bool]: ...
def write_row(
    data_row: _M, session_inst: Session
) -> tuple[Literal[True], _M] | tuple[Literal[False], None]: ...

# If the rows can't be written together, each is tried: a dictionary says under "success" and
# "failed" which. The flag does not tell: it is True if one was written, and else the tuple
# `(False,)`, which is true as well. `isinstance(rows, dict)` does.
@overload
def insert_data_rows(
    data_rows: list[_M], session_inst: Session
) -> (
    tuple[Literal[True], list[_M]]
    | tuple[tuple[Literal[False]] | Literal[True], dict[str, list[_M]]]
): ...
@overload
def insert_data_rows(
    data_rows: tuple[_M, ...], session_inst: Session
) -> (
    tuple[Literal[True], tuple[_M, ...]]
    | tuple[tuple[Literal[False]] | Literal[True], dict[str, list[_M]]]
): ...
@overload
def insert_data_rows(
    data_rows: Collection[_M], session_inst: Session
) -> (
    tuple[Literal[True], Collection[_M]]
    | tuple[tuple[Literal[False]] | Literal[True], dict[str, list[_M]]]
): ...

# A single key may stand for a list of them here, but not in `get_rows`.
def get_row(
    id_str: _Key,
    session_inst: Session,
    model: type[_M],
    selectin: bool = False,
    select_in_keys: list[str] | str | None = None,
    lazy: bool = False,
    lazy_load_keys: list[str] | str | None = None,
    pk_field: str = "id",
    use_cache: bool = False,
    cache_ttl: float | None = None,
) -> tuple[Literal[True], _M] | tuple[Literal[False], None]: ...

# A statement of one's own decides what the rows are; `model` does not count then.
@overload
def get_rows(
    session_inst: Session,
    model: type[_M],
    selectin: bool = False,
    select_in_keys: _Names | None = None,
    lazy: bool = False,
    lazy_load_keys: _Names | None = None,
    page_size: int = 100,
    page: int = 1,
    text_field: str | None = None,
    stmnt: None = None,
    use_cache: bool = False,
    cache_ttl: float | None = None,
    **kwargs: Any,
) -> tuple[Literal[True], list[_M]] | tuple[Literal[False], list[_M]]: ...
@overload
def get_rows(
    session_inst: Session,
    model: type[SQLModel],
    selectin: bool = False,
    select_in_keys: _Names | None = None,
    lazy: bool = False,
    lazy_load_keys: _Names | None = None,
    page_size: int = 100,
    page: int = 1,
    text_field: str | None = None,
    stmnt: SelectOfScalar[_T] = ...,
    use_cache: bool = False,
    cache_ttl: float | None = None,
    **kwargs: Any,
) -> tuple[Literal[True], list[_T]] | tuple[Literal[False], list[_T]]: ...
@overload
def get_rows(
    session_inst: Session,
    model: type[SQLModel],
    selectin: bool = False,
    select_in_keys: _Names | None = None,
    lazy: bool = False,
    lazy_load_keys: _Names | None = None,
    page_size: int = 100,
    page: int = 1,
    text_field: str | None = None,
    stmnt: SelectBase = ...,
    use_cache: bool = False,
    cache_ttl: float | None = None,
    **kwargs: Any,
) -> tuple[Literal[True], list[Any]] | tuple[Literal[False], list[Any]]: ...
def get_rows_within_id_list(
    id_str_list: Collection[_Key],
    session_inst: Session,
    model: type[_M],
    pk_field: str = "id",
) -> tuple[Literal[True], list[_M]] | tuple[Literal[False], list[_M]]: ...

# `deleted_by` needs `soft=True`.
@overload
def delete_rows_within_id_list(
    id_str_list: Sequence[_Key],
    session_inst: Session,
    model: type[SQLModel],
    pk_field: str = "id",
    chunk_size: int = 500,
    soft: bool = False,
    deleted_by: None = None,
) -> tuple[Literal[True], int]: ...
@overload
def delete_rows_within_id_list(
    id_str_list: Sequence[_Key],
    session_inst: Session,
    model: type[SQLModel],
    pk_field: str = "id",
    chunk_size: int = 500,
    *,
    soft: bool,
    deleted_by: str | None,
) -> tuple[Literal[True], int]: ...
@overload
def delete_rows_within_id_list(
    id_str_list: Sequence[_Key],
    session_inst: Session,
    model: type[SQLModel],
    pk_field: str,
    chunk_size: int,
    soft: bool,
    deleted_by: str | None,
) -> tuple[Literal[True], int]: ...
def bulk_update_rows(
    id_str_list: Sequence[_Key],
    data: Mapping[str, Any],
    session_inst: Session,
    model: type[SQLModel],
    pk_field: str = "id",
    chunk_size: int = 500,
) -> tuple[Literal[True], int]: ...
def delete_row(
    id_str: _Key,
    session_inst: Session,
    model: type[SQLModel],
    pk_field: str = "id",
) -> bool: ...
def bulk_upsert_mappings(
    payload: Sequence[Mapping[str, Any]],
    session_inst: Session,
    model: type[_M],
    pk_fields: _Names | None = None,
    update_columns: _Names | None = None,
) -> tuple[Literal[True], list[_M]]: ...

# A row that was found but not written is given as well, next to False.
def update_row(
    id_str: _Key,
    data: Mapping[str, Any],
    session_inst: Session,
    model: type[_M],
    pk_field: str = "id",
) -> tuple[Literal[True], _M] | tuple[Literal[False], _M | None]: ...

# A key of several columns is given as a tuple or a list.
def get_change_history(
    session_inst: Session,
    model: type[SQLModel],
    id_str: _Key | tuple[_Key, ...] | list[_Key],
) -> tuple[Literal[True], list[dict[str, Any]]] | tuple[Literal[False], list[dict[str, Any]]]: ...

class QueryBuilder(QueryBuilderBase[_RowT], Generic[_RowT]):
    @overload
    def __init__(
        self: QueryBuilder[_M], session_inst: Session, model: type[_M], stmnt: None = None
    ) -> None: ...
    @overload
    def __init__(
        self, session_inst: Session, model: type[SQLModel], stmnt: SelectOfScalar[_RowT]
    ) -> None: ...
    @overload
    def __init__(
        self: QueryBuilder[Any], session_inst: Session, model: type[SQLModel], stmnt: SelectBase
    ) -> None: ...
    def _slot(self, op: str, stmnt: Any) -> tuple[CacheBackend, str, str] | None: ...
    def all(self) -> tuple[Literal[True], list[_RowT]] | tuple[Literal[False], list[_RowT]]: ...
    def first(self) -> tuple[Literal[True], _RowT] | tuple[Literal[False], None]: ...
    def count(self) -> tuple[bool, int]: ...
