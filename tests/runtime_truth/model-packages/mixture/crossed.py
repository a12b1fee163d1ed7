"""Fields of one kind on models of the other."""

from __future__ import annotations

from sqliter.asyncio.orm import AsyncBaseDBModel, AsyncForeignKey, AsyncManyToMany
from sqliter.orm import BaseDBModel, ForeignKey, ManyToMany

from mixture.bases import Async, Sync


class SyncKey(AsyncBaseDBModel):
    target: ForeignKey[Async] = ForeignKey(Async)
    maybe: ForeignKey[Sync | None] = ForeignKey(Sync, related_name="maybe_sync_keys")


class AsyncKey(BaseDBModel):
    target: AsyncForeignKey[Sync] = AsyncForeignKey(Sync)
    maybe: AsyncForeignKey[Async | None] = AsyncForeignKey(Async, related_name="maybe_async_keys")


class SyncMany(AsyncBaseDBModel):
    targets: ManyToMany[Async] = ManyToMany(Async)
    later: ManyToMany[LaterAsync] = ManyToMany("LaterAsync", related_name="earlier")


class AsyncMany(BaseDBModel):
    targets: AsyncManyToMany[Sync] = AsyncManyToMany(Sync)
    later: AsyncManyToMany[LaterSync] = AsyncManyToMany("LaterSync", related_name="earlier")


class LaterAsync(AsyncBaseDBModel):
    name: str


class LaterSync(BaseDBModel):
    name: str
