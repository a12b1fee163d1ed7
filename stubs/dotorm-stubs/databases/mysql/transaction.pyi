from types import TracebackType

import aiomysql  # type: ignore[import-not-found, import-untyped, unused-ignore]

from .session import TransactionSession

class ContainerTransaction:
    pool: aiomysql.Pool
    # Set by entering the block.
    session: TransactionSession
    def __init__(self, pool: aiomysql.Pool) -> None: ...
    async def __aenter__(self) -> TransactionSession: ...
    async def __aexit__(
        self,
        exc_type: type[BaseException] | None,
        exc_val: BaseException | None,
        exc_tb: TracebackType | None,
    ) -> None: ...
