"""Names that queries take: keywords of filters, and names given as strings."""

from __future__ import annotations

from collections.abc import Iterator

from tests.runtime_truth.dorm.library.schema import Class, Schema
from tests.runtime_truth.dorm.question import Asked

# What a lookup is compared with; the others work with PostgreSQL alone, or with functions that
# SQLite does not come with.
_COMPARED = {
    "exact": "1",
    "iexact": '"1"',
    "contains": '"1"',
    "icontains": '"1"',
    "startswith": '"1"',
    "istartswith": '"1"',
    "endswith": '"1"',
    "iendswith": '"1"',
    "gt": "1",
    "gte": "1",
    "lt": "1",
    "lte": "1",
    "in": "[1]",
    "range": "(1, 2)",
    "isnull": "True",
    "isnotnull": "True",
    "date": '"2026-01-31"',
    "year": "2026",
    "month": "1",
    "day": "1",
    "hour": "1",
    "minute": "1",
    "second": "1",
    "week_day": "1",
}
# Of Django, or misspelt.
_NO_LOOKUPS = ("contians", "week", "quarter", "iso_year", "time", "month__gt", "not")


def lookups(schema: Schema, one: Class) -> Iterator[Asked]:
    """Ask for every name, for steps across relations, and for what stands at the end."""
    asks = _Lookups(schema, one)
    yield from asks.of_each_name()
    yield from asks.across_relations()
    yield from asks.with_each_lookup()
    yield from asks.of_each_method()
    yield from asks.as_strings()


