"""`Q`, `F`, subqueries, aggregates and functions."""

from __future__ import annotations

from typing import Any

import dorm
from dorm import Count, Exists, F, OuterRef, Prefetch, Q, Subquery, Sum, Value
from dorm.aggregates import Aggregate
from dorm.functions import Case, Coalesce, Func, Length, Lower, RowNumber, Substr, When, Window
from dorm.lookups import parse_lookup_key, register_lookup
from dorm.search import SearchQuery, SearchRank, SearchVector
from dorm.tree import descendants, descendants_cte
from typing_extensions import reveal_type

from .shelf import Author, Book


class Median(Aggregate):
    function = "MEDIAN"


class Soundex(Func):
    function = "SOUNDEX"


class Now:
    def as_sql(self, table_alias: str, **kwargs: Any) -> tuple[str, list[Any]]:
        return "NOW()", []


def conditions() -> None:
    reveal_type(Q(title="Sult") | ~Q(pages__gt=1) & Q())  # R: q
    reveal_type(~Exists(Book.objects.filter(author=OuterRef("pk"))))  # R: exists
    reveal_type(F("pages").between(1, 2))  # R: between
    Author.objects.filter(Exists(Book.objects.all()), Q(Exists(Book.objects.all())), name="K")
    Author.objects.exclude(~Exists(Book.objects.all()))
    Q("title")  # E: q-text
    Q(title="Sult") | F("pages")  # E: q-or-field
    Q(title="Sult") and Q(title="Sult") ^ Q()  # E: q-xor
    Exists(Book)  # E: exists-model
    Exists(Book.objects)  # E: exists-manager


def arithmetic() -> None:
    reveal_type(F("pages") + 1)  # R: add
    reveal_type(F("pages") * F("pages"))  # R: multiply
    reveal_type(-F("pages"))  # R: negate
    reveal_type(F("title").apply(Lower))  # R: apply
    reveal_type(F("title").apply(Substr, 1, 2).apply(Length))  # R: apply-twice
    reveal_type(F("title").coalesce("none"))  # R: coalesce
    reveal_type(Value(3).value)  # R: value
    F("pages") + 1 + 1  # E: add-twice
    1 + F("pages")  # E: number-first
    F("pages") % 2  # E: modulo
    Length(F("title")) + 1  # E: function-add


def annotate() -> None:
    books = Book.objects.annotate(
        n=Count("tags", distinct=True, filter=Q(pages=1)),
        longer=F("pages") + 1,
        size=Case(When(pages__gt=500, then=Value("long")), default=Value("short")),
        place=Window(RowNumber(), partition_by=["author_id"], order_by="-pages"),
        title_or_none=Coalesce(F("title"), Value("none")),
        other=Subquery(Book.objects.values("title")[:1]),
        any=Exists(Book.objects.all()),
        median=Median("pages"),
        sound=Soundex(F("title")),
        now=Now(),
        rank=SearchRank(SearchVector("title", weight="A"), SearchQuery("hunger")),
        long=dorm.FilteredRelation("author", condition=Q(pages__gt=500)),
    )
    reveal_type(books)  # R: annotated
    reveal_type(Book.objects.aggregate(total=Sum("pages"), n=Count()))  # R: aggregated
    reveal_type(Count("id"))  # R: count
    reveal_type(dorm.StringAgg("title", separator="; "))  # R: string-agg
    reveal_type(Prefetch("books", Book.objects.all(), to_attr="long"))  # R: prefetch
    reveal_type(Book.objects.all().lookup("pk"))  # R: lookup
    Book.objects.annotate(n=Value(1))  # E: annotate-value
    Book.objects.aggregate(total="pages")  # E: aggregate-text
    Book.objects.alias(n=F("pages"))  # E: alias-field
    Count("id", "pages")  # E: count-two
    Count(F("id"))  # E: count-field
    Case(Value("long"))  # E: case-value
    When(F("pages"), then=Value(1))  # E: when-field
    Window(F("pages"))  # E: window-field
    dorm.Trunc(F("born"), "fortnight")  # E: trunc-unit
    dorm.ExtractYear()  # E: extract-nothing
    SearchQuery("hunger", search_type="phrase")  # E: search-type
    Prefetch(Book.objects.all())  # E: prefetch-queryset


def helpers() -> None:
    reveal_type(parse_lookup_key("author__name__icontains"))  # R: lookup-key
    reveal_type(descendants_cte(Author, parent_field="parent_id", root_pk=1))  # R: cte
    reveal_type(descendants(Author, parent_field="parent_id", root_pk=1))  # R: descendants
    register_lookup("zipcode", "{col} = %s", value_transform=None)
    register_lookup("zipcode", str.upper, "{col}")  # E: register-lookup
