from abc import ABC, abstractmethod
from typing import Any

class PoolAbstract(ABC):
    @abstractmethod
    async def create_pool(self) -> Any: ...
