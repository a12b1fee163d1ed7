"""All questions about a package: a list that only depends on its models."""

from __future__ import annotations

from collections.abc import Iterator

from tests.runtime_truth.library.ask_constructors import constructors
from tests.runtime_truth.library.ask_loading import loading
from tests.runtime_truth.library.schema import Class, Many, Schema
from tests.runtime_truth.question import Question


def questions(schema: Schema) -> Iterator[Question]:
    """Ask about attributes, queries, loading, assignment and constructors."""
    names = schema.names()
    for one in schema.classes:
        for name in names:
            yield Question("class attribute", label(one, name), one.name, f"{one.name}.{name}")
    for one in schema.models:
        for name in names:
            yield _of_row(one, "instance attribute", label(one, name), f"row.{name}")
        yield from _methods(one)
        yield from _results(one)
        yield from _assignments(schema, one)
        yield from loading(schema, one)
        yield from constructors(schema, one)


def label(one: Class, name: str) -> str:
    """What an attribute is on a class, as far as the library itself says so."""
    for key in one.keys:
        if name == key.name:
            return "foreign key" if key.is_own else "inherited foreign key"
        if name == key.attribute:
            return "key" if key.is_own else "inherited key"
    for many in one.many:
        if name == many.name:
            return "accessor" if many.is_reverse_key else "many-to-many"
    return "field" if one.is_model and name in one.class_.model_fields else "other name"


def _of_row(one: Class, topic: str, label: str, code: str, *, is_act: bool = False) -> Question:
    query = f"{one.database}.select({one.name})"
    return Question(topic, label, one.name, code, query=query, is_async=one.is_async, is_act=is_act)


def methods_of(many: Many, owner: str) -> Iterator[tuple[str, str]]:
    """What can be asked of a query, a manager or a prefetched result: label and expression."""
    wait = "await " if many.is_async else ""
    for method in ("fetch_all", "fetch_one", "count", "exists"):
        yield method, f"{wait}{owner}.{many.name}.{method}()"
    yield "filter", f"{'' if many.is_reverse_key else wait}{owner}.{many.name}.filter()"


def _methods(one: Class) -> Iterator[Question]:
    for many in one.many:
        if many.is_async != one.is_async or not many.works:
            continue  # the library has no answer
        for name, code in methods_of(many, "row"):
            yield _of_row(one, "method", name, code)
        if many.is_reverse_key:
            for name in ("limit", "offset"):
                yield _of_row(one, "method", name, f"row.{many.name}.{name}(1)")
    for key in one.keys:
        if one.is_async:
            step = f"row.{key.name}"
            question = _of_row(one, "method", "fetch", "await it.fetch()")
            yield Question(**{**question.__dict__, "steps": (step,)})


def _results(one: Class) -> Iterator[Question]:
    """What queries give; ``PK`` stands for a key that exists, and for one that does not."""
    wait = "await " if one.is_async else ""
    select = f"{one.database}.select({one.name})"
    saved = f"some({one.name})"
    codes = {
        "select": select,
        "fetch_all": f"{wait}{select}.fetch_all()",
        "count": f"{wait}{select}.count()",
        "exists": f"{wait}{select}.exists()",
        "get": f"{wait}{one.database}.get({one.name}, PK)",
    }
    if not any(key.is_unique for key in one.keys):  # a copy could not be stored
        codes["insert"] = f"{wait}{one.database}.insert(copied({saved}))"
        codes["bulk_insert"] = f"{wait}{one.database}.bulk_insert([copied({saved})])"
    for method in ("fetch_one", "fetch_first", "fetch_last"):
        codes[method] = f"{wait}{select}.filter(pk=PK).{method}()"
    for name, code in codes.items():
        yield Question("result", name, one.name, code, is_async=one.is_async)


def _assignments(schema: Schema, one: Class) -> Iterator[Question]:
    for many in one.many:
        for text, value in (("itself", f"row.{many.name}"), ("list", "[]")):
            kind = "accessor" if many.is_reverse_key else "many-to-many"
            yield _of_row(
                one, "assignment", f"{kind}: {text}", f"row.{many.name} = {value}", is_act=True
            )
    for key in one.keys:
        target = schema.of[key.target]
        inherited = "" if key.is_own else "inherited "
        values = {
            "object": f"some({target.name})",
            "id": "1",
            "None": "None",
            "text": '"x"',
            "what reading gives": f"row.{key.name}",
        }
        for name, value in values.items():
            # What reading gives may be None, where the key is nullable.
            null = "nullable " if key.nullable else ""
            code = f"row.{key.name} = {value}"
            yield _of_row(
                one, "assignment", f"{inherited}{null}foreign key: {name}", code, is_act=True
            )
        for name in ("id", "None", "text"):
            code = f"row.{key.attribute} = {values[name]}"
            null = "nullable " if key.nullable else ""
            yield _of_row(one, "assignment", f"{inherited}{null}key: {name}", code, is_act=True)
