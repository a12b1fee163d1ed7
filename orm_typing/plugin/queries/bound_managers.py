"""Managers in the body of a model that name no model.

What a user writes, and what they should see::

    class Stamped(dorm.Model):
        newest = dorm.Manager()

        class Meta:
            abstract = True

    class Book(Stamped):
        recent = dorm.Manager()

    Book.recent.first()  # Book | None
    Book.newest.first()  # Book | None: each child of a model gets managers of its own

The class that a manager is read from is its model. What the user has declared, such as
``ClassVar[Manager[Any]]``, stays.
"""

from __future__ import annotations

from mypy.maptype import map_instance_to_supertype
from mypy.nodes import TypeInfo, Var
from mypy.plugin import AttributeContext
from mypy.types import AnyType, Instance, Type, TypeType, TypeVarType, get_proper_type

from orm_typing.orms.description import Orm
from orm_typing.plugin.support.nodes import has_base, plain_instance, with_args


def is_unbound(orm: Orm, model: TypeInfo, manager: Var, declared: Instance) -> bool:
    """Whether the attribute of the model is a manager whose rows may be any."""
    is_open = any(isinstance(get_proper_type(one), AnyType) for one in declared.args)
    return (
        is_open
        and has_base(declared.type, tuple(orm.managers))
        and has_base(model, orm.registered_bases)
        and has_base(manager.info, orm.registered_bases)
        and (manager.is_inferred or manager.info.fullname in orm.registered_bases)
    )


def bind_manager(orm: Orm, model: TypeInfo, ctx: AttributeContext) -> Type:
    """The manager of this model."""
    manager = get_proper_type(ctx.default_attr_type)
    if ctx.is_lvalue or not isinstance(manager, Instance):
        return ctx.default_attr_type
    base = next((one for one in manager.type.mro if one.fullname in orm.managers), None)
    if base is None:
        return ctx.default_attr_type
    generic = Instance(manager.type, list(manager.type.defn.type_vars))
    rows = map_instance_to_supertype(generic, base).args[:1]
    row = _row(model, ctx)
    args = [
        row if variable in rows and isinstance(get_proper_type(given), AnyType) else given
        for variable, given in zip(generic.args, manager.args, strict=True)
    ]
    return with_args(manager, args)


def _row(model: TypeInfo, ctx: AttributeContext) -> Type:
    """The class that the manager is read from, as far as it is known: ``type[Self]`` as well."""
    owner = get_proper_type(ctx.type)
    if isinstance(owner, TypeType) and isinstance(owner.item, TypeVarType):
        return owner.item
    return plain_instance(model)
