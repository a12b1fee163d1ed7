"""Transactions, exceptions, caches, change tracking."""

from typing import Any

from sqlmodel import Session
from sqlmodel.ext.asyncio.session import AsyncSession
from sqlmodel_crud_utils import (
    HISTORY_METADATA,
    BulkOperationError,
    CacheBackend,
    InMemoryCache,
    MultipleRecordsError,
    RecordNotFoundError,
    RedisCache,
    SQLModelCRUDError,
    TransactionError,
    ValidationError,
    a_transaction,
    configure_cache,
    invalidate_cache,
    register_change_tracking,
    transaction,
)
from sqlmodel_crud_utils.cache import get_cache
from sqlmodel_crud_utils.exceptions import not_found
from sqlmodel_crud_utils.mixins import UTCDateTime
from typing_extensions import reveal_type

from .models import Hero


class Recording(Session):
    def note(self) -> str:
        return "noted"


class Nothing(CacheBackend):
    def get(self, namespace: str, key: str) -> Any:
        return None

    def set(self, namespace: str, key: str, value: Any, ttl: float | None = None) -> None: ...

    def invalidate(self, namespace: str) -> None: ...

    def clear(self) -> None: ...


class Incomplete(CacheBackend):  # E: incomplete-backend
    def get(self, namespace: str, key: str) -> Any:
        return None


def transactions(session: Session, recording: Recording) -> str:
    with transaction(session) as inner:
        reveal_type(inner)  # R: transaction
    with transaction(recording) as recorded:
        reveal_type(recorded)  # R: transaction-of-subclass
    with a_transaction(session):  # E: async-with-sync-session
        pass
    with transaction(session):
        return "the error of a failed transaction is raised, so nothing follows"


async def async_transactions(session: AsyncSession) -> None:
    async with a_transaction(session) as inner:
        reveal_type(inner)  # R: async-transaction
    with transaction(session):  # E: transaction-of-async-session
        pass


def errors(error: SQLModelCRUDError) -> None:
    if isinstance(error, RecordNotFoundError):
        reveal_type(error.pk_field)  # R: not-found-field
        error.key  # E: not-found-key
    if isinstance(error, BulkOperationError):
        reveal_type(error.errors)  # R: bulk-errors
        reveal_type(error.get_error_summary())  # R: bulk-summary
    if isinstance(error, TransactionError):
        reveal_type(error.original_error)  # R: transaction-cause
    if isinstance(error, ValidationError):
        reveal_type(error.errors)  # R: validation-errors
        error.message  # E: validation-message
    raise not_found(Hero, 3)


def make_errors() -> None:
    RecordNotFoundError(Hero, 3, pk_field="id")
    RecordNotFoundError(Hero)  # E: not-found-without-key
    MultipleRecordsError(Hero, 3, {"name": "Rusty"})
    MultipleRecordsError(Hero, "3")  # E: multiple-text
    BulkOperationError(3, 1, ["Rusty"], failed_records=[Hero(name="Rusty")])
    reveal_type(not_found(Hero, 3))  # R: not-found


def caching(backend: CacheBackend, messages: list[str]) -> None:
    configure_cache(InMemoryCache(default_ttl=5, max_entries=10))
    configure_cache(RedisCache("redis://localhost", prefix="heroes"))
    configure_cache(Nothing())
    configure_cache(None)
    configure_cache(InMemoryCache)  # E: cache-class
    configure_cache(Incomplete())  # E: cache-incomplete
    CacheBackend()  # E: cache-abstract
    InMemoryCache(ttl=5)  # E: cache-option
    invalidate_cache()
    invalidate_cache(Hero)
    invalidate_cache("hero")  # E: invalidate-text
    reveal_type(get_cache())  # R: cache
    reveal_type(backend.blocking)  # R: cache-blocking
    BulkOperationError(1, 1, messages)


def tracking() -> None:
    register_change_tracking()
    reveal_type(HISTORY_METADATA)  # R: history-metadata
    reveal_type(UTCDateTime().cache_ok)  # R: column-type
