"""Random edits to a generated world, each a small thing that a user might do."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from random import Random
from typing import TypeAlias

from .world import ACCESSORS, CLASS_NAMES, Model, Relation, World

Change: TypeAlias = Callable[[World, Random], "World | None"]
"""Makes another world out of one, or ``None`` if that can't be done to it."""

MODULES = tuple(f"mod_{letter}" for letter in "abcdef")
MOST_MODELS = 8


def some_model(world: World, random: Random) -> Model:
    """Choose a model."""
    return random.choice(world.models)


def some_relation(world: World, random: Random) -> tuple[Model, Relation] | None:
    """Choose a relation, with its source."""
    known = [(model, relation) for model in world.models for relation in model.relations]
    return random.choice(known) if known else None


def exchange(world: World, model: Model, old: Relation, new: Relation | None) -> World:
    """Put another relation, or none, in the place of one."""
    relations = [new if relation == old else relation for relation in model.relations]
    kept = tuple(relation for relation in relations if relation is not None)
    return world.with_model(replace(model, relations=kept))


def add_relation(world: World, random: Random) -> World | None:
    """Add a relation to a model."""
    model, target = some_model(world, random), some_model(world, random)
    number = 1 + max(
        (int(r.name.partition("_")[2]) for m in world.models for r in m.relations), default=0
    )
    many = random.random() < 0.3
    accessor = random.choice([None, *ACCESSORS])
    by_string = many and random.random() < 0.5
    relation = Relation(f"rel_{number}", target.key, accessor, many, by_string=by_string)
    if not many and target == model:
        return None
    return world.with_model(replace(model, relations=(*model.relations, relation)))


def drop_relation(world: World, random: Random) -> World | None:
    """Delete a relation."""
    found = some_relation(world, random)
    return found and exchange(world, *found, None)


def rename_accessor(world: World, random: Random) -> World | None:
    """Give an accessor another name, or the default one."""
    found = some_relation(world, random)
    name = random.choice([None, *ACCESSORS])
    return found and exchange(world, *found, replace(found[1], accessor=name))


def change_target(world: World, random: Random) -> World | None:
    """Point a relation at another model."""
    found = some_relation(world, random)
    target = some_model(world, random).key
    if found is None or target == found[0].key:
        return None
    return exchange(world, *found, replace(found[1], target=target))


def toggle_nullable(world: World, random: Random) -> World | None:
    """Make a relation nullable, or required."""
    found = some_relation(world, random)
    return found and exchange(world, *found, replace(found[1], nullable=not found[1].nullable))


def toggle_string(world: World, random: Random) -> World | None:
    """Name the target of a many-to-many relation by a string, or by the class."""
    found = some_relation(world, random)
    if found is None or not found[1].many:
        return None
    return exchange(world, *found, replace(found[1], by_string=not found[1].by_string))


def add_model(world: World, random: Random) -> World | None:
    """Add a model, perhaps in a new module."""
    free = sorted(set(CLASS_NAMES) - {model.name for model in world.models})
    if not free or len(world.models) >= MOST_MODELS:
        return None
    key = 1 + max(world.used() | {model.key for model in world.models})
    target = some_model(world, random).key
    relations = (Relation(f"rel_{key}00", target, random.choice([None, *ACCESSORS])),)
    model = Model(key, random.choice(free), random.choice(MODULES), None, relations)
    return replace(world, models=(*world.models, model))


def rename_model(world: World, random: Random) -> World | None:
    """Rename a model, everywhere."""
    free = sorted(set(CLASS_NAMES) - {model.name for model in world.models})
    if not free:
        return None
    return world.with_model(replace(some_model(world, random), name=random.choice(free)))


def move_model(world: World, random: Random) -> World | None:
    """Move a model to another module, which may be new; an empty module is deleted."""
    model, module = some_model(world, random), random.choice(MODULES)
    return world.with_model(replace(model, module=module)) if module != model.module else None


def delete_model(world: World, random: Random) -> World | None:
    """Delete a model, and sometimes forget who refers to it."""
    model = some_model(world, random)
    bases = {other.base for other in world.models}
    consumed = {key for _, keys in world.consumers for key in keys}
    if len(world.models) < 4 or model.key in bases | consumed:
        return None
    smaller = replace(world, models=tuple(m for m in world.models if m != model))
    if random.random() < 0.3:
        return smaller
    return mend_references(smaller, random)


def mend_references(world: World, random: Random) -> World | None:
    """Delete the relations whose targets are gone."""
    del random
    known = {model.key for model in world.models}
    for model in world.models:
        kept = tuple(r for r in model.relations if r.target in known)
        world = world.with_model(replace(model, relations=kept))
    return world


def change_base(world: World, random: Random) -> World | None:
    """Let a model inherit from another one, or from none."""
    model, base = some_model(world, random), some_model(world, random)
    if model.base is not None:
        return world.with_model(replace(model, base=None))
    family = {base.key, *(ancestor.key for ancestor in world.ancestors(base))}
    return None if model.key in family else world.with_model(replace(model, base=base.key))


def edit_body(world: World, random: Random) -> World | None:
    """Edit a line of a model that matters to nobody."""
    model = some_model(world, random)
    return world.with_model(replace(model, body=(model.body + 1) % 10))


def break_module(world: World, random: Random) -> World | None:
    """Save a module in the middle of a line."""
    return replace(world, broken=world.broken | {some_model(world, random).module})


def mend_modules(world: World, random: Random) -> World | None:
    """Finish all lines."""
    del random
    return replace(world, broken=frozenset()) if world.broken else None


def reroute(world: World, random: Random) -> World | None:
    """Import a model by way of the package, or directly again."""
    return replace(world, by_package=world.by_package ^ {some_model(world, random).key})


def change_consumer(world: World, random: Random) -> World | None:
    """Let a consumer use another model."""
    number = random.randrange(len(world.consumers))
    name, keys = world.consumers[number]
    added = some_model(world, random).key
    consumers = list(world.consumers)
    consumers[number] = (name, tuple(dict.fromkeys((*keys[1:], added))))
    return replace(world, consumers=tuple(consumers))


CHANGES: tuple[tuple[Change, int], ...] = (
    (add_relation, 4),
    (drop_relation, 3),
    (rename_accessor, 4),
    (change_target, 3),
    (toggle_nullable, 1),
    (toggle_string, 2),
    (add_model, 3),
    (rename_model, 2),
    (move_model, 3),
    (delete_model, 2),
    (mend_references, 1),
    (change_base, 2),
    (edit_body, 2),
    (break_module, 1),
    (mend_modules, 3),
    (reroute, 2),
    (change_consumer, 2),
)


def change(world: World, random: Random) -> tuple[str, World]:
    """Make one to three changes at once, and name them.

    Half of the time a syntax error lives for one step only: while it is there, nothing else shows.
    """
    functions = [function for function, _ in CHANGES]
    weights = [weight for _, weight in CHANGES]
    names: list[str] = []
    if world.broken and random.random() < 0.5:
        world = replace(world, broken=frozenset())
        names.append(mend_modules.__name__)
    wanted = random.choice([1, 1, 2, 3])
    while len(names) < wanted:
        function = random.choices(functions, weights)[0]
        changed = function(world, random)
        if changed is not None:
            world = changed
            names.append(function.__name__)
    return "+".join(names), world
