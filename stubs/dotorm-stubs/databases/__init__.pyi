from .abstract import (
    ContainerSettings,
    MysqlPoolSettings,
    PostgresPoolSettings,
)

__all__ = ["ContainerSettings", "MysqlPoolSettings", "PostgresPoolSettings"]
