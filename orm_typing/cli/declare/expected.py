"""What should a class declare? The same as the plugin knows of it, from the same index."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from orm_typing.cli.declare.automatic_keys import is_automatic
from orm_typing.cli.declare.sources import Sources
from orm_typing.plugin.build.project import Project
from orm_typing.relations.accessors import accessors
from orm_typing.relations.declaration import RelationField
from orm_typing.relations.models import Models
from orm_typing.relations.names import FoundClass


@dataclass(frozen=True)
class Accessor:
    """``books: ClassVar[ReverseRelationship["Book"]]``."""

    name: str
    descriptor: str
    """Full name of the descriptor."""
    row: str | None
    """Full name of the class whose rows it gives; ``None`` if that is unknown."""
    row_module: str
    is_settable: bool
    """Whether something may be assigned to it: checkers refuse that for a ``ClassVar``."""


@dataclass(frozen=True)
class Key:
    """``author_id: int = 0``."""

    name: str
    type_name: str | None
    """Full name of its type; ``None`` if that is unknown."""
    nullable: bool
    is_automatic: bool = False
    """Whether it is the ``id`` that the library adds, and no foreign key's."""


@dataclass(frozen=True)
class Target:
    """The annotation of ``author = ForeignKey("Author")``."""

    name: str
    constructor: str
    row: str
    row_module: str
    nullable: bool


@dataclass(frozen=True)
class Expected:
    """All that one class should declare."""

    accessors: tuple[Accessor, ...] = ()
    keys: tuple[Key, ...] = ()
    targets: tuple[Target, ...] = ()
    possible_key: str | None = None
    """The name of the automatic key, if a field may be the primary key in its place."""
    unclear: tuple[str, ...] = ()
    """Attributes of which two relations say different things."""
    foreign: frozenset[str] = frozenset()
    """Accessors of relations in other import roots, which the user may have declared."""

    @property
    def names(self) -> frozenset[str]:
        """The attributes that get a line."""
        return frozenset([*(one.name for one in self.accessors), *(one.name for one in self.keys)])


def expected(sources: Sources, model: FoundClass) -> Expected:
    """What the body of ``model`` should declare.

    Only the relations of the model's own import root count: the module of any other, such as that
    of a test, can't be imported from there.
    """
    project, index, models = sources.project, sources.index, sources.models
    reaching = [
        relation
        for relation in index.onto(model.full_name)
        if not relation.constructor.is_extension
        and _is_registered(project, models, model, relation)
    ]
    onto = [one for one in reaching if one.home == model.module.home]
    own = [
        relation
        for relation in index.declared_by(model.full_name)
        if relation.copied_from is None and _is_registered(project, models, model, relation)
    ]
    found = [
        _accessor(project, name, relation, relation.reverse_descriptor, is_row_known)
        for name, relation, is_row_known in accessors(onto)
        if relation.reverse_descriptor is not None
    ]
    keys = dict.fromkeys(
        _key(project, relation) for relation in own if relation.constructor.has_key
    )
    targets = dict.fromkeys(
        _target(relation, relation.target)
        for relation in own
        if relation.target is not None
        and relation.target_is_string
        and relation.constructor.infers_target
    )
    unclear = _claimed_twice(onto) | _repeated(keys) | _repeated(targets)
    possible_key = None
    automatic = _automatic_key(sources, model)
    if automatic is not None:
        is_there = is_automatic(model, sources)
        if is_there:
            keys = {automatic: None, **keys}
        elif is_there is None:
            possible_key = automatic.name
    return Expected(
        accessors=tuple(one for one in found if one.name not in unclear),
        keys=tuple(one for one in keys if one.name not in unclear),
        targets=tuple(one for one in targets if one.name not in unclear),
        possible_key=possible_key,
        unclear=tuple(sorted(unclear)),
        foreign=frozenset(one.accessor or "" for one in reaching) - {one.accessor for one in onto},
    )


def _automatic_key(sources: Sources, model: FoundClass) -> Key | None:
    """The key of a model that declares none, but for one that inherits the line."""
    found = sources.automatic_key(model)
    if found is None or any(
        sources.automatic_key(base) == found and is_automatic(base, sources)
        for base in sources.ancestors(model)
    ):
        return None
    name, type_name = found
    return Key(name, type_name, nullable=False, is_automatic=True)


def _is_registered(
    project: Project, models: Models, model: FoundClass, relation: RelationField
) -> bool:
    """Whether the library of the relation certainly knows the class as a model."""
    bases = {base.full_names[0] for base in models.ancestry(model).bases}
    return not bases.isdisjoint(project.orm_of(relation).registered_bases)


def _claimed_twice(onto: list[RelationField]) -> set[str]:
    """Accessors of several relations, but for those that children of an abstract class share."""
    counts = Counter(relation.accessor for relation in onto if relation.accessor is not None)
    shared = {one.name for one in accessors(onto) if not one.is_row_known}
    return {name for name, count in counts.items() if count > 1} - shared


def _repeated(items: Iterable[Key | Target]) -> set[str]:
    """Fields of which branches of the class body say different things."""
    return {name for name, count in Counter(one.name for one in items).items() if count > 1}


def _accessor(
    project: Project, name: str, relation: RelationField, descriptor: str, is_row_known: bool
) -> Accessor:
    return Accessor(
        name,
        descriptor,
        relation.source if is_row_known else None,
        relation.source_module,
        project.orm_of(relation).is_settable(descriptor),
    )


def _key(project: Project, relation: RelationField) -> Key:
    key = project.orm_of(relation).key_attribute
    return Key(relation.name + key.suffix, key.type_of(relation), relation.nullable)


def _target(relation: RelationField, target: str) -> Target:
    return Target(
        relation.name,
        relation.constructor.full_name,
        target,
        relation.target_module or target.rpartition(".")[0],
        relation.nullable and relation.constructor.has_key,
    )
