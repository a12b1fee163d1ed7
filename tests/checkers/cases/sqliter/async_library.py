"""The lending library once more, for asyncio, and without the future import."""

from typing import TYPE_CHECKING, ClassVar

from sqliter.asyncio.orm import AsyncBaseDBModel, AsyncForeignKey, AsyncManyToMany

if TYPE_CHECKING:
    from sqliter.asyncio.orm import AsyncReverseManyToMany, AsyncReverseRelationship


class Writer(AsyncBaseDBModel):
    name: str
    if TYPE_CHECKING:
        works: ClassVar[AsyncReverseRelationship["Work"]]


class Topic(AsyncBaseDBModel):
    label: str
    if TYPE_CHECKING:
        works: ClassVar[AsyncReverseManyToMany["Work"]]


class Work(AsyncBaseDBModel):
    title: str
    writer: AsyncForeignKey[Writer] = AsyncForeignKey(Writer, related_name="works")
    critic: AsyncForeignKey[Writer | None] = AsyncForeignKey(
        Writer, null=True, related_name="criticised"
    )
    topics: AsyncManyToMany[Topic] = AsyncManyToMany(Topic, related_name="works")
    series: AsyncManyToMany["Series"] = AsyncManyToMany("Series", related_name="parts")
    if TYPE_CHECKING:
        writer_id: int = 0


class Series(AsyncBaseDBModel):
    name: str
    if TYPE_CHECKING:
        parts: ClassVar[AsyncReverseManyToMany["Work"]]
