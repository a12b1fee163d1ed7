"""All questions about a package: a list that only depends on its models."""

from __future__ import annotations

from collections.abc import Iterator

from tests.runtime_truth.dorm.library.ask_calls import calls
from tests.runtime_truth.dorm.library.ask_lookups import lookups
from tests.runtime_truth.dorm.library.rows import sample, words_of
from tests.runtime_truth.dorm.library.schema import Class, Schema, full_name
from tests.runtime_truth.dorm.question import Asked


def questions(schema: Schema) -> Iterator[Asked]:
    """Ask about attributes, managers, assignment, constructors and queries."""
    names = schema.names()
    for one in schema.classes:
        for name in names:
            yield Asked("class attribute", label(one, name), one.name, f"{one.name}.{name}")
    for one in schema.models:
        if not one.has_rows:
            continue
        for name in names:
            yield of_row(one, "instance attribute", label(one, name), f"row.{name}")
        yield from _managers(one)
        if one.has_own_manager:
            yield from _other_rows(one)
            yield from _results(one)
        yield from _assignments(schema, one)
        yield from calls(schema, one)
        if one.has_own_manager:
            yield from lookups(schema, one)


def label(one: Class, name: str) -> str:
    """What an attribute is on a class, as far as the library itself says so."""
    for key in one.keys:
        if name == key.name:
            return f"{key.label}foreign key"
        if name == key.attribute:
            return f"{key.label}key"
    if name in one.accessors:
        one_or_many = "OneToOne" in type(one.accessors[name]).__name__
        return "one-to-one accessor" if one_or_many else "accessor"
    if name in one.many:
        return "many-to-many"
    if name in one.managers:
        return "manager"
    if name in ("id", "pk"):
        return name
    return "field" if name in one.fields else "other name"


def of_row(one: Class, topic: str, label: str, code: str, *, is_act: bool = False) -> Asked:
    """Ask about a row that was saved before it was read; an act is about one that has all."""
    query = f"some({one.name})" if is_act else f"rows_of({one.name})"
    return Asked(topic, label, one.name, code, query=query, is_act=is_act)


def _other_rows(one: Class) -> Iterator[Asked]:
    """Rows that came another way than by ``objects.all()``."""
    names = {key.name: label(one, key.name) for key in one.keys}
    names |= {key.attribute: label(one, key.attribute) for key in one.keys}
    names |= {name: label(one, name) for name in (*one.accessors, *one.many, "pk")}
    joined = ", ".join(f'"{key.name}"' for key in one.keys if key.is_own)
    fetched = ", ".join(f'"{name}"' for name in one.many)
    for name, kind in names.items():
        code = f"row.{name}"
        waiting = f"await {one.name}.{one.manager}.all()"
        yield Asked("async row", kind, one.name, code, query=waiting)
        if joined:
            query = f"{one.name}.{one.manager}.select_related({joined})"
            yield Asked("joined row", kind, one.name, code, query=query)
        if fetched:
            query = f"{one.name}.{one.manager}.prefetch_related({fetched})"
            yield Asked("prefetched row", kind, one.name, code, query=query)
    yield Asked("unsaved row", "pk", one.name, f"{one.name}().pk")
    yield Asked("annotated row", "annotation", one.name, "row.total", query=_annotated(one))
    for name, related in one.related().items():
        query = (
            f"{one.name}.{one.manager}.prefetch_related(dorm.Prefetch({name!r}, "
            f"{full_name(related)}.objects.all(), to_attr='held'))"
        ).replace("'", '"')
        yield Asked("prefetched row", f"to_attr: {label(one, name)}", one.name, "row.held", query)


def _annotated(one: Class) -> str:
    return f'{one.name}.{one.manager}.annotate(total=dorm.Count("pk"))'


def _managers(one: Class) -> Iterator[Asked]:
    """What related managers have, and what their methods give."""
    for name in (*one.accessors, *one.many):
        kind = label(one, name)
        owner = f"row.{name}"
        if kind == "one-to-one accessor":
            source = full_name(one.accessors[name].source_model)
            code = f"try:\n    {owner}\nexcept {source}.DoesNotExist: pass"
            yield of_row(one, "method", f"{kind}: handled", code, is_act=True)
            continue
        for method, code in {
            "all": f"{owner}.all()",
            "first of all": f"{owner}.all().first()",
            "filter": f"{owner}.filter()",
            "count": f"{owner}.count()",
            "iteration": f"[one for one in {owner}]",
            "aget_queryset": f"await {owner}.aget_queryset()",
            "iteration with async": f"[one async for one in {owner}.all()]",
            "acount": f"await {owner}.acount()",
        }.items():
            yield of_row(one, "method", f"{kind}: {method}", code)
        for method in ("first", "exists", "get", "exclude", "order_by", "acreate", "get_or_create"):
            yield of_row(one, "method", f"{kind}: has {method}", f"{owner}.{method}", is_act=True)
        is_key = name in one.accessors
        required = is_key and not one.accessors[name].fk_field.null
        kind = f"{kind} of a required key" if required else kind
        for method in ("clear", "aclear", "set", "add", "remove"):
            given = {"set": "[]"}.get(method, "")
            wait = "await " if method[0] == "a" and method != "add" else ""
            code = f"{wait}{owner}.{method}({given})"
            yield of_row(one, "method", f"{kind}: {method}", code, is_act=True)


