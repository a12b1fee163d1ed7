"""What a table has, as the functions that are given its names see it.

The types come from mypy, the rest from :mod:`orm_typing.plugin.tables.notes`. A class that may have
more than can be seen is no table here: then nothing is said about it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from mypy.checker import TypeChecker
from mypy.nodes import TypeInfo, Var
from mypy.types import CallableType, Instance, NoneType, Type, TypeType, UnionType, get_proper_type

from orm_typing.orms.tables import TableLibrary
from orm_typing.plugin.build.project import Project
from orm_typing.plugin.build.uses import use_classes
from orm_typing.plugin.support.nodes import is_in_packages
from orm_typing.plugin.tables.notes import OTHER, Kind, Note, table_note

_WORDS = {
    Kind.COLUMN: "a column",
    Kind.RELATION: "a relation",
    Kind.QUERIED: "an expression",
    Kind.PLAIN: "an attribute of rows",
    Kind.OTHER: "something else",
}


class Attribute(NamedTuple):
    """An attribute of a table."""

    name: str
    note: Note
    typ: Type | None

    @property
    def kind(self) -> Kind:
        """What it is."""
        return self.note.kind

    @property
    def described(self) -> str:
        """What it is, in words."""
        return _WORDS[self.note.kind]

    @property
    def value_class(self) -> TypeInfo | None:
        """The class that the annotation names, but for ``None``."""
        if self.typ is None or self.note.has_own_type:
            return None
        items = [item for item in _items(self.typ) if not isinstance(item, NoneType)]
        if len(items) == 1 and isinstance(items[0], Instance) and not items[0].args:
            return items[0].type
        return None

    @property
    def target(self) -> TypeInfo | None:
        """The class to which a relation leads: ``Hero`` of ``list["Hero"]`` or ``Hero | None``."""
        typ = self.typ
        while typ is not None:
            items = [item for item in _items(typ) if not isinstance(item, NoneType)]
            if len(items) != 1 or not isinstance(items[0], Instance):
                return None
            if not items[0].args:
                return items[0].type
            typ = items[0].args[0] if len(items[0].args) == 1 else None
        return None


class Table(NamedTuple):
    """A class that stands for a table."""

    info: TypeInfo
    attributes: dict[str, Attribute]
    project: Project

    @property
    def name(self) -> str:
        """As in messages."""
        return self.info.name

    def of(self, *kinds: Kind) -> set[str]:
        """The names of the attributes of these kinds."""
        return {name for name, found in self.attributes.items() if found.kind in kinds}

    def keys(self) -> set[str]:
        """The primary key, as far as it is certain."""
        return {name for name, found in self.attributes.items() if found.note.is_key}

    def get(self, name: str) -> Attribute | None:
        """The attribute of that name; one of unknown kind where it may exist."""
        found = self.attributes.get(name)
        if found is None and self.may_have(name):
            return Attribute(name, OTHER, None)
        return found

    def may_have(self, name: str) -> bool:
        """Whether there is something of that name, or may be at runtime."""
        return self.info.get(name) is not None or name in self.project.announced()

    def may_have_column(self, name: str) -> bool:
        """Whether a column may have that name in the database, whatever the attribute is called."""
        return any(found.note.column in (None, name) for found in self.attributes.values())


def table_of(
    project: Project, library: TableLibrary, checker: TypeChecker, typ: Type
) -> Table | None:
    """The table for which a class stands that is passed as an argument, or which rows are of."""
    info = _class_of(typ)
    return None if info is None else table_of_class(project, library, checker, info)


def table_of_class(
    project: Project, library: TableLibrary, checker: TypeChecker, info: TypeInfo
) -> Table | None:
    """The table for which a class stands, with a dependency on it."""
    note = table_note(info)
    if note is None or not note.is_table or info.fallback_to_any:
        return None
    if "__table__" in info.names:
        return None
    bases = list(_project_bases(library, info))
    if any((found := table_note(base)) is not None and found.is_table for base in bases[1:]):
        return None  # SQLModel does not map a table that derives from another
    use_classes(project, checker, bases)
    attributes: dict[str, Attribute] = {}
    for base in bases:
        for attribute in _own_attributes(library, base, is_table=base is info):
            attributes.setdefault(attribute.name, attribute)
    return Table(info, attributes, project)


def _project_bases(library: TableLibrary, info: TypeInfo) -> Iterator[TypeInfo]:
    for base in info.mro:
        if base.fullname == library.model_base:
            continue
        if not is_in_packages(base.fullname, library.framework) or is_in_packages(
            base.fullname, (library.package,)
        ):
            yield base


def _own_attributes(
    library: TableLibrary, info: TypeInfo, *, is_table: bool
) -> Iterator[Attribute]:
    notes = table_note(info)
    is_of_library = is_in_packages(info.fullname, (library.package,))
    for name, symbol in info.names.items():
        node = symbol.node
        if symbol.plugin_generated or _is_copied(info, name):
            continue
        typ = node.type if isinstance(node, Var) else None
        note = OTHER
        if notes is not None:
            note = notes.attributes.get(name, OTHER)
        elif is_of_library and isinstance(node, Var) and not node.is_classvar:
            note = Note(Kind.COLUMN, is_key=False)
        elif is_of_library:
            note = Note(Kind.OTHER if isinstance(node, Var) else Kind.PLAIN, is_settable=False)
        if note.kind is Kind.RELATION and not is_table:
            note = OTHER  # SQLModel sets up those of the table's own body only
        yield Attribute(name, note, typ)
    for name in notes.attributes.keys() - info.names.keys() if notes is not None else ():
        yield Attribute(name, OTHER, None)


def _is_copied(info: TypeInfo, name: str) -> bool:
    """Whether another plugin gave the class an attribute of its base, as pydantic's does."""
    node = info.names[name].node
    if not isinstance(node, Var) or node.is_initialized_in_class:
        return False
    return any(name in base.names for base in info.mro[1:])


def _class_of(typ: Type) -> TypeInfo | None:
    proper = get_proper_type(typ)
    if isinstance(proper, CallableType) and proper.is_type_obj():
        return proper.type_object()
    if isinstance(proper, TypeType):
        proper = proper.item
    return proper.type if isinstance(proper, Instance) else None


def _items(typ: Type) -> list[Type]:
    proper = get_proper_type(typ)
    items = proper.items if isinstance(proper, UnionType) else [proper]
    return [get_proper_type(item) for item in items]