class _Lookups:
    def __init__(self, schema: Schema, one: Class) -> None:
        self.schema = schema
        self.one = one
        self.objects = f"{one.name}.{one.manager}"

    def ask(self, topic: str, label: str, code: str) -> Asked:
        return Asked(topic, label, self.one.name, code, is_act=True)

    def filtered(self, label: str, keyword: str, value: str = "None") -> Asked:
        return self.ask("lookup", label, f"list({self.objects}.filter({keyword}={value}))")

    def of_each_name(self) -> Iterator[Asked]:
        for name in self.schema.names_for(self.one):
            yield self.filtered(self.kind(self.one, name), name)

    def kind(self, one: Class, name: str) -> str:
        """What a name is to a query over a model."""
        own = [key for key in one.keys if key.is_own]
        if name in one.fields or any(name in (key.name, key.attribute) for key in own):
            return "field"
        if any(name == key.column for key in own) or any(
            name == field.column for field in one.fields.values()
        ):
            return "column"
        if any(name in (key.name, key.attribute) for key in one.keys):
            return "lost field"
        if name in one.many:
            return "many-to-many"
        if name in one.accessors:
            return "accessor"
        if name in one.managers:
            return "manager"
        return name if name == "pk" else "other name"

    def across_relations(self) -> Iterator[Asked]:
        for name, model in self.one.related().items():
            related = self.schema.of[model]
            kind = self.kind(self.one, name)
            names = {*related.fields, *related.related(), "pk", "no_such_name"}
            names |= {key.attribute for key in related.keys}
            for below in sorted(names):
                label = f"{kind} and {self.kind(related, below)}"
                yield self.filtered(label, f"{name}__{below}")
            for below, model_below in list(related.related().items())[:2]:
                deep = self.schema.of[model_below]
                label = f"{kind} and {self.kind(related, below)}"
                field = deep.column
                yield self.filtered(f"{label} and field", f"{name}__{below}__{field}")
                yield self.filtered(f"{label} and other name", f"{name}__{below}__no_such_name")
                yield self.filtered(f"{label} and lookup", f"{name}__{below}__isnull", "True")
            yield self.filtered(f"{kind} and lookup", f"{name}__isnull", "True")
            yield self.filtered(f"{kind} and no lookup", f"{name}__nul", "True")

    def with_each_lookup(self) -> Iterator[Asked]:
        for name, field in self.one.fields.items():
            kind = "JSON" if type(field).__name__ == "JSONField" else "field"
            for lookup, value in _COMPARED.items():
                if type(field).__name__ in ("CharField", "IntegerField", "JSONField"):
                    yield self.filtered(f"{kind} with lookup", f"{name}__{lookup}", value)
            for lookup in _NO_LOOKUPS:
                yield self.filtered(f"{kind} with no lookup", f"{name}__{lookup}", '"1"')
        yield self.filtered("pk with lookup", "pk__in", "[]")
        yield self.filtered("pk with no lookup", "pk__contians", '"1"')

    def of_each_method(self) -> Iterator[Asked]:
        """Ask the other methods that take keywords, about a name of each kind."""
        given = {"field": self.one.column, "unknown": "no_such_name"}
        for name, model in self.one.related().items():
            if name not in self.one.many:
                given["path"] = f"{name}__{self.schema.of[model].column}"
                given["unknown in path"] = f"{name}__no_such_name"
        objects = self.objects
        for label, name in given.items():
            for method, code in {
                "exclude": f"list({objects}.exclude({name}=None))",
                "chain": f"list({objects}.filter().exclude({name}=None))",
                "Q": f"list({objects}.filter(dorm.Q({name}=None)))",
                "or": f"list({objects}.filter(dorm.Q(pk=None) | ~dorm.Q({name}=None)))",
                "get_or_none": f"{objects}.none().get_or_none({name}=None)",
                "aget_or_none": f"await {objects}.none().aget_or_none({name}=None)",
                "async for": f"[one async for one in {objects}.filter({name}=None)]",
                "await": f"await {objects}.exclude({name}=None)",
            }.items():
                yield self.ask("filtering", f"{method}: {label}", code)
        for name, accessor in (*self.one.accessors.items(), *self.one.many.items()):
            if "OneToOne" in type(accessor).__name__:
                continue
            related = self.schema.of[self.one.related()[name]]
            for label, below in {
                "field": related.column,
                "unknown": "no_such_name",
            }.items():
                code = f"list(some({self.one.name}).{name}.filter({below}=None))"
                kind = self.kind(self.one, name)
                yield self.ask("filtering", f"{kind}'s filter: {label}", code)

    def as_strings(self) -> Iterator[Asked]:
        names = {name: self.kind(self.one, name) for name in self.schema.names_for(self.one)}
        for name, model in self.one.related().items():
            related = self.schema.of[model]
            for below in (related.column, "no_such_name"):
                label = f"{self.kind(self.one, name)} and {self.kind(related, below)}"
                names[f"{name}__{below}"] = label
            for key in related.keys:
                if key.is_own:
                    names[f"{name}__{key.name}"] = f"{self.kind(self.one, name)} and foreign key"
        for name, label in names.items():
            methods = ("order_by", "values", "values_list", "only", "defer")
            # One wrong name is like another, and these take the same as `values`.
            for method in methods[:2] if label == "other name" else methods:
                yield self.ask(method, self.as_named(name, label), self.listed(method, name))
            for method in ("select_related", "prefetch_related"):
                yield self.ask(method, self.as_relation(name, label), self.listed(method, name))
        for label, name in {"field": self.one.column, "other name": "no_such"}.items():
            yield self.ask("order_by", label, self.listed("order_by", f"-{name}"))
            for method in ("values_list", "only", "defer"):
                yield self.ask(method, label, self.listed(method, name))

    def listed(self, method: str, name: str) -> str:
        return f'list({self.objects}.{method}("{name}"))'

    def as_named(self, name: str, label: str) -> str:
        """Tell fields from foreign keys, and from fields whose column has another name."""
        for key in self.one.keys:
            if name == key.name and key.is_own:
                return "foreign key"
            if name == key.attribute and key.is_own:
                return "key" if key.column == name else "key of other column"
        field = self.one.fields.get(name)
        return "field of other column" if field is not None and field.column != name else label

    def as_relation(self, name: str, label: str) -> str:
        for key in self.one.keys:
            if name == key.name and key.is_own:
                return "foreign key"
        accessor = self.one.accessors.get(name)
        if accessor is not None and "OneToOne" in type(accessor).__name__:
            return "one-to-one accessor"
        return label
