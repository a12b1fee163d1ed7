from dataclasses import dataclass
from typing import Literal

from ..databases.clickhouse.session import NoTransactionSession as _ClickhouseSession
from ..databases.mysql.session import NoTransactionSession as _MysqlSession
from ..databases.postgres.session import NoTransactionSession as _PostgresSession

@dataclass(frozen=True)
class Dialect:
    name: Literal["postgres", "mysql", "clickhouse"]
    escape: str
    placeholder: str
    supports_returning: bool
    def escape_identifier(self, identifier: str) -> str: ...
    def make_placeholders(self, count: int, start: int = 1) -> str: ...
    def make_placeholder(self, index: int = 1) -> str: ...
    def get_no_transaction_session(
        self,
    ) -> type[_PostgresSession] | type[_MysqlSession] | type[_ClickhouseSession]: ...

POSTGRES: Dialect
MYSQL: Dialect
CLICKHOUSE: Dialect

def get_dialect(name: str) -> Dialect: ...
