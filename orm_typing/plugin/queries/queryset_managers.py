"""Managers that are made from a queryset class.

What a user writes, and what they should see::

    class BookQuerySet(dorm.QuerySet["Book"]):
        def recent(self) -> Self: ...

    class Book(dorm.Model):
        objects = dorm.Manager.from_queryset(BookQuerySet)()

    Book.objects.recent()       # BookQuerySet
    Book.objects.raw("SELECT")  # a method that only managers have
    Book.objects.recent().raw   # an error: that is a queryset

No type is both, and the stubs make it the queryset. The methods of managers are added to that one
value as extra attributes, under a mark by which the next step of a chain drops them.
"""

from __future__ import annotations

from mypy.checker import TypeChecker
from mypy.plugin import AttributeContext
from mypy.type_visitor import TypeTranslator
from mypy.types import AnyType, Instance, Type, TypeAliasType, TypeOfAny, get_proper_type

from orm_typing.orms.description import Orm
from orm_typing.plugin.build.project import Project
from orm_typing.plugin.queries.row_states import PREFIX, row_of
from orm_typing.plugin.support.nodes import attribute_type, has_base

MARK = "orm_typing@manager"


def add_manager_methods(project: Project, orm: Orm, manager: str, ctx: AttributeContext) -> Type:
    """The queryset, with the methods that only the manager has."""
    queryset = get_proper_type(ctx.default_attr_type)
    info = project.lookup(manager)
    if not isinstance(queryset, Instance) or info is None or not isinstance(ctx.api, TypeChecker):
        return ctx.default_attr_type
    row = row_of(orm, queryset) or AnyType(TypeOfAny.special_form)
    methods = {
        name: method
        for name in sorted({name for base in info.mro[:-1] for name in base.names})
        if not name.startswith("_") and queryset.type.get(name) is None
        if (method := attribute_type(ctx.api, Instance(info, [row]), name, ctx.context))
    }
    both = queryset.copy_with_extra_attr(MARK, AnyType(TypeOfAny.special_form))
    for name, method in methods.items():
        both = both.copy_with_extra_attr(name, method)
    own = _OwnQuerySet(orm, queryset, both)
    for name, method in methods.items():
        both = both.copy_with_extra_attr(name, method.accept(own))
    return both


class _OwnQuerySet(TypeTranslator):
    """Puts the user's classes in place of the library's.

    ``get_queryset() -> QuerySet[Book]`` gives the queryset, ``db_manager() -> Manager[Book]`` the
    manager that is made from it.
    """

    def __init__(self, orm: Orm, queryset: Instance, manager: Instance) -> None:
        super().__init__()
        self._orm = orm
        self._queryset = queryset
        self._manager = manager

    def visit_instance(self, t: Instance, /) -> Type:
        """Replace a manager or queryset, and leave what is inside of others."""
        if t.type.fullname in self._orm.managers:
            return self._manager
        if t.type.fullname in self._orm.collections and has_base(
            self._queryset.type, (t.type.fullname,)
        ):
            return self._queryset
        return super().visit_instance(t)

    def visit_type_alias_type(self, t: TypeAliasType, /) -> Type:
        """Aliases name no querysets here."""
        return t


def without_manager_methods(result: Type) -> Type:
    """What a chain goes on with: a queryset, and no manager any more."""
    query = get_proper_type(result)
    extra = query.extra_attrs if isinstance(query, Instance) else None
    if not isinstance(query, Instance) or extra is None or MARK not in extra.attrs:
        return result
    plain = Instance(query.type, query.args, query.line, query.column)
    for name, typ in extra.attrs.items():
        if name.startswith(PREFIX):
            plain = plain.copy_with_extra_attr(name, typ)
    return plain
