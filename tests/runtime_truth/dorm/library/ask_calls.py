"""Keywords of constructors, and of methods that make or change rows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from tests.runtime_truth.dorm.library.rows import sample, words_of
from tests.runtime_truth.dorm.library.schema import Class, Key, Schema, full_name
from tests.runtime_truth.dorm.question import Asked


def calls(schema: Schema, one: Class) -> Iterator[Asked]:
    """Vary one thing at a time; all the rest is given as it should be."""
    asks = _Calls(schema, one)
    yield from asks.with_each_name()
    yield from asks.with_each_key()
    yield from asks.with_plain_fields()
    yield from asks.with_the_rest()
    yield from asks.of_related_managers()
    if one.has_own_manager:
        yield from asks.of_methods()
        yield from asks.of_updates()


class _Calls:
    def __init__(self, schema: Schema, one: Class) -> None:
        self.schema = schema
        self.one = one
        self.base: dict[str, str] = {}
        for name, field in one.required_fields.items():
            self.base[name] = '"ffff"' if field.unique else sample(field)
            if field.unique and type(field).__name__ == "IntegerField":
                self.base[name] = "7001"
        for key in one.keys:
            if key.is_own and not key.nullable:
                self.base[key.name] = self.target_of(key)

    def target_of(self, key: Key) -> str:
        return f"some({full_name(key.target)})"

    def another_than(self, key: Key) -> str | None:
        others = [
            model
            for model in self.schema.models
            if not issubclass(model.class_, key.target) and model.has_rows
        ]
        return f"some({others[0].name})" if others else None

    def call(self, label: str, given: Mapping[str, str], before: str = "") -> Asked:
        code = f"{self.one.name}({before}{_keywords(given)})"
        return Asked("constructor", label, self.one.name, code, is_act=True)

    def with_each_name(self) -> Iterator[Asked]:
        """Give every name of the package as a keyword, alone."""
        for name in self.schema.names_for(self.one):
            yield self.call(f"{self.kind(name)} as keyword", {name: self.right_value(name)})

    def kind(self, name: str) -> str:
        one = self.one
        own = [key for key in one.keys if key.is_own]
        if name in one.fields:
            return "field"
        if any(name in (key.name, key.attribute) for key in own):
            return "key"
        if any(name == key.column for key in own) or any(
            name == field.column for field in one.fields.values()
        ):
            return "column"
        if any(name in (key.name, key.attribute) for key in one.keys):
            return "lost key"
        if name in one.many:
            return "many-to-many"
        if name in one.accessors:
            return "accessor"
        if name in one.managers:
            return "manager"
        if name == "pk":
            return "composite pk" if one.composite else "pk"
        return "other name"

    def right_value(self, name: str) -> str:
        if name in self.one.fields:
            return sample(self.one.fields[name])
        for key in self.one.keys:
            if name == key.name:
                return self.target_of(key)
            if name in (key.attribute, key.column):
                return f"{self.target_of(key)}.pk"
        if name in self.one.many:
            return "[]"
        return f"some({self.one.name}).pk" if name == "pk" else "1"

    def with_each_key(self) -> Iterator[Asked]:
        for key in self.one.keys:
            if not key.is_own:
                continue
            rest = {name: value for name, value in self.base.items() if name != key.name}
            name, attribute = key.name, key.attribute
            target = self.target_of(key)
            variants = {
                "row": {name: target},
                "key": {name: f"{target}.pk"},
                "None": {name: "None"},
                "list": {name: "[]"},
                "attribute": {attribute: f"{target}.pk"},
                "attribute None": {attribute: "None"},
                "attribute list": {attribute: "[]"},
                "attribute row": {attribute: target},
                "neither": {},
                "both": {name: target, attribute: f"{target}.pk"},
                "what reading gives": {name: f"some({self.one.name}).{name}"},
            }
            other = self.another_than(key)
            if other:
                variants["row of another model"] = {name: other}
            for label, values in variants.items():
                yield self.call(f"{key.label}key: {label}", {**rest, **values})

    def with_plain_fields(self) -> Iterator[Asked]:
        for name, field in self.one.fields.items():
            kind = f"{words_of(field)}field: "
            rest = {one: value for one, value in self.base.items() if one != name}
            yield self.call(kind + "missing", rest)
            yield self.call(kind + "given", {**rest, name: sample(field)})
            yield self.call(kind + "None", {**rest, name: "None"})
            yield self.call(kind + "function", {**rest, name: "print"})

    def with_the_rest(self) -> Iterator[Asked]:
        yield self.call("nothing varied", self.base)
        yield self.call("positional", self.base, before='"x", ')
        yield self.call("unpacked mapping", {}, before=f"**keywords({_keywords(self.base)})")

    def of_methods(self) -> Iterator[Asked]:
        """Give good and bad keywords to all methods that take those of a constructor."""
        one = self.one
        objects = f"{one.name}.{one.manager}"
        variants = {"good": self.base, "unknown": {**self.base, "no_such_name": "1"}}
        for name in one.many:
            variants["many-to-many"] = {**self.base, name: "[]"}
        for name in one.accessors:
            variants["accessor"] = {**self.base, name: "[]"}
        for key in one.keys:
            if key.is_own:
                by_key = {n: value for n, value in self.base.items() if n != key.name}
                target = f"{self.target_of(key)}.pk"
                if not key.unique and not key.is_primary_key:
                    variants["by key"] = {**by_key, key.attribute: target}
        changed = next((n for n, field in one.fields.items() if not field.primary_key), None)
        for label, given in variants.items():
            keywords = _keywords(given)
            pairs = ", ".join(f'"{name}": {value}' for name, value in given.items())
            found = "pk=None" if changed is None else f"{changed}={sample(one.fields[changed])}"
            for method, code in {
                "create": f"{objects}.create({keywords})",
                "acreate": f"await {objects}.acreate({keywords})",
                "queryset's create": f"{objects}.all().create({keywords})",
                "get_or_create": f"{objects}.none().get_or_create({keywords})",
                "get_or_create, defaults": f"{objects}.none().get_or_create("
                f"defaults={{{pairs}}}, {found})",
                "aget_or_create": f"await {objects}.none().aget_or_create({keywords})",
            }.items():
                yield Asked("making", f"{method}: {label}", one.name, code, is_act=True)
        for label, code in {
            "create": f"{objects}.create({_keywords(self.base)})",
            "acreate": f"await {objects}.acreate({_keywords(self.base)})",
        }.items():
            is_repeatable = not any(key.unique for key in one.keys if key.is_own)
            if is_repeatable:
                yield Asked("made", label, one.name, code)

    def of_related_managers(self) -> Iterator[Asked]:
        for name, related in self.one.related().items():
            is_many = name in self.one.many
            if name not in self.one.accessors and not is_many:
                continue
            accessor = self.one.accessors.get(name)
            if accessor is not None and "OneToOne" in type(accessor).__name__:
                continue
            theirs = dict(_Calls(self.schema, self.schema.of[related]).base)
            if accessor is not None:
                theirs.pop(accessor.fk_field.name, None)
            kind = "many-to-many" if is_many else "accessor"
            for label, given in {
                "good": theirs,
                "unknown": {**theirs, "no_such_name": "1"},
            }.items():
                methods = {"create": f"row.{name}.create({_keywords(given)})"}
                if is_many:
                    methods["acreate"] = f"await row.{name}.acreate({_keywords(given)})"
                for method, code in methods.items():
                    yield Asked(
                        "making",
                        f"{kind}'s {method}: {label}",
                        self.one.name,
                        code,
                        query=f"some({self.one.name})",
                        is_act=True,
                    )

    def of_updates(self) -> Iterator[Asked]:
        one = self.one
        objects = f"{one.name}.{one.manager}"
        for name in self.schema.names_for(one):
            value = self.right_value(name)
            code = f"{objects}.none().update({name}={value})"
            yield Asked("updating", self.kind(name), one.name, code, is_act=True)
        for name, field in one.fields.items():
            if field.primary_key:
                continue
            for label, value in {
                "F": f'dorm.F("{name}")',
                "None": "None",
                "function": "print",
            }.items():
                null = words_of(field)
                code = f"await {objects}.all().aupdate({name}={value})"
                yield Asked("updating", f"{null}field: {label}", one.name, code, is_act=True)


def _keywords(given: Mapping[str, str]) -> str:
    return ", ".join(f"{name}={value}" for name, value in given.items())
