from logging import Logger

import aiomysql  # type: ignore[import-not-found, import-untyped, unused-ignore]

from ..abstract.types import ContainerSettings, MysqlPoolSettings

log: Logger

class ContainerMysql:
    pool_settings: MysqlPoolSettings
    container_settings: ContainerSettings
    pool: aiomysql.Pool | None
    def __init__(
        self, pool_settings: MysqlPoolSettings, container_settings: ContainerSettings
    ) -> None: ...
    async def create_pool(self) -> aiomysql.Pool: ...
    async def close_pool(self) -> None: ...
