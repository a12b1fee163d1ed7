"""What is loaded, and what is not, after ``select_related`` and ``prefetch_related``."""

from __future__ import annotations

from collections.abc import Iterator

from tests.runtime_truth.library.schema import Class, Key, Many, Schema
from tests.runtime_truth.question import Question


def loading(schema: Schema, one: Class) -> Iterator[Question]:
    """Ask for each path of one or two steps, and for each name that may be no path."""
    asking = _Asking(schema, one)
    yield from asking.about_paths()
    for key in asking.own_keys(one):
        yield from asking.about_selected(key)
    for many in asking.usable(one):
        yield from asking.about_prefetched(many)


class _Asking:
    def __init__(self, schema: Schema, one: Class) -> None:
        self.schema = schema
        self.one = one
        self.select = f"{one.database}.select({one.name})"
        self.wait = "await " if one.is_async else ""

    @staticmethod
    def own_keys(one: Class) -> list[Key]:
        return [key for key in one.keys if key.is_own]

    @staticmethod
    def usable(one: Class) -> list[Many]:
        return [many for many in one.many if many.works and many.is_async == one.is_async]

    def ask(
        self, label: str, query: str, code: str, *steps: str, fetch: str = "fetch_all"
    ) -> Question:
        return Question(
            "loading",
            label,
            self.one.name,
            code,
            query=self.select + query,
            fetch=fetch,
            steps=steps,
            is_async=self.one.is_async,
        )

    def about_paths(self) -> Iterator[Question]:
        for name in [*self.schema.relation_names(), "", "pk", "__"]:
            for method in ("select_related", "prefetch_related"):
                code = f'{self.select}.{method}("{name}")'
                yield Question(
                    "path", method, self.one.name, code, is_async=self.one.is_async, is_act=True
                )

    def about_selected(self, key: Key) -> Iterator[Question]:
        query = f'.select_related("{key.name}")'
        row = f"row.{key.name}"
        yield self.ask("selected", query, row)
        for fetch in ("fetch_one", "fetch_first", "fetch_last"):
            yield self.ask("selected", f"{query}.filter(pk=PK)", row, fetch=fetch)
        yield self.ask("selected", f'{query}.order("pk").limit(100)', row)
        yield self.ask("selected, key", query, f"row.{key.attribute}")
        for part in (f'.fields(["pk", "{key.attribute}"])', '.exclude(["created_at"])'):
            yield self.ask("partial", query + part, row)
            yield self.ask("partial", part + query, row)
        for other in self.one.keys:
            if other != key:
                yield self.ask("not selected", query, f"row.{other.name}")
        for many in self.one.many:
            yield self.ask("not selected", query, f"row.{many.name}")
            if many in self.usable(self.one):
                both = f'{query}.prefetch_related("{many.name}")'
                yield self.ask("both", both, row)
                yield self.ask("both", both, f"row.{many.name}")
        target = self.schema.of[key.target]
        for further in target.keys:
            yield self.ask("beyond the path", query, f"it.{further.name}", row)
        for further in self.own_keys(target):
            path = f"{key.name}__{further.name}"
            for nested in (f'.select_related("{path}")', f'{query}.select_related("{path}")'):
                yield self.ask("nested", nested, row)
                yield self.ask("nested", nested, f"it.{further.name}", row)

    def about_prefetched(self, many: Many) -> Iterator[Question]:
        query = f'.prefetch_related("{many.name}")'
        row = f"row.{many.name}"
        yield self.ask("prefetched", query, row)
        yield self.ask("prefetched", f"{query}.filter(pk=PK)", row, fetch="fetch_one")
        yield self.ask("prefetched", f'{query}.only("pk")', row)
        yield self.ask("prefetched", f"{query}.fields(None)", row)
        for method in ("fetch_all", "fetch_one", "count", "exists"):
            yield self.ask(f"prefetched, {method}", query, f"{self.wait}{row}.{method}()")
        wait = "" if many.is_reverse_key else self.wait
        yield self.ask("prefetched, filter", query, f"{wait}{row}.filter()")
        for other in self.one.many:
            if other != many:
                yield self.ask("not prefetched", query, f"row.{other.name}")
        for key in self.one.keys:
            yield self.ask("not prefetched", query, f"row.{key.name}")
        step = f"{self.wait}{row}.fetch_one()"
        related = self.schema.of[many.related]
        for key in related.keys:
            if key.name != many.key:  # that leads back, and is never None here
                yield self.ask("beyond the path", query, f"it.{key.name}", step)
        for further in self.usable(related):
            yield self.ask("beyond the path", query, f"it.{further.name}", step)
            nested = f'.prefetch_related("{many.name}__{further.name}")'
            yield self.ask("nested", nested, row)
            yield self.ask("nested", nested, f"it.{further.name}", step)
