from logging import Logger

import asynch  # type: ignore[import-not-found, import-untyped, unused-ignore]

from ..abstract.types import ClickhousePoolSettings, ContainerSettings

log: Logger

class ContainerClickhouse:
    pool_settings: ClickhousePoolSettings
    container_settings: ContainerSettings
    # Set by `create_pool`.
    pool: asynch.Pool
    def __init__(
        self, pool_settings: ClickhousePoolSettings, container_settings: ContainerSettings
    ) -> None: ...
    # None if the first attempt failed: the second one's pool is only stored.
    async def create_pool(self) -> asynch.Pool | None: ...
