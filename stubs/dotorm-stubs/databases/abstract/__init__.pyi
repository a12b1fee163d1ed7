from .dialect import (
    ClickHouseDialect,
    CursorType,
    Dialect,
    MySQLDialect,
    PostgresDialect,
)
from .pool import PoolAbstract
from .session import SessionAbstract
from .types import (
    ClickhousePoolSettings,
    ContainerSettings,
    MysqlPoolSettings,
    PostgresPoolSettings,
)

__all__ = [
    "ClickHouseDialect",
    "ClickhousePoolSettings",
    "ContainerSettings",
    "CursorType",
    "Dialect",
    "MySQLDialect",
    "MysqlPoolSettings",
    "PoolAbstract",
    "PostgresDialect",
    "PostgresPoolSettings",
    "SessionAbstract",
]
