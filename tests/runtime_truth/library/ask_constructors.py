"""Calls of constructors: every way to give, and not to give, what a model has."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from tests.runtime_truth.library.rows import sample
from tests.runtime_truth.library.schema import Class, Key, Schema
from tests.runtime_truth.question import Question


def constructors(schema: Schema, one: Class) -> Iterator[Question]:
    """Vary one thing at a time; all the rest is given as it should be."""
    calls = _Calls(schema, one)
    yield from calls.with_each_key()
    yield from calls.with_plain_fields()
    yield from calls.with_other_keywords()


class _Calls:
    def __init__(self, schema: Schema, one: Class) -> None:
        self.schema = schema
        self.one = one
        self.base = {
            name: sample(field.annotation)
            for name, field in one.plain_fields.items()
            if field.is_required()
        }
        for key in one.keys:
            if key.is_own:
                self.base[key.name] = self.some(key)
            else:
                self.base[key.attribute] = "1"

    def some(self, key: Key) -> str:
        return f"some({self.schema.of[key.target].name})"

    def call(self, label: str, given: Mapping[str, str], before: str = "") -> Question:
        keywords = ", ".join(f"{name}={value}" for name, value in given.items())
        code = f"{self.one.name}({before}{keywords})"
        return Question("constructor", label, self.one.name, code, is_act=True)

    def without(self, *names: str) -> dict[str, str]:
        return {name: value for name, value in self.base.items() if name not in names}

    def with_each_key(self) -> Iterator[Question]:
        for key in self.one.keys:
            rest = self.without(key.name, key.attribute)
            # Required or not is part of the label: the answers differ.
            kind = f"{'' if key.is_own else 'inherited '}{'nullable ' if key.nullable else ''}key: "
            name, attribute = key.name, key.attribute
            variants = {
                "object": {name: self.some(key)},
                "id": {name: "1"},
                "None": {name: "None"},
                "text": {name: '"x"'},
                "attribute": {attribute: "1"},
                "attribute None": {attribute: "None"},
                "attribute text": {attribute: '"x"'},
                "attribute object": {attribute: self.some(key)},
                "attribute zero": {attribute: "0"},
                "neither": {},
                "both": {name: self.some(key), attribute: "1"},
                "both, object None": {name: "None", attribute: "1"},
                "what reading gives": {name: f"some({self.one.name}).{name}"},
            }
            if key.column:
                variants["column"] = {key.column: "1"}
            others = [m for m in self.schema.models if not issubclass(m.class_, key.target)]
            if others:
                variants["object of another model"] = {name: f"some({others[0].name})"}
            for label, values in variants.items():
                yield self.call(kind + label, {**rest, **values})

    def with_plain_fields(self) -> Iterator[Question]:
        for name, field in self.one.plain_fields.items():
            kind = "required field: " if field.is_required() else "optional field: "
            yield self.call(kind + "missing", self.without(name))
            yield self.call(kind + "given", {**self.base, name: sample(field.annotation)})
            yield self.call(kind + "wrong type", {**self.base, name: "[]"})

    def with_other_keywords(self) -> Iterator[Question]:
        base = self.base
        yield self.call("nothing varied", base)
        yield self.call("unknown keyword", {**base, "no_such_field": "1"})
        yield self.call("positional", base, before='"x", ')
        for name in ("pk", "created_at", "updated_at"):
            yield self.call("field of the library", {**base, name: "1"})
        if "db_context" in self.one.class_.model_fields:
            yield self.call("field of the library", {**base, "db_context": self.one.database})
        keywords = ", ".join(f"{name}={value}" for name, value in base.items())
        yield self.call("unpacked mapping", {}, before=f"**keywords({keywords})")
        for many in self.one.many:
            kind = "accessor" if many.is_reverse_key else "many-to-many"
            yield self.call(f"{kind} as keyword", {**base, many.name: "[]"})
