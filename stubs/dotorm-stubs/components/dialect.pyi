from dataclasses import dataclass
from typing import Any, Literal

from ..databases.clickhouse.session import NoTransactionSession as _ClickhouseSession
from ..databases.mysql.session import NoTransactionSession as _MysqlSession
from ..databases.postgres.session import NoTransactionSession as _PostgresSession
from ..fields import Field

@dataclass(frozen=True)
class Dialect:
    name: Literal["postgres", "mysql", "clickhouse"]
    escape: str
    placeholder: str
    supports_returning: bool
    def escape_identifier(self, identifier: str) -> str: ...
    def make_placeholders(self, count: int, start: int = 1) -> str: ...
    def make_placeholder(self, index: int = 1) -> str: ...
    def make_ids_predicate(self, count: int, ids_first: bool = False) -> str: ...
    def bind_ids(self, ids: list[int]) -> list[Any]: ...
    def make_bulk_insert_source(
        self,
        payloads_dicts: list[dict[str, Any]],
        fields_list: list[str],
        fields: dict[str, Field[Any]],
    ) -> tuple[str, list[Any]]: ...
    def get_no_transaction_session(
        self,
    ) -> type[_PostgresSession] | type[_MysqlSession] | type[_ClickhouseSession]: ...

# Until 2.1.1 there was one class for all, made with its settings.
class PostgresSqlDialect(Dialect):
    def __init__(self) -> None: ...
    def get_no_transaction_session(self) -> type[_PostgresSession]: ...

class MysqlSqlDialect(Dialect):
    def __init__(self) -> None: ...
    def get_no_transaction_session(self) -> type[_MysqlSession]: ...

class ClickhouseSqlDialect(Dialect):
    def __init__(self) -> None: ...
    def get_no_transaction_session(self) -> type[_ClickhouseSession]: ...

POSTGRES: Dialect
MYSQL: Dialect
CLICKHOUSE: Dialect

def get_dialect(name: str) -> Dialect: ...
