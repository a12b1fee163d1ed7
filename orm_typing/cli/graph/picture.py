"""Boxes and arrows: what all formats draw.

A box is a model with its fields and with the accessors that relations put on it. An arrow leads
from the field that declares a relation to its target.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from orm_typing.cli.found import Found, library_name, shown_path
from orm_typing.cli.graph.paired import Pair, pairs
from orm_typing.orms import ORMS
from orm_typing.relations.catalogue import Model
from orm_typing.relations.declaration import RelationField, class_name
from orm_typing.relations.vocabulary import RelationKind

_ORM_OF = {constructor.full_name: orm.name for orm in ORMS for constructor in orm.constructors}


class NoSuchNameError(Exception):
    """A package or a model that the user asked for is not there; the text names it."""


@dataclass(frozen=True)
class Arrow:
    """A relation."""

    source: str
    field: str
    target: str | None
    """Full name of the model; ``None`` if the source does not tell."""
    target_text: str
    """The target as it is written."""
    accessor: str | None
    kind: RelationKind
    is_async: bool
    nullable: bool
    copied_from: str | None
    place: str
    """``shop/books.py:7``."""

    @property
    def target_name(self) -> str:
        """The target without its module, or as it is written."""
        return class_name(self.target) if self.target else f"{self.target_text}?"


@dataclass(frozen=True)
class Line:
    """A field in a box."""

    name: str
    type: str
    arrow: Arrow | None = None
    """The relation that it declares."""


@dataclass(frozen=True)
class Box:
    """A model."""

    full_name: str
    module: str
    orm: str
    lines: tuple[Line, ...] = ()
    accessors: tuple[Arrow, ...] = ()
    """The relations that put an attribute on it."""
    bases: tuple[str, ...] = ()
    """Full names of the models from which it derives."""
    is_abstract: bool = False
    is_outside: bool = False
    """Whether it is drawn for its arrows alone: of a library, or not among what was chosen."""
    place: str = ""

    @property
    def name(self) -> str:
        """The name within its module."""
        return self.full_name.removeprefix(f"{self.module}.")


@dataclass(frozen=True)
class Picture:
    """All of it, in the order of the names."""

    boxes: tuple[Box, ...]
    arrows: tuple[Arrow, ...]

    @property
    def modules(self) -> tuple[str, ...]:
        """The modules of the boxes."""
        return tuple(sorted({box.module for box in self.boxes}))


def draw(found: Found) -> Picture:
    """The picture of a project.

    Classes in functions are left out: they exist while the function runs.
    """
    lasting = [
        relation
        for relation in found.relations
        if "@" not in relation.source and "@" not in (relation.target or "")
    ]
    drawn = [one for one in lasting if one.constructor.kind is not RelationKind.EXTENSION]
    added = [one for one in lasting if one.constructor.kind is RelationKind.EXTENSION]
    arrows = tuple(
        sorted(
            (*(_arrow(found, one) for one in drawn), *map(_paired_arrow, pairs(found))),
            key=lambda arrow: (arrow.source, arrow.field),
        )
    )
    known = {model.full_name: _box(model, arrows, added) for model in found.models}
    for relation in drawn:
        for name, module in (
            (relation.source, relation.source_module),
            (relation.target, relation.target_module),
        ):
            if name is not None and name not in known:
                orm = _ORM_OF[relation.constructor.full_name]
                known[name] = _outside_box(name, module or "", orm, arrows)
    return Picture(tuple(known[name] for name in sorted(known)), arrows)


def _arrow(found: Found, relation: RelationField) -> Arrow:
    return Arrow(
        source=relation.source,
        field=relation.name,
        target=relation.target,
        target_text=relation.target_text,
        accessor=relation.accessor,
        kind=relation.constructor.kind,
        is_async=relation.constructor.is_async,
        nullable=relation.nullable,
        copied_from=relation.copied_from,
        place=found.place(relation).replace(os.sep, "/"),
    )


def _paired_arrow(pair: Pair) -> Arrow:
    side = pair.side
    return Arrow(
        source=side.model.full_name,
        field=side.link.name,
        target=side.target,
        target_text=side.link.target_text,
        accessor=pair.accessor,
        kind=pair.kind,
        is_async=False,
        nullable=side.link.nullable,
        copied_from=None,
        place=f"{shown_path(side.model.path)}:{side.link.line}".replace(os.sep, "/"),
    )


def _box(model: Model, arrows: Iterable[Arrow], added: Iterable[RelationField]) -> Box:
    declared = {arrow.field: arrow for arrow in arrows if arrow.source == model.full_name}
    accessors = _accessors(model.full_name, arrows)
    shown_below = {arrow.accessor for arrow in accessors}
    lines = [
        Line(one.name, one.type, declared.pop(one.name, None))
        for one in model.fields
        if one.name not in shown_below
    ]
    # Those of abstract bases are in no text of this class.
    lines += [Line(name, arrow.target_name, arrow) for name, arrow in declared.items()]
    lines += [
        Line(one.accessor, f"by {class_name(one.source)}")
        for one in added
        if one.target == model.full_name and one.accessor and not one.is_method
    ]
    return Box(
        full_name=model.full_name,
        module=model.module,
        orm=library_name(model),
        lines=tuple(lines),
        accessors=accessors,
        bases=model.bases,
        is_abstract=model.is_abstract,
        place=f"{shown_path(model.path)}:{model.line}".replace(os.sep, "/"),
    )


def _outside_box(name: str, module: str, orm: str, arrows: Iterable[Arrow]) -> Box:
    return Box(name, module, orm, accessors=_accessors(name, arrows), is_outside=True)


def _accessors(name: str, arrows: Iterable[Arrow]) -> tuple[Arrow, ...]:
    return tuple(arrow for arrow in arrows if arrow.target == name and arrow.accessor)


def chosen(picture: Picture, packages: Collection[str], models: Collection[str]) -> Picture:
    """The part of the picture that is in the packages, or around the models.

    Of a package all models are shown, with the targets of their relations; of a model also those
    with relations to it. Raises :class:`NoSuchNameError`.
    """
    if not packages and not models:
        return picture
    inside = {box.full_name for package in packages for box in _in_package(picture, package)}
    wanted = {box.full_name for model in models for box in _named(picture, model)}
    inside |= wanted
    arrows = tuple(
        arrow for arrow in picture.arrows if arrow.source in inside or arrow.target in wanted
    )
    around = {name for arrow in arrows for name in (arrow.source, arrow.target) if name}
    return Picture(
        tuple(
            box
            if box.full_name in inside
            else replace(box, lines=(), accessors=(), is_outside=True)
            for box in picture.boxes
            if box.full_name in inside | around
        ),
        arrows,
    )


def _in_package(picture: Picture, package: str) -> list[Box]:
    found = [box for box in picture.boxes if f"{box.module}.".startswith(f"{package}.")]
    if not found:
        raise NoSuchNameError(f"no models were found in {package!r}")
    return found


def _named(picture: Picture, name: str) -> list[Box]:
    found = [box for box in picture.boxes if f".{box.full_name}".endswith(f".{name}")]
    if not found:
        raise NoSuchNameError(f"no model is called {name!r}")
    return found