def _results(one: Class) -> Iterator[Asked]:
    """What queries give; ``PK`` stands for a key that exists, and for one that does not."""
    objects = f"{one.name}.{one.manager}"
    for name, code in {
        "all": f"{objects}.all()",
        "filter": f"{objects}.filter(pk=PK)",
        "exclude": f"{objects}.all().exclude(pk=PK)",
        "order_by": f'{objects}.order_by("pk")',
        "slice": f"{objects}.all()[:1]",
        "index": f"{objects}.all()[0]",
        "get": f"{objects}.get(pk=PK)",
        "aget": f"await {objects}.aget(pk=PK)",
        "get_or_none": f"{objects}.get_or_none(pk=PK)",
        "aget_or_none": f"await {objects}.aget_or_none(pk=PK)",
        "first": f'{objects}.filter(pk=PK).order_by("pk").first()',
        "afirst": f'await {objects}.filter(pk=PK).order_by("pk").afirst()',
        "last": f'{objects}.filter(pk=PK).order_by("pk").last()',
        "count": f"{objects}.count()",
        "acount": f"await {objects}.acount()",
        "exists": f"{objects}.exists()",
        "aexists": f"await {objects}.aexists()",
        "list": f"list({objects}.all())",
        "await": f"await {objects}.all()",
        "iteration": f"[one for one in {objects}.all()]",
        "async iteration": f"[one async for one in {objects}.all()]",
        "iterator": f"list({objects}.all().iterator())",
        "in_bulk": f"list({objects}.in_bulk([PK]).values())",
        "manager": objects,
        "DoesNotExist": f"issubclass({one.name}.DoesNotExist, Exception)",
    }.items():
        yield Asked("result", name, one.name, code)
    for name in one.managers:
        yield Asked("result", "manager's all", one.name, f"{one.name}.{name}.all()")
    yield Asked(
        "exception",
        "handled",
        one.name,
        f"try:\n    {objects}.none().get()\nexcept {one.name}.DoesNotExist: pass",
        is_act=True,
    )


def _assignments(schema: Schema, one: Class) -> Iterator[Asked]:
    def ask(label: str, code: str) -> Asked:
        return of_row(one, "assignment", label, code, is_act=True)

    for name in (*one.accessors, *one.many):
        kind = label(one, name)
        source = full_name(one.related()[name])
        others = [model.name for model in schema.models if model.name != source and model.has_rows]
        values = {"list": "[]", "None": "None", "integer": "1", "row": f"some({source})"}
        if kind != "one-to-one accessor":
            values["itself"] = f"row.{name}"
        if others:
            values["row of another model"] = f"some({others[0]})"
        for text, value in values.items():
            yield ask(f"{kind}: {text}", f"row.{name} = {value}")
        yield ask(f"{kind}: delete", f"del row.{name}")
    for key in one.keys:
        others = [
            model.name
            for model in schema.models
            if not issubclass(model.class_, key.target) and model.has_rows
        ]
        values = {
            "row": f"some({full_name(key.target)})",
            "key": f"some({full_name(key.target)}).pk",
            "None": "None",
            "list": "[]",
            "what reading gives": f"row.{key.name}",
        }
        if others:
            values["row of another model"] = f"some({others[0]})"
        for text, value in values.items():
            if text != "key":
                yield ask(f"{key.label}foreign key: {text}", f"row.{key.name} = {value}")
            if text in ("key", "None", "list"):
                yield ask(f"{key.label}key: {text}", f"row.{key.attribute} = {value}")
    for name, field in one.fields.items():
        for text, value in {"value": sample(field), "None": "None", "function": "print"}.items():
            yield ask(f"{words_of(field)}field: {text}", f"row.{name} = {value}")
    yield ask("pk: its own", "row.pk = row.pk")
    yield ask("other name", "row.no_such_name = 1")
