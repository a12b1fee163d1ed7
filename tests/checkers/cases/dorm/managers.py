"""Managers: what they share with querysets, what they lack, and classes of the user's own."""

from __future__ import annotations

import dorm
from dorm import Manager, QuerySet
from typing_extensions import reveal_type

from .shelf import Author, Book, BookQuerySet, Made, Managed


def shared() -> None:
    reveal_type(Book.objects)  # R: manager
    reveal_type(Book.objects.all())  # R: all
    reveal_type(Book.objects.filter(title="Sult"))  # R: filter
    reveal_type(Book.objects.get(pk=1))  # R: get
    reveal_type(Book.objects.first())  # R: first
    reveal_type(Book.objects.values("title"))  # R: values
    reveal_type(Book.objects.values_list("title", flat=True))  # R: flat
    reveal_type(Book.objects.update_or_create(title="Sult", defaults={"pages": 1}))  # R: update-or
    reveal_type(Book.objects.model)  # R: model


def manager_alone() -> None:
    reveal_type(Book.objects.cached(timeout=60))  # R: cached
    reveal_type(Book.objects.cache_get_many(pks=[1]))  # R: cache-get-many
    reveal_type(Book.objects.exists_or_create(title="Sult"))  # R: exists-or-create
    reveal_type(Book.objects.create_or_update(title="Sult"))  # R: create-or-update
    reveal_type(Book.objects.union_with(Author.objects, Book.objects.all()))  # R: union-with
    reveal_type(Book.objects.db_manager("replica"))  # R: db-manager
    reveal_type(Book.objects.get_queryset())  # R: get-queryset
    Book.objects.all().raw("SELECT 1")  # E: raw-of-queryset
    Book.objects.all().cached()  # E: cached-of-queryset


async def shared_async() -> None:
    reveal_type(await Book.objects.aget(pk=1))  # R: aget
    reveal_type(await Book.objects.acreate(title="Sult"))  # R: acreate
    reveal_type(await Book.objects.acount())  # R: acount
    reveal_type([book async for book in Book.objects.aiterator()])  # R: aiterator
    reveal_type(await Book.objects.acache_get(pk=1))  # R: acache-get
    await Book.objects  # E: await
    await Book.objects.alist()  # E: alist
    async for book in Book.objects:  # E: async-for
        print(book)


def absent() -> None:
    for book in Book.objects:  # E: iterate
        print(book)
    len(Book.objects)  # E: len
    Book.objects[0]  # E: index
    Book.objects.reverse()  # E: reverse
    Book.objects.union(Book.objects.all())  # E: union
    Book.objects.cache(timeout=60)  # E: cache
    Book.objects.lookup("pk")  # E: lookup
    Book.objects.latest("pages")  # E: latest


def own() -> None:
    reveal_type(Managed.own)  # R: own
    reveal_type(Managed.own.long().filter(pages=1).long())  # R: own-chain
    reveal_type(Managed.own.get_queryset().titles())  # R: own-queryset
    reveal_type(Managed.plain)  # R: plain
    reveal_type(Managed.declared)  # R: declared
    reveal_type(Managed.declared.first())  # R: declared-row
    reveal_type(Managed.made.long())  # R: made
    reveal_type(Managed.made.filter(pages=1).long().order_by("title")[:3].titles())  # R: made-chain
    reveal_type(Managed.made.first())  # R: made-row
    reveal_type(Managed.made.long().values("title"))  # R: made-values
    reveal_type(Made.objects.long().get(pk=1))  # R: made-objects
    # Managers do have it: no type is both, so what is made is seen as the queryset.
    Managed.made.raw("SELECT 1")  # E: made-raw
    Managed.made.lng()  # E: made-misspelt
    Managed.own.titles()  # E: queryset-method
    Managed().own  # E: on-instance
    dorm.Manager.from_queryset(Book)  # E: from-model


def count(books: Manager[Book]) -> int:
    return books.count()


def pick(books: QuerySet[Book] | BookQuerySet) -> Book | None:
    return books.first()


def use() -> None:
    print(count(Book.objects), pick(Managed.own.long()))
    count(Author.objects)  # E: wrong-model
    count(Book.objects.all())  # E: queryset-for-manager
