"""Methods that a decorator lets one call on a class as on a record, and that return ``Self``.

What a user writes, and what they should see::

    class Lead(DotModel):
        @hybridmethod
        async def newest(self, count: int = 1) -> list[Self]: ...

    reveal_type(await Lead.newest())   # list[Lead]

mypy makes ``Any`` of a ``Self`` that goes through a decorator which is a class. The definition
still has it.
"""

from __future__ import annotations

from typing import TypeGuard

from mypy.nodes import Decorator
from mypy.plugin import AttributeContext
from mypy.type_visitor import TypeTranslator
from mypy.types import (
    CallableType,
    Instance,
    ProperType,
    Type,
    TypeAliasType,
    TypeType,
    TypeVarType,
    get_proper_type,
)

from orm_typing.orms.description import Orm
from orm_typing.plugin.build.project import Project
from orm_typing.plugin.support.nodes import instances_in, with_args


def find_method(project: Project, orm: Orm, full_name: str) -> Decorator | None:
    """The method that an attribute is, if it is so decorated."""
    owner, _, name = full_name.rpartition(".")
    info = project.lookup(owner)
    symbol = info.get(name) if info is not None else None
    node = symbol.node if symbol is not None else None
    if not isinstance(node, Decorator):
        return None
    decorated = get_proper_type(node.var.type) if node.var.type is not None else None
    is_hybrid = isinstance(decorated, Instance) and decorated.type.fullname in orm.hybrid_methods
    return node if is_hybrid else None


def read_method(method: Decorator, ctx: AttributeContext) -> Type:
    """The method with the model in place of ``Self``."""
    known = get_proper_type(ctx.default_attr_type)
    written = method.func.type
    owner = _owner(get_proper_type(ctx.type))
    if owner is None or not isinstance(known, CallableType):
        return ctx.default_attr_type
    awaited = get_proper_type(known.ret_type)
    result = get_proper_type(written.ret_type) if isinstance(written, CallableType) else None
    if not _is_coroutine(awaited) or not _is_coroutine(result):
        return ctx.default_attr_type
    bound = result.args[2].accept(_Bind(owner))
    # mypy leaves the defaults of this method's parameters without a type.
    return known.copy_modified(  # pyright: ignore[reportUnknownMemberType]
        ret_type=with_args(awaited, [*awaited.args[:2], bound])
    )


def _is_coroutine(typ: ProperType | None) -> TypeGuard[Instance]:
    return isinstance(typ, Instance) and len(typ.args) == 3


def _owner(typ: ProperType) -> Instance | None:
    if isinstance(typ, CallableType):
        typ = get_proper_type(typ.ret_type)
    elif isinstance(typ, TypeType):
        typ = typ.item
    found = instances_in(typ)
    return found[0] if len(found) == 1 else None


class _Bind(TypeTranslator):
    def __init__(self, owner: Instance) -> None:
        super().__init__()
        self._owner = owner

    def visit_type_var(self, t: TypeVarType, /) -> Type:
        """``Self`` is the class on which, or on whose record, the method is read."""
        return self._owner if t.id.is_self() else t

    def visit_type_alias_type(self, t: TypeAliasType, /) -> Type:
        """An alias has no ``Self``."""
        return t
