from abc import ABC, abstractmethod
from typing import Any, Literal, TypeAlias

CursorType: TypeAlias = Literal[
    "fetchall", "fetch", "fetchrow", "fetchval", "executemany", "lastrowid", "void"
]

class Dialect(ABC):
    _cursor_map: dict[str, str]
    def convert_placeholders(self, stmt: str) -> str: ...
    def get_cursor_method(self, cursor: CursorType) -> str: ...
    @abstractmethod
    def convert_result(self, rows: Any, cursor: CursorType) -> Any: ...

class PostgresDialect(Dialect):
    _cursor_map: dict[str, str]
    def convert_result(self, rows: Any, cursor: CursorType) -> Any: ...

class MySQLDialect(Dialect):
    _cursor_map: dict[str, str]
    def convert_result(self, rows: Any, cursor: CursorType) -> Any: ...

class ClickHouseDialect(Dialect):
    _cursor_map: dict[str, str]
    def convert_result(self, rows: Any, cursor: CursorType) -> Any: ...
