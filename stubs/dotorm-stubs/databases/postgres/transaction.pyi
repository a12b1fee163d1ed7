from contextvars import ContextVar, Token
from types import TracebackType
from typing import Any, ClassVar

import asyncpg  # type: ignore[import-not-found, import-untyped, unused-ignore]

from .session import TransactionSession

_current_session: ContextVar[TransactionSession | None]

def get_current_session() -> TransactionSession | None: ...

class ContainerTransaction:
    default_pool: ClassVar[asyncpg.Pool[Any] | None]
    session_factory: type[TransactionSession]
    _token: Token[TransactionSession | None] | None
    _own_connection: bool
    pool: asyncpg.Pool[Any]
    # Set by entering the block.
    session: TransactionSession
    def __init__(self, pool: asyncpg.Pool[Any] | None = None) -> None: ...
    async def __aenter__(self) -> TransactionSession: ...
    async def __aexit__(
        self,
        exc_type: type[BaseException] | None,
        exc_val: BaseException | None,
        exc_tb: TracebackType | None,
    ) -> None: ...
