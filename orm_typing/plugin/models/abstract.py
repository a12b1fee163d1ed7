"""The manager of an abstract model, which has none.

What a user writes, and what they should see::

    class Stamped(dorm.Model):
        class Meta:
            abstract = True

    Stamped.objects.all()     # "Stamped" is abstract and has no "objects"; call it on a model ...

    def newest(model: type[Stamped]) -> Stamped | None:
        return model.objects.order_by("-created").first()

The library gives a default manager to models with a table. A class has it too where its body says
so, and an abstract child of a model with a table inherits it.
"""

from __future__ import annotations

from mypy.nodes import MemberExpr, RefExpr, TypeInfo
from mypy.plugin import AttributeContext
from mypy.types import Type

from orm_typing.messages import models as messages
from orm_typing.orms.description import Orm
from orm_typing.plugin.support.metadata import noted


def lacks_manager(orm: Orm, info: TypeInfo) -> bool:
    """Whether the class is abstract, and no class body gives it the manager."""
    base = orm.model_bases[0].full_names[0]
    definer = info.get_containing_type_info(orm.default_manager)
    if definer is None or definer.fullname != base:
        return False
    models = [one for one in info.mro if one.has_base(base)]
    return all(one is definer or noted(one).is_abstract for one in models)


def refuse_manager(orm: Orm, ctx: AttributeContext) -> Type:
    """Report the manager where it is read from the class by its name.

    A class as a value, `type[Stamped]` or `cls`, is one of its children.
    """
    read = ctx.context
    if isinstance(read, MemberExpr) and isinstance(read.expr, RefExpr):
        model = read.expr.node
        if isinstance(model, TypeInfo):
            problem = messages.abstract_model(model.name, orm.default_manager)
            ctx.api.fail(problem.text, read, code=problem.code)
    return ctx.default_attr_type
