"""What the library made of a package's models: read from the classes, not from source."""

from __future__ import annotations

import inspect
import pkgutil
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module
from typing import Any, get_origin

from sqliter.asyncio.orm import AsyncBaseDBModel
from sqliter.model import BaseDBModel as AnyModel
from sqliter.orm.fields import ForeignKey
from sqliter.orm.m2m import ManyToMany, ReverseManyToMany
from sqliter.orm.query import ReverseRelationship

from tests.runtime_truth.library.render import full_name, source_of

_DESCRIPTORS = (ForeignKey, ManyToMany, ReverseManyToMany, ReverseRelationship)
_BASE_FIELDS = ("pk", "created_at", "updated_at", "db_context")


@dataclass(frozen=True)
class Key:
    """A foreign key of a model, its own or inherited."""

    name: str
    target: type[Any]
    nullable: bool
    is_own: bool
    """Whether the library knows it on this very class: ``fk_descriptors`` is not inherited."""
    is_unique: bool
    column: str | None

    @property
    def attribute(self) -> str:
        """The field that holds the target's key."""
        return f"{self.name}_id"


@dataclass(frozen=True)
class Many:
    """An attribute that leads to several objects: an accessor, or a many-to-many field."""

    name: str
    related: type[Any]
    is_async: bool
    key: str | None
    """The foreign key of which this is the other side."""
    works: bool
    """Whether the library can read it: not on a subclass of the class that declares it, nor
    where the relation's own class is no model or has no key."""

    @property
    def is_reverse_key(self) -> bool:
        """Whether this is the other side of a foreign key, and no many-to-many relation."""
        return self.key is not None


class Class:
    """A class that takes part in relations."""

    def __init__(self, class_: type[Any]) -> None:
        self.class_ = class_
        self.name = full_name(class_)
        self.is_model = issubclass(class_, AnyModel)
        self.is_async = issubclass(class_, AsyncBaseDBModel)
        self.keys = list(self._keys())
        self.many = list(self._many())

    @property
    def database(self) -> str:
        """The name, in questions, of the database that takes this model."""
        return "async_db" if self.is_async else "db"

    @property
    def plain_fields(self) -> dict[str, Any]:
        """The user's own fields that are neither relations nor their keys."""
        taken = {*_BASE_FIELDS, *(key.attribute for key in self.keys), *self.relation_names}
        return {
            name: field
            for name, field in self.class_.model_fields.items()
            # A plain model leaves a relation among its fields.
            if name not in taken and get_origin(field.annotation) not in _DESCRIPTORS
        }

    @property
    def relation_names(self) -> set[str]:
        """All names of relations on the class and its bases."""
        return {name for name, _, _ in self._descriptors()}

    def many_named(self, name: str) -> Many:
        """The accessor or many-to-many field of that name."""
        return next(many for many in self.many if many.name == name)

    def _descriptors(self) -> list[tuple[str, Any, type[Any]]]:
        found: dict[str, tuple[str, Any, type[Any]]] = {}
        for base in self.class_.__mro__:
            for name, value in base.__dict__.items():
                if isinstance(value, _DESCRIPTORS):
                    found.setdefault(name, (name, value, base))
        return [found[name] for name in sorted(found)]

    def _keys(self) -> Iterator[Key]:
        fields = self.class_.model_fields if self.is_model else {}
        for name, value, _ in self._descriptors():
            if isinstance(value, ForeignKey) and f"{name}_id" in fields:
                own = name in getattr(self.class_, "fk_descriptors", {})
                info = value.fk_info
                yield Key(name, value.to_model, info.null, own, info.unique, info.db_column)

    def _many(self) -> Iterator[Many]:
        for name, value, base in self._descriptors():
            if isinstance(value, ForeignKey) or isinstance(getattr(value, "to_model", None), str):
                continue
            if isinstance(value, ReverseRelationship):
                related = value.from_model
                works = f"{value.fk_field}_id" in getattr(related, "model_fields", {})
            elif isinstance(value, ReverseManyToMany):
                related = source_of(value)
                works = True
            else:
                related = value.to_model
                works = base is self.class_
            yield Many(
                name,
                related,
                is_async=type(value).__name__.startswith("Async"),
                key=value.fk_field if isinstance(value, ReverseRelationship) else None,
                works=works,
            )


class Schema:
    """The classes of a package, in the order in which they were made."""

    def __init__(self, package: str) -> None:
        self.modules = sorted(_modules(package))
        found: dict[type[Any], Class] = {}
        for name in self.modules:
            for value in import_module(name).__dict__.values():
                if inspect.isclass(value) and value.__module__.partition(".")[0] == package:
                    found[value] = Class(value)
        self.classes = sorted(found.values(), key=lambda one: one.name)
        self.of = found

    @property
    def models(self) -> list[Class]:
        """The classes that are models."""
        return [one for one in self.classes if one.is_model]

    def relation_names(self) -> list[str]:
        """The name of every relation and accessor of any class."""
        return sorted({name for one in self.classes for name in one.relation_names})

    def names(self) -> list[str]:
        """Every name that a relation gives to any class, and names that it might have given."""
        names = set(self.relation_names())
        for one in self.classes:
            names |= {key.attribute for key in one.keys}
            names |= {key.column for key in one.keys if key.column}
            lower = one.class_.__name__.lower()
            names |= {f"{lower}s", f"{lower}_set", f"{lower}_id"}
        return sorted(names)


def _modules(package: str) -> list[str]:
    root = import_module(package)
    return [package, *(f"{package}.{info.name}" for info in pkgutil.iter_modules(root.__path__))]
