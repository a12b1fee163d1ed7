"""The options of a model: a class in its body that the library takes out of it.

What a user writes::

    class Stamped(dorm.Model):
        class Meta:
            abstract = True

    class Owned(dorm.Model):
        class Meta:
            abstract = True

    class Order(Stamped, Owned): ...  # no conflict of two Metas: neither is there

"""

from __future__ import annotations

from mypy.plugin import ClassDefContext
from mypy.types import AnyType, TypeOfAny

from orm_typing.orms.description import Orm
from orm_typing.plugin.support.nodes import add_attribute, defined_names, has_base


def reconcile_options(orm: Orm, ctx: ClassDefContext) -> None:
    """Keep mypy from comparing the options of two bases."""
    name = orm.options_class
    info = ctx.cls.info
    if name is None or not has_base(info, orm.registered_bases) or name in defined_names(ctx.cls):
        return
    if sum(base.type.get(name) is not None for base in info.bases) > 1:
        add_attribute(info, name, AnyType(TypeOfAny.special_form))
