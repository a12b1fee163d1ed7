"""`AsyncSqliterDB` and its queries: built like the sync ones, awaited at the end."""

from __future__ import annotations

from sqliter.asyncio import AsyncSqliterDB
from sqliter.query import func
from typing_extensions import reveal_type

from .async_library import Work, Writer


class TracedDB(AsyncSqliterDB):
    pass


async def store(work: Work) -> None:
    reveal_type(await AsyncSqliterDB.create(memory=True, reset=True))  # R: create
    reveal_type(await TracedDB.create("library.db"))  # R: create-subclass
    async with AsyncSqliterDB(memory=True) as db:
        reveal_type(db)  # R: context-manager
        await db.create_table(Writer)
        reveal_type(await db.insert(work))  # R: insert
        reveal_type(await db.bulk_insert([work]))  # R: bulk-insert
        reveal_type(await db.get(Work, 1))  # R: get
        reveal_type(await db.update(work))  # R: update
        reveal_type(await db.update_where(Work, {}, {"title": ""}))  # R: update-where
        reveal_type(await db.get_table_names())  # R: table-names
        await db.delete(Work, work.pk)
        print(db.get(Work, 1).title)  # E: not-awaited
        await db.insert(Work)  # E: insert-class
    with AsyncSqliterDB(memory=True) as db:  # E: sync-with
        print(db)


async def query(db: AsyncSqliterDB, keys: tuple[int, ...]) -> None:
    works = db.select(Work)
    reveal_type(works)  # R: select
    reveal_type(works.filter(title="Sult", pk__in=list(keys)).order("title"))  # R: chain
    reveal_type(works.select_related("writer").prefetch_related("topics"))  # R: related
    reveal_type(await works.fetch_all())  # R: fetch-all
    reveal_type(await works.fetch_one())  # R: fetch-one
    reveal_type(await works.fetch_first())  # R: fetch-first
    reveal_type(await works.fetch_last())  # R: fetch-last
    reveal_type(await works.count())  # R: count
    reveal_type(await works.exists())  # R: exists
    reveal_type(await works.filter(title="").delete())  # R: delete
    reveal_type(await works.filter(title="").update({"title": "?"}))  # R: query-update
    reveal_type(works.model_class(title="Sult"))  # R: model-class
    by_writer = works.group_by("writer_id").annotate(n=func.count())
    reveal_type(await by_writer.having(n__gt=1).fetch_dicts())  # R: fetch-dicts
    works.annotate(n="count")  # E: annotate-text
    works.fetch_all().title  # E: query-not-awaited
