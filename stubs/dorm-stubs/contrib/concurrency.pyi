import threading
from collections.abc import Awaitable, Callable
from contextlib import AbstractContextManager
from typing import TypeVar

from dorm.models import Model

_T = TypeVar("_T")

_IN_PROC_LOCKS: dict[str, threading.Lock]
_REGISTRY_LOCK: threading.Lock

def _get_inproc(key: str) -> threading.Lock: ...
def named_lock(name: str, *, using: str = "default") -> AbstractContextManager[None, None]: ...

class SerializableSnapshot:
    using: str
    max_attempts: int
    base_backoff: float
    max_backoff: float
    def __init__(
        self,
        *,
        using: str = "default",
        max_attempts: int = 5,
        base_backoff: float = 0.05,
        max_backoff: float = 2.0,
    ) -> None: ...
    def run(self, fn: Callable[[], _T]) -> _T: ...
    async def arun(self, fn: Callable[[], Awaitable[_T]]) -> _T: ...

class OptimisticLockError(Exception): ...

def with_optimistic_lock(
    instance: Model, *, version_field: str = "version", update_fields: list[str] | None = None
) -> None: ...

__all__ = [
    "OptimisticLockError",
    "SerializableSnapshot",
    "named_lock",
    "with_optimistic_lock",
]
