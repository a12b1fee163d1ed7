from sqliter.asyncio.orm.fields import AsyncForeignKey, AsyncLazyLoader
from sqliter.asyncio.orm.m2m import (
    AsyncManyToMany,
    AsyncManyToManyManager,
    AsyncPrefetchedM2MResult,
    AsyncReverseManyToMany,
)
from sqliter.asyncio.orm.model import AsyncBaseDBModel
from sqliter.asyncio.orm.query import (
    AsyncPrefetchedResult,
    AsyncReverseQuery,
    AsyncReverseRelationship,
)

__all__ = [
    "AsyncBaseDBModel",
    "AsyncForeignKey",
    "AsyncLazyLoader",
    "AsyncManyToMany",
    "AsyncManyToManyManager",
    "AsyncPrefetchedM2MResult",
    "AsyncPrefetchedResult",
    "AsyncReverseManyToMany",
    "AsyncReverseQuery",
    "AsyncReverseRelationship",
]
