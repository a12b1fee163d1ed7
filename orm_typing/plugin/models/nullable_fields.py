"""``null=True`` for a field class of the user's own.

What a user writes, and what they should see::

    class Money(dorm.DecimalField): ...

    class Book(dorm.Model):
        price = Money(null=True)

    reveal_type(book.price)  # Decimal | None

The stubs say it of the library's classes, whose type parameter is what reading gives. ``Money`` has
none, so the call gives the class that it derives from.
"""

from __future__ import annotations

from mypy.maptype import map_instance_to_supertype
from mypy.nodes import CallExpr
from mypy.plugin import FunctionContext
from mypy.types import Instance, NoneType, Type, UnionType, get_proper_type

from orm_typing.orms.description import Orm
from orm_typing.plugin.support.nodes import gives_true, with_args


def widen_field(orm: Orm, ctx: FunctionContext) -> Type:
    """The type of a field that is made with ``null=True``."""
    field = get_proper_type(ctx.default_return_type)
    call = ctx.context
    if not isinstance(field, Instance) or field.args:
        return ctx.default_return_type
    if not isinstance(call, CallExpr) or not gives_true(call, "null"):
        return ctx.default_return_type
    for base in field.type.mro:
        if base.fullname.startswith(orm.package):
            known = map_instance_to_supertype(field, base)
            if len(known.args) != 1:
                return ctx.default_return_type
            return with_args(known, [UnionType.make_union([known.args[0], NoneType()])])
        if "__get__" in base.names:
            break  # what reading gives is the class's own matter
    return ctx.default_return_type
