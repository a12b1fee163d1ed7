from collections.abc import Iterable
from logging import Logger
from typing import Any

import asyncpg  # type: ignore[import-not-found, import-untyped, unused-ignore]
from typing_extensions import deprecated

from ...model import DotModel
from ..abstract.types import ContainerSettings, PostgresPoolSettings
from .session import NoTransactionSession

log: Logger

# The lock that lets one worker at a time change tables.
DDL_LOCK_ID: int

class ContainerPostgres:
    pool_settings: PostgresPoolSettings
    container_settings: ContainerSettings
    pool: asyncpg.Pool[Any] | None
    def __init__(
        self, pool_settings: PostgresPoolSettings, container_settings: ContainerSettings
    ) -> None: ...
    async def create_pool(self) -> asyncpg.Pool[Any]: ...
    async def close_pool(self) -> None: ...
    async def create_database(self) -> None: ...
    async def create_and_update_tables(self, models: Iterable[type[DotModel]]) -> None: ...
    @deprecated("Only the README has it. Use dotorm.databases.postgres.NoTransactionSession.")
    def get_no_transaction_session(self) -> type[NoTransactionSession]: ...
