"""Which attributes do the relations onto one class give it?

Each relation one, unless they share a name. The plugin and the command line ask this, so that what
mypy knows and what ``orm-typing declare`` writes is the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from orm_typing.relations.declaration import RelationField


class Accessor(NamedTuple):
    """An attribute of the target of a relation."""

    name: str
    relation: RelationField
    is_row_known: bool
    """Whether it leads to the relation's source for certain."""


def accessors(relations: Sequence[RelationField]) -> Iterator[Accessor]:
    """The attributes that ``relations``, all with the same target, give it."""
    taken: set[str] = set()
    for relation in relations:
        name = relation.accessor
        if name is None or name in taken:
            continue  # the library raises on a clash
        taken.add(name)
        yield Accessor(name, relation, not is_shared(relations, relation))


def is_shared(relations: Sequence[RelationField], relation: RelationField) -> bool:
    """Whether children of an abstract class give the target one accessor between them.

    It leads to the one that is created last at runtime, which no source tells. The same is said of
    relations in several folders of tests, of which one at most may be there.
    """
    return any(
        other.accessor == relation.accessor
        and other != relation
        and (relation.copied_from is not None or other.home != relation.home)
        for other in relations
    )
