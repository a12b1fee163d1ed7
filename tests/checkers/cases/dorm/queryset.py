"""`Book.objects.filter(...)`: chains, what ends them, and rows that are no models."""

from __future__ import annotations

import asyncio
from typing import Any, TypeVar

import dorm
from dorm import CursorPage, Model, QuerySet
from typing_extensions import Self, reveal_type

from .shelf import Author, Book, Tag

M = TypeVar("M", bound=Model)


class Active(QuerySet[M]):
    """For several models."""

    def active(self) -> Self:
        return self.filter(active=True)


class ActiveTags(Active[Tag]):
    def delete(self) -> tuple[int, dict[str, int]]:
        return self.update(active=False), {}  # E: update-unknown


class Loose(dorm.QuerySet):
    def active(self) -> Self:
        return self.filter(active=True)


def chain(books: QuerySet[Book], start: int, stop: int | None) -> None:
    reveal_type(books)  # R: queryset
    reveal_type(books.filter(title="Sult", pages__in=[1, 2], author__name="Knut"))  # R: filter
    reveal_type(books.exclude(title__isnull=True).order_by("-pages").distinct())  # R: chain
    reveal_type(books.select_related("author").prefetch_related("tags").only("title"))  # R: load
    reveal_type(books[:5])  # R: slice
    reveal_type(books[3])  # R: index
    reveal_type(books[start:stop])  # R: slice-variables
    reveal_type(books.union(books, all=True))  # R: union
    reveal_type(books.difference(books).order_by("title").first())  # R: combined-row
    reveal_type(books.using("replica").none() or books.reverse())  # R: either


def rows(books: QuerySet[Book], flag: bool) -> None:
    reveal_type(books.values("title", "pages"))  # R: values
    reveal_type(books.values("title").order_by("title").first())  # R: values-row
    reveal_type([row["title"] for row in books.values("title")])  # R: values-item
    reveal_type(books.values_list("title", "pages"))  # R: values-list
    reveal_type(books.values_list("title", "pages")[0])  # R: values-list-row
    reveal_type(books.values_list("title", flat=True))  # R: flat
    reveal_type(list(books.values_list("title", flat=True)))  # R: flat-list
    reveal_type(books.values_list("title", named=True).get(pk=1))  # R: named
    reveal_type(books.values_list("title", flat=flag))  # R: flag
    reveal_type(books.values("title").create(title="Sult"))  # R: values-create
    reveal_type(books.values("title").get_or_create(title="Sult"))  # R: values-get-or-create
    reveal_type(books.values_list("title").iterator(100))  # R: chunks
    reveal_type(books.dates("published", "month"))  # R: dates
    books.values_list("title", "pages", flat=True)  # E: flat-of-two
    books.values_list("title", flat=True, named=True)  # E: flat-and-named
    books.values(title=dorm.F("title"))  # E: values-expression
    books.values("title").first().title  # E: values-attribute


def finish(books: QuerySet[Book], book: Book) -> None:
    reveal_type(books.get(pk=1))  # R: get
    reveal_type(books.first())  # R: first
    reveal_type(books.get_or_none(title="Sult"))  # R: get-or-none
    reveal_type(books.count())  # R: count
    reveal_type(books.get_or_create(title="Sult", defaults={"pages": 1}))  # R: get-or-create
    reveal_type(books.update(pages=1))  # R: update
    reveal_type(books.delete())  # R: delete
    reveal_type(books.bulk_create([book]))  # R: bulk-create
    reveal_type(books.in_bulk([1, 2]))  # R: in-bulk
    reveal_type(books.aggregate(n=dorm.Count("id")))  # R: aggregate
    reveal_type([found.author.name for found in books])  # R: iteration
    reveal_type(next(books.iterator(chunk_size=10)))  # R: iterator
    page = books.cursor_paginate(order_by="-pages", page_size=20)
    reveal_type(page)  # R: page
    reveal_type(page.items)  # R: page-items
    reveal_type(page.next_cursor)  # R: page-cursor
    reveal_type(books.values("title").cursor_paginate().items)  # R: values-page
    reveal_type(Book.objects.raw("SELECT * FROM book WHERE id = %s", [1]))  # R: raw
    reveal_type([found.title for found in Book.objects.raw("SELECT * FROM book")])  # R: raw-row


async def finish_async(books: QuerySet[Book]) -> None:
    reveal_type(await books)  # R: await
    reveal_type(await books.filter(pages=1).alist())  # R: alist
    reveal_type([book.title async for book in books])  # R: async-for
    reveal_type(await books.aget(pk=1))  # R: aget
    reveal_type(await books.afirst())  # R: afirst
    reveal_type(await books.acreate(title="Sult"))  # R: acreate
    reveal_type(await books.aget_or_create(title="Sult"))  # R: aget-or-create
    reveal_type(books.avalues("title"))  # R: avalues
    reveal_type(await books.avalues_list("title", flat=True))  # R: avalues-list
    reveal_type(await books.adates("published", "year"))  # R: adates
    reveal_type([book async for book in books.aiterator(50)])  # R: aiterator
    reveal_type((await books.acursor_paginate()).has_next)  # R: apage
    reveal_type(await Book.objects.araw("SELECT * FROM book"))  # R: araw
    reveal_type(await asyncio.gather(books, books.acount()))  # R: gather
    books.aget(pk=1).title  # E: not-awaited
    await books.first()  # E: awaited-sync


def own(active: Active[Book], tags: ActiveTags, loose: Loose) -> None:
    reveal_type(active.active().order_by("title").active())  # R: own-generic
    reveal_type(active.active().first())  # R: own-generic-row
    reveal_type(active.values("title")[0])  # R: own-generic-values
    reveal_type(tags.active().exclude(label="old").first())  # R: own-derived-row
    reveal_type(loose.filter(title="Sult").active())  # R: own-loose
    reveal_type(loose.first())  # R: own-loose-row
    tags.values("label").active()  # E: own-lost


def misuse(books: QuerySet[Book], author: Author, tag: Tag) -> None:
    books.filter("title")  # E: filter-text
    books.filter(author)  # E: filter-model
    books.exclude(dorm.Subquery(books))  # E: exclude-subquery
    books.order_by(dorm.F("title"))  # E: order-by-expression
    books.annotate(name=dorm.F("title"))  # E: annotate-field
    books.annotate(one=1)  # E: annotate-number
    books.bulk_create([tag])  # E: bulk-create-model
    books.dates("published", "hour")  # E: dates-kind
    books.afilter(pages=1)  # E: afilter
    books.latest("pages")  # E: latest
    books.as_manager()  # E: as-manager
    books.exist()  # E: misspelt
    print(books.first().title)  # E: unchecked-none


def newest(books: QuerySet[Book]) -> Book | None:
    return books.order_by("-pages").first()


def size(query: QuerySet[Model]) -> int:
    return query.count()


def only(query: QuerySet[M]) -> M:
    return query.get()


def texts(rows: QuerySet[Any]) -> list[str]:
    return [str(row) for row in rows]


def collect(page: CursorPage[Book]) -> set[str]:
    return {book.title for book in page}


def use(books: QuerySet[Book], authors: QuerySet[Author]) -> None:
    print(newest(books), size(books), size(authors), texts(books), texts(books.values("title")))
    print(collect(books.cursor_paginate()))
    reveal_type(only(authors))  # R: generic
    newest(authors)  # E: wrong-model
    newest(books.values("title"))  # E: values-for-models
