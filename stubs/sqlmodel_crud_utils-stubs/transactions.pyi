from collections.abc import AsyncGenerator, Generator
from contextlib import asynccontextmanager, contextmanager
from typing import TypeVar

from sqlmodel import Session
from sqlmodel.ext.asyncio.session import AsyncSession

_S = TypeVar("_S", bound=Session)
_A = TypeVar("_A", bound=AsyncSession)

# What is yielded is the session that was given, a subclass included.
@contextmanager
def transaction(session: _S) -> Generator[_S]: ...
@asynccontextmanager
def a_transaction(session: _A) -> AsyncGenerator[_A]: ...
