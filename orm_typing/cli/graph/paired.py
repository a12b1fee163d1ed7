"""Relations of libraries in which both models name each other: two fields, one arrow.

::

    class Lead(Model):
        stage: Stage = Many2one(lambda: Stage)          # the arrow

    class Stage(Model):
        leads: list[Lead] = One2many(lambda: Lead, "stage")   # its accessor

The arrow begins where the column is; between two lists, at the first of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from orm_typing.cli.found import Found
from orm_typing.orms import ORMS, TABLE_LIBRARIES
from orm_typing.relations.catalogue import Model
from orm_typing.relations.links import Link
from orm_typing.relations.vocabulary import RelationKind


@dataclass(frozen=True)
class Side:
    """A field of a model that leads to another one."""

    model: Model
    link: Link
    target: str | None
    role: Role


class Role(NamedTuple):
    """What the field is in its relation."""

    is_many: bool
    has_column: bool
    other: str | None = None
    """The name of the field on the other side, as it is given here."""
    has_table: bool = False
    """Whether a table stands between the two."""
    table: str | None = None
    """Its name, by which the sides may know each other."""


@dataclass(frozen=True)
class Pair:
    """A relation, from the side where it begins."""

    side: Side
    accessor: str | None
    kind: RelationKind


def pairs(found: Found) -> Iterator[Pair]:
    """The relations that the models' fields declare on both sides."""
    sides = [side for model in found.models for side in _sides(model, found.models)]
    done: set[int] = set()
    for side in sorted(sides, key=lambda one: not one.role.has_column):
        if id(side) in done:
            continue
        back = _other_side(side, sides)
        if back is not None:
            done.add(id(back))
        elif not side.role.has_column and not side.role.has_table:
            continue  # points back at nothing that is there
        done.add(id(side))
        yield Pair(side, back.link.name if back else None, _kind(side, back))


def _kind(side: Side, back: Side | None) -> RelationKind:
    if side.role.is_many:
        return RelationKind.MANY_TO_MANY
    if back is not None and not back.role.is_many:
        return RelationKind.ONE_TO_ONE
    return RelationKind.FOREIGN_KEY


def _other_side(side: Side, sides: Iterable[Side]) -> Side | None:
    own = side.role
    for back in sides:
        if back is side or back.target != side.model.full_name:
            continue
        if side.target != back.model.full_name or (own.has_column and back.role.has_column):
            continue
        is_named = back.role.other == side.link.name or own.other == back.link.name
        if is_named or (own.table is not None and own.table == back.role.table):
            return back
    return None


def _sides(model: Model, models: Iterable[Model]) -> Iterator[Side]:
    for link in model.links:
        role = _role_by_class(link) or _role_by_annotation(link)
        if role is not None:
            target = link.target or _only_model_called(link.target_text, models)
            yield Side(model, link, target, role)


def _only_model_called(name: str, models: Iterable[Model]) -> str | None:
    """A name that is not imported can still be known to the library, which has a registry."""
    found = [one.full_name for one in models if name and one.full_name.endswith(f".{name}")]
    return found[0] if len(found) == 1 else None


def _role_by_class(link: Link) -> Role | None:
    """By what is called: ``Many2one``, ``One2many``."""
    for orm in ORMS:
        for full_name, shape in orm.relation_fields.items():
            if not _is_called(link.callee, full_name):
                continue
            if shape.reverse_parameter:
                other = _text(link, shape.reverse_parameter)
                return Role(shape.is_many, shape.has_column, other)
            if shape.is_many and shape.required:
                table = _text(link, shape.required[0])
                return Role(shape.is_many, shape.has_column, has_table=True, table=table)
            return Role(shape.is_many, shape.has_column)
    return None


def _text(link: Link, parameter: str) -> str | None:
    """A parameter's string: by its keyword, or else the first of the positional ones."""
    return link.keywords.get(parameter) or next(iter(link.texts), None)


def _role_by_annotation(link: Link) -> Role | None:
    """By the annotation: ``heroes: list["Hero"] = Relationship(back_populates="team")``."""
    for library in TABLE_LIBRARIES:
        if any(_is_called(link.callee, name) for name in library.relation_functions):
            other = link.keywords.get(library.back_keyword)
            return Role(link.is_many, not link.is_many, other)
    return None


def _is_called(path: str, full_name: str) -> bool:
    """Whether a path leads to a library's class; the shorter ones that it exports do, too."""
    return (
        path.partition(".")[0] == full_name.partition(".")[0]
        and path.rpartition(".")[2] == full_name.rpartition(".")[2]
    )
