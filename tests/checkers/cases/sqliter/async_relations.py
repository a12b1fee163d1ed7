"""The async accessors: nothing loads by itself, so there is a loader to await."""

from __future__ import annotations

from sqliter.asyncio.orm import AsyncForeignKey, AsyncPrefetchedM2MResult, AsyncPrefetchedResult
from sqliter.orm import BaseDBModel
from typing_extensions import reveal_type

from .async_library import Series, Topic, Work, Writer
from .library import Author


async def forward(work: Work) -> None:
    reveal_type(work.writer)  # R: forward
    reveal_type(work.critic)  # R: forward-nullable
    reveal_type(await work.writer.fetch())  # R: fetch
    if work.critic is not None:
        reveal_type(await work.critic.fetch())  # R: fetch-nullable
    reveal_type(Work.writer)  # R: forward-class
    reveal_type(work.writer_id)  # R: key
    print(work.writer.name)  # E: not-loaded
    await work.critic.fetch()  # E: unchecked-none


async def assign(work: Work, other: Work, writer: Writer) -> None:
    work.writer = writer
    work.writer = 3
    work.critic = None
    reveal_type(work.writer)  # R: after-assignment
    work.writer = other.writer  # E: assign-loader
    work.writer = None  # E: assign-none


async def reverse(writer: Writer, work: Work) -> None:
    reveal_type(writer.works)  # R: reverse
    reveal_type(writer.works.filter(title="Sult").limit(2).offset(1))  # R: reverse-chain
    reveal_type(await writer.works.fetch_all())  # R: reverse-all
    reveal_type(await writer.works.fetch_one())  # R: reverse-one
    reveal_type(await writer.works.count())  # R: reverse-count
    reveal_type(Writer.works)  # R: reverse-class
    for found in writer.works.fetch_all():  # E: not-awaited
        print(found)
    writer.works = writer.works  # E: assign-reverse


async def many_to_many(work: Work, topic: Topic, series: Series) -> None:
    reveal_type(work.topics)  # R: m2m
    reveal_type(await work.topics.fetch_all())  # R: m2m-all
    reveal_type(await work.topics.filter(label="new"))  # R: m2m-filter
    reveal_type(await work.series.fetch_one())  # R: m2m-text-target
    reveal_type(topic.works)  # R: m2m-reverse
    reveal_type(await series.parts.exists())  # R: m2m-reverse-exists
    reveal_type(Work.topics)  # R: m2m-class
    await work.topics.add(topic)
    await topic.works.set(work)
    await work.topics.add(work)  # E: m2m-add-other-model
    work.topics.filter(label="new").fetch_all()  # E: m2m-filter-not-awaited
    work.topics = work.topics  # E: assign-m2m
    topic.works = topic.works  # E: assign-m2m-reverse


async def after_prefetch(
    works: AsyncPrefetchedResult[Work], topics: AsyncPrefetchedM2MResult[Topic]
) -> None:
    reveal_type(await works.fetch_all())  # R: prefetched-all
    reveal_type(works.filter(title="Sult"))  # R: prefetched-filter
    reveal_type(await topics.fetch_one())  # R: prefetched-m2m-one
    reveal_type(await topics.filter(label="new"))  # R: prefetched-m2m-filter


def construct(writer: Writer) -> None:
    Work(title="Sult", writer=writer, critic=None)
    Work(title="Sult", writer=1)
    Work(title="Sult", writer_id=1)
    Work(writer=writer)  # E: missing
    Work(title="Sult", writer=None)  # E: key-none
    Work(title="Sult", writer="Hamsun")  # E: key-text


class Letter(BaseDBModel):
    sender: AsyncForeignKey[Author] = AsyncForeignKey(Author, related_name="letters")


def on_a_sync_model(letter: Letter) -> None:
    reveal_type(letter.sender)  # R: on-a-sync-model
