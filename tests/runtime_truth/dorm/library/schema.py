"""What the library made of a package's models: read from the classes, not from source."""

from __future__ import annotations

import inspect
import pkgutil
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module
from typing import Any, TypeAlias

from dorm.fields import CompositePrimaryKey, ManyToManyField, OneToOneField, RelatedField
from dorm.manager import BaseManager, ManagerDescriptor
from dorm.models import Model
from dorm.related_managers import ReverseFKDescriptor, ReverseOneToOneDescriptor

Accessor: TypeAlias = "ReverseFKDescriptor[Any] | ReverseOneToOneDescriptor[Any]"


def full_name(class_: type[Any]) -> str:
    """``shop.catalogue.Book``."""
    return f"{class_.__module__}.{class_.__qualname__}"


@dataclass(frozen=True)
class Key:
    """A foreign key, or a one-to-one field."""

    name: str
    target: type[Any]
    nullable: bool
    unique: bool
    is_primary_key: bool
    is_own: bool
    """Whether the table has a column for it: a model inherits none from a concrete one."""
    column: str

    @property
    def attribute(self) -> str:
        """The attribute that holds the target's key."""
        return f"{self.name}_id"

    @property
    def label(self) -> str:
        """The words of its own for the table of differences."""
        return f"{'' if self.is_own else 'lost '}{'nullable ' if self.nullable else ''}"


class Class:
    """A model, or a class beside them."""

    def __init__(self, class_: type[Any]) -> None:
        self.class_ = class_
        self.name = full_name(class_)
        self.is_model = issubclass(class_, Model)
        meta = class_._meta if self.is_model else None
        self.is_abstract = meta is None or meta.abstract
        self.is_proxy = meta is not None and meta.proxy
        self.has_rows = not self.is_abstract
        own = {field.name: field for field in meta.fields} if meta is not None else {}
        self.fields: dict[str, Any] = {
            name: field
            for name, field in own.items()
            if not isinstance(field, (RelatedField, ManyToManyField, CompositePrimaryKey))
        }
        self.keys: list[Key] = []
        self.many: dict[str, type[Any]] = {}
        self.accessors: dict[str, Accessor] = {}
        self.managers: set[str] = set()
        for name, value in self._attributes():
            self._sort(name, value, own)
        self.composite = next(
            (one.field_names for one in own.values() if isinstance(one, CompositePrimaryKey)), ()
        )

    def _attributes(self) -> Iterator[tuple[str, Any]]:
        found: dict[str, Any] = {}
        for base in self.class_.__mro__:
            for name, value in base.__dict__.items():
                found.setdefault(name, value)
        yield from sorted(found.items())

    def _sort(self, name: str, value: Any, own: dict[str, Any]) -> None:
        if isinstance(value, RelatedField):
            target = target_of(value)
            if target is not None:
                self.keys.append(
                    Key(
                        name,
                        target,
                        value.null,
                        value.unique,
                        value.primary_key,
                        name in own,
                        str(value.column),
                    )
                )
        elif type(value).__name__ == "ManyToManyDescriptor":
            target = target_of(value.field)
            if target is not None and name in own:
                self.many[name] = target
        elif isinstance(value, (ReverseFKDescriptor, ReverseOneToOneDescriptor)):
            self.accessors[name] = value
        elif isinstance(value, (BaseManager, ManagerDescriptor)) and name[0] != "_":
            self.managers.add(name)

    @property
    def manager(self) -> str:
        """The manager to ask: one that is inherited may give rows of the parent."""
        return next(iter(self._new_managers()), "objects")

    @property
    def has_own_manager(self) -> bool:
        """Whether there is one that is not inherited."""
        return any(self._new_managers())

    def _new_managers(self) -> Iterator[str]:
        for name in sorted(self.managers):
            if not any(name in base.__dict__ for base in self.class_.__mro__[1:]):
                yield name

    @property
    def required_fields(self) -> dict[str, Any]:
        """Fields without which a row can't be stored."""
        return {
            name: field
            for name, field in self.fields.items()
            if not field.null and not field.has_default() and "Auto" not in type(field).__name__
        }

    @property
    def column(self) -> str:
        """The name of a column that any query takes."""
        return next(iter(self.fields), next((key.attribute for key in self.keys), "id"))

    def related(self) -> dict[str, type[Any]]:
        """The models at the other ends, by the name of the relation."""
        return {
            **{key.name: key.target for key in self.keys if key.is_own},
            **self.many,
            **{name: one.source_model for name, one in self.accessors.items()},
        }


def target_of(field: Any) -> type[Any] | None:
    """The model to which a relation field leads; ``None`` for a string that names none."""
    try:
        return field._resolve_related_model()  # type: ignore[no-any-return]
    except LookupError:
        return None


class Schema:
    """The classes of a package, in the order in which they were made."""

    def __init__(self, package: str) -> None:
        self.modules = sorted(_modules(package))
        self.of: dict[type[Any], Class] = {}
        # A target gets its accessors when the module of the source is imported.
        for module in [import_module(name) for name in self.modules]:
            for value in module.__dict__.values():
                if (
                    inspect.isclass(value)
                    and value.__module__ == module.__name__
                    and not issubclass(value, BaseManager)
                    and hasattr(value, "_meta") is issubclass(value, Model)
                    and "QuerySet" not in value.__name__
                ):
                    self.of[value] = Class(value)
        self.classes = sorted(self.of.values(), key=lambda one: one.name)

    @property
    def models(self) -> list[Class]:
        """The classes of which there are rows."""
        return [one for one in self.classes if one.has_rows]

    def names_for(self, one: Class) -> list[str]:
        """The names that a class has, or may seem to have, and some that others have."""
        lower = one.class_.__name__.lower()
        own = {*one.fields, *one.many, *one.accessors, *one.managers, "id", "pk", "no_such_name"}
        own |= {f"{lower}_set", *(str(field.column) for field in one.fields.values())}
        for key in one.keys:
            own |= {key.name, key.attribute, key.column}
        return sorted(own | set(_sometimes([name for name in self.names() if name not in own])))

    def names(self) -> list[str]:
        """Every name that any class has, and names that a relation might have given."""
        names = {"id", "pk", "objects", "no_such_name"}
        for one in self.classes:
            names |= {*one.fields, *one.many, *one.accessors, *one.managers}
            names |= {str(field.column) for field in one.fields.values()}
            if one.composite:
                names.add("key")
            for key in one.keys:
                names |= {key.name, key.attribute, key.column}
            for field in one.class_._meta.fields if one.is_model else ():
                named = getattr(field, "related_name", None)
                names |= {named} if named else set()
            lower = one.class_.__name__.lower()
            names |= {lower, f"{lower}s", f"{lower}_set", f"{lower}_id", f"{lower}_ptr"}
        return sorted(names)


def _sometimes(names: list[str]) -> list[str]:
    """Every eighth: one wrong name is like another."""
    return names[::8]


def is_one(key: Any) -> bool:
    """Whether the other side of the field gives one row."""
    return isinstance(key, OneToOneField)


def _modules(package: str) -> list[str]:
    root = import_module(package)
    found = pkgutil.walk_packages(root.__path__, f"{package}.")
    return [package, *(info.name for info in found)]
