"""`db.select(Book)...`: the model stays known through chains, and what ends them."""

from __future__ import annotations

import datetime

from sqliter import SqliterDB
from sqliter.query import QueryBuilder, func
from typing_extensions import reveal_type

from .library import Author, Book


def chain(db: SqliterDB, keys: list[int]) -> None:
    query = db.select(Book)
    reveal_type(query)  # R: select
    reveal_type(query.filter(title="Sult", pk__in=keys, author__name__like="H%"))  # R: filter
    reveal_type(query.order("title", reverse=True).limit(5).offset(2))  # R: order
    reveal_type(query.select_related("author", "editor"))  # R: select-related
    reveal_type(query.prefetch_related("tags").bypass_cache().cache_ttl(3))  # R: prefetch-related
    reveal_type(query.fields(["title"]).exclude(["pages"]).only("title"))  # R: fields
    reveal_type(query.model_class(title="Sult"))  # R: model-class


def finish(db: SqliterDB) -> None:
    reveal_type(db.select(Book).fetch_all())  # R: fetch-all
    reveal_type(db.select(Book).fetch_one())  # R: fetch-one
    reveal_type(db.select(Book).fetch_first())  # R: fetch-first
    reveal_type(db.select(Book).fetch_last())  # R: fetch-last
    reveal_type(db.select(Book).count())  # R: count
    reveal_type(db.select(Book).exists())  # R: exists
    reveal_type(db.select(Book).filter(pages=0).delete())  # R: delete
    reveal_type(db.select(Book).filter(pages=0).update({"pages": 1}))  # R: update
    reveal_type({book.pk: book.author for book in db.select(Book).fetch_all()})  # R: comprehension


def project(db: SqliterDB) -> None:
    by_author = db.select(Book).group_by("author_id").annotate(most=func.max("pages"))
    reveal_type(by_author)  # R: group-by
    reveal_type(by_author.having(most__gt=100).fetch_dicts())  # R: fetch-dicts
    reveal_type(db.select(Author).with_count("books", "n", distinct=True))  # R: with-count
    reveal_type(func.count())  # R: aggregate
    db.select(Book).annotate(most="pages")  # E: annotate-text


def misuse(db: SqliterDB, day: datetime.date, author: Author) -> None:
    db.select(Book).filter(pk__in=(1, 2))  # E: filter-tuple
    db.select(Book).filter(author=author)  # E: filter-model
    db.select(Author).filter(born=day)  # E: filter-date
    db.select(int)  # E: select-no-model
    db.select(Book).fetchall()  # E: misspelt
    print(db.select(Book).fetch_one().title)  # E: unchecked-none


def newest(query: QueryBuilder[Book]) -> Book | None:
    return query.order("created_at", reverse=True).fetch_first()


def use(db: SqliterDB) -> None:
    print(newest(db.select(Book)))
    print(newest(db.select(Author)))  # E: wrong-model
