"""Attributes that a query adds to its rows, where the query's class has no type parameter.

What a user writes, and what they should see::

    class BookQuerySet(dorm.QuerySet["Book"]):
        def recent(self) -> "BookQuerySet": ...

    for book in Book.objects.recent().annotate(pages=Count("chapters")):
        reveal_type(book.pages)  # int

A generic query carries them in its type argument (:mod:`orm_typing.plugin.queries.lookups`). This
one has them itself, under names that no attribute can have, and each of its methods hands them on:
to the query that it returns, or to the rows.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from mypy.maptype import map_instance_to_supertype
from mypy.plugin import MethodContext
from mypy.type_visitor import TypeTranslator
from mypy.types import Instance, Type, TypeAliasType, get_proper_type

from orm_typing.orms.description import Orm
from orm_typing.plugin.support.nodes import instances_in

PREFIX = "orm_typing@row "


def with_row_attributes(query: Instance, added: Mapping[str, Type]) -> Instance:
    """The query with what it adds to its rows."""
    for name, typ in added.items():
        query = query.copy_with_extra_attr(PREFIX + name, typ)
    return query


def row_attributes(query: Instance) -> dict[str, Type]:
    """What a query adds to its rows."""
    states = query.extra_attrs.attrs if query.extra_attrs is not None else {}
    return {
        name.removeprefix(PREFIX): typ for name, typ in states.items() if name.startswith(PREFIX)
    }


def hand_on(orm: Orm, inner: Callable[[MethodContext], Type] | None, ctx: MethodContext) -> Type:
    """What a method of such a query gives, after ``inner`` had its say."""
    result = inner(ctx) if inner is not None else ctx.default_return_type
    owners = instances_in(ctx.type)
    if len(owners) != 1:
        return result
    added = row_attributes(owners[0])
    row = _row_class(orm, owners[0])
    if not added or row is None:
        return result
    return result.accept(_HandOn(owners[0].type.fullname, row, added))


def row_of(orm: Orm, owner: Instance) -> Instance | None:
    """The model over which a manager or queryset works."""
    for base in owner.type.mro:
        if base.fullname not in orm.collections:
            continue
        args = map_instance_to_supertype(owner, base).args
        rows = instances_in(args[0]) if args else []
        if len(rows) != 1:
            return None
        row = rows[0]
        for name, typ in row_attributes(owner).items():
            row = row.copy_with_extra_attr(name, typ)
        return row
    return None


def _row_class(orm: Orm, query: Instance) -> str | None:
    row = row_of(orm, query)
    return row.type.fullname if row is not None else None


class _HandOn(TypeTranslator):
    def __init__(self, query: str, row: str, added: Mapping[str, Type]) -> None:
        super().__init__()
        self._query = query
        self._row = row
        self._added = added

    def visit_instance(self, t: Instance, /) -> Type:
        """Add the attributes to a row, or to a query of the same class."""
        plain = get_proper_type(super().visit_instance(t))
        if not isinstance(plain, Instance):
            return plain
        if plain.type.fullname == self._query:
            known = row_attributes(plain)
            return with_row_attributes(plain, {**self._added, **known})
        if plain.type.fullname == self._row:
            for name, typ in self._added.items():
                plain = plain.copy_with_extra_attr(name, typ)
        return plain

    def visit_type_alias_type(self, t: TypeAliasType, /) -> Type:
        """Aliases name declared types, and these have no states."""
        return t
