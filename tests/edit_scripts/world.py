"""A generated project for random walks: models and relations as data, and their text.

A world knows which accessors it declares, so the cold run itself is checked too.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from .expectations import (
    Expectation,
    absent,
    reveals,
    reverse_manager,
    reverse_query,
)
from .project import Project

if TYPE_CHECKING:
    from collections.abc import Iterator

CLASS_NAMES = ("Chair", "Table", "River", "Stone", "Cloud", "Tower", "Garden", "Window")
"""Their plurals, by which accessors are named by default, end in a plain ``s``."""
ACCESSORS = ("chairs", "tables", "rivers", "stones", "linked", "owned")
IMPORTS = "from typing import Any\n\nfrom sqliter.orm import BaseDBModel, ForeignKey, ManyToMany\n"


@dataclass(frozen=True)
class Relation:
    """A relation field; the target is the key of a model."""

    name: str
    target: int
    accessor: str | None
    many: bool = False
    nullable: bool = False
    by_string: bool = False
    """Only many-to-many relations may name their target by a string."""


@dataclass(frozen=True)
class Model:
    """A model; its key stays when it is renamed or moved."""

    key: int
    name: str
    module: str
    base: int | None = None
    relations: tuple[Relation, ...] = ()
    body: int = 0

    @property
    def full_name(self) -> str:
        """The name that messages use."""
        return f"myapp.{self.module}.{self.name}"


@dataclass(frozen=True)
class World:
    """Models in modules, and consumers that reveal accessors of some models."""

    models: tuple[Model, ...]
    consumers: tuple[tuple[str, tuple[int, ...]], ...]
    """The name of each consuming module, with the keys of the models it takes."""
    broken: frozenset[str] = frozenset()
    """Modules with a syntax error."""
    by_package: frozenset[int] = frozenset()
    """Models that are imported by way of the package, which exports them again."""

    def model(self, key: int) -> Model | None:
        """Find a model; it may have been deleted."""
        return next((model for model in self.models if model.key == key), None)

    def with_model(self, changed: Model) -> World:
        """Replace the model of the same key."""
        models = (changed if m.key == changed.key else m for m in self.models)
        return replace(self, models=tuple(models))

    def project(self) -> Project:
        """Write the project."""
        exported = [m for m in self.models if m.key in self.by_package]
        lines = [f"from myapp.{m.module} import {m.name} as {m.name}" for m in exported]
        texts = {"__init__": "\n".join([*lines, ""])}
        for module in sorted({model.module for model in self.models}):
            texts[module] = self._module(module)
        for name, keys in self.consumers:
            texts[name] = self._consumer(name, keys)
        return Project.of({f"myapp/{name}.py": text for name, text in texts.items()})

    def _import(self, key: int) -> str:
        model = self.model(key)
        if model is None:
            return f"from myapp.lost import {self.name(key)}"
        module = "" if key in self.by_package else f".{model.module}"
        return f"from myapp{module} import {model.name}"

    def name(self, key: int) -> str:
        """Name a model, deleted or not."""
        model = self.model(key)
        return model.name if model else f"Lost{key}"

    def _module(self, module: str) -> str:
        models = sorted(
            (m for m in self.models if m.module == module),
            key=lambda m: (len(list(self.ancestors(m))), m.key),
        )
        needed: set[int] = set()
        for model in models:
            needed.update(r.target for r in model.relations if not r.by_string)
            needed.update(() if model.base is None else (model.base,))
        needed -= {model.key for model in models}
        imports = sorted(self._import(key) for key in needed)
        parts = [IMPORTS + "".join(f"{line}\n" for line in imports)]
        parts += [self._class(model) for model in models]
        if module in self.broken:
            parts.append("def unfinished(:\n")
        return "\n\n".join(parts)

    def _class(self, model: Model) -> str:
        base = "BaseDBModel" if model.base is None else self.name(model.base)
        lines = [f"class {model.name}({base}):", f"    field{model.key}: int = {model.body}"]
        for relation in model.relations:
            target = self.name(relation.target)
            value = f'"{target}"' if relation.by_string else target
            kind = "ManyToMany" if relation.many else "ForeignKey"
            inner = "Any" if relation.by_string else target
            if relation.nullable and not relation.many:
                inner = f"{inner} | None"
            option = f', related_name="{relation.accessor}"' if relation.accessor else ""
            annotation = f'{kind}["{inner}"]'
            lines.append(f"    {relation.name}: {annotation} = {kind}({value}{option})")
        return "\n".join([*lines, ""])

    def _consumer(self, name: str, keys: tuple[int, ...]) -> str:
        lines = [self._import(key) for key in keys]
        if name == "app":
            lines += [f"import myapp.{other}" for other, _ in self.consumers if other != name]
        parameters = ", ".join(f"{name}_{key}: {self.name(key)}" for key in keys)
        lines += ["", "", f"def consume({parameters}) -> None:", "    pass"]
        for key in keys:
            lines += [f"    reveal_type({name}_{key}.{accessor})" for accessor in ACCESSORS]
        return "\n".join([*lines, ""])

    def ancestors(self, model: Model) -> Iterator[Model]:
        """Give the models that a model inherits from."""
        base = None if model.base is None else self.model(model.base)
        while base is not None:
            yield base
            base = None if base.base is None else self.model(base.base)

    def accessor_types(self, model: Model, accessor: str) -> set[str]:
        """Give the types that relations declare for a name on a model or its bases."""
        family = {model.key, *(base.key for base in self.ancestors(model))}
        return {
            (reverse_manager if relation.many else reverse_query)(source.full_name)
            for source in self.models
            for relation in source.relations
            if relation.target in family
            and (relation.accessor or f"{source.name.lower()}s") == accessor
        }

    def expected(self) -> tuple[Expectation, ...]:
        """Say what a cold run reveals, where the world itself is without error."""
        if self.broken or any(self.model(key) is None for key in self.used()):
            return ()
        expectations: list[Expectation] = []
        for name, keys in self.consumers:
            for key in keys:
                model = self.model(key)
                assert model is not None
                for accessor in ACCESSORS:
                    types = self.accessor_types(model, accessor)
                    expression = f"{name}_{key}.{accessor}"
                    if not types:
                        expectations.append(absent(expression))
                    elif len(types) == 1:  # two are a clash
                        expectations.append(reveals(expression, types.pop()))
        return tuple(expectations)

    def used(self) -> set[int]:
        """Give the keys of models that anything refers to."""
        keys = {key for _, consumed in self.consumers for key in consumed}
        for model in self.models:
            keys.update(relation.target for relation in model.relations)
            keys.update(() if model.base is None else (model.base,))
        return keys


def first_world() -> World:
    """Give the world from which every walk starts."""
    return World(
        models=(
            Model(1, "Chair", "mod_a"),
            Model(2, "Table", "mod_b", relations=(Relation("rel_1", 1, "linked"),)),
            Model(3, "River", "mod_c", relations=(Relation("rel_2", 2, None),)),
            Model(4, "Stone", "mod_c", base=1),
        ),
        consumers=(("app", (1, 2)), ("usage", (1, 4)), ("remote", (3, 4))),
    )
