"""The two sides of a relation between tables.

What a user writes, and what they should see::

    class Team(SQLModel, table=True):
        heroes: list["Hero"] = Relationship(back_populates="taem")  # no relation "taem" ...

    class Hero(SQLModel, table=True):
        team: Team | None = Relationship(back_populates="heroes")

SQLModel looks the other side up when the tables are first used. Where it does not point back, most
mistakes raise then, and others when a row is put into the relation.
"""

from __future__ import annotations

from mypy.checker import TypeChecker
from mypy.plugin import FunctionContext
from mypy.types import Type

from orm_typing.messages import tables as messages
from orm_typing.messages.codes import Message
from orm_typing.orms.tables import TableLibrary
from orm_typing.plugin.build.project import Project
from orm_typing.plugin.build.uses import use_library, use_name
from orm_typing.plugin.models.declarations import assigned_to
from orm_typing.plugin.support.calls import Call
from orm_typing.plugin.tables.attributes import Attribute, Table, table_of_class
from orm_typing.plugin.tables.notes import Kind, table_note


def check_other_side(project: Project, library: TableLibrary, ctx: FunctionContext) -> Type:
    """Report the other side of a relation that is not there, or does not point back."""
    checker = ctx.api
    if not isinstance(checker, TypeChecker):
        return ctx.default_return_type
    info = checker.scope.active_class()
    use_library(project, checker, library.functions[0].full_names[0])
    if info is None or not project.mentions(library.package, info.fullname):
        return ctx.default_return_type
    name = assigned_to(info, ctx.context)
    table = table_of_class(project, library, checker, info)
    relation = table.attributes.get(name) if table is not None and name is not None else None
    if table is None or relation is None or relation.note.back is None:
        return ctx.default_return_type
    target = relation.target
    other = table_of_class(project, library, checker, target) if target is not None else None
    if other is not None:
        use_name(project, checker, other.info, relation.note.back)
        problem = _problem(table, relation, other, relation.note.back)
        if problem is not None:
            call = Call(ctx, checker)
            given = call.given(library.back_keyword)
            call.report(problem, given.value if given is not None else ctx.context)
    return ctx.default_return_type


def _problem(table: Table, relation: Attribute, other: Table, back: str) -> Message | None:
    shown = f"{table.name}.{relation.name}"
    found = other.get(back)
    if found is None or found.kind in (Kind.COLUMN, Kind.QUERIED, Kind.PLAIN):
        return messages.no_other_side(shown, other.name, back, other.of(Kind.RELATION))
    if found.kind is not Kind.RELATION or found.note.has_own_type:
        return None
    target = found.target
    note = table_note(target) if target is not None else None
    if target is None or note is None or not note.is_table:
        return None
    if target is not table.info:
        return messages.other_side_leads_elsewhere(shown, other.name, back, target.name, table.name)
    named = found.note.back
    # A name that does not exist is reported on the other side.
    if named is not None and named != relation.name and named in table.of(Kind.RELATION):
        return messages.other_side_is_taken(shown, other.name, back, f"{table.name}.{named}")
    return None
