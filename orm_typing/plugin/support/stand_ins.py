"""Classes that stand for their subclasses, whose fields nobody can list.

What a user writes, and what runs::

    class SlugMixin(dorm.Model):
        class Meta:
            abstract = True

        @classmethod
        def find(cls, slug: str) -> Self | None:
            return cls.objects.get_or_none(slug=slug)   # a field of the children

    for model in [Shop, Item]:                          # mypy joins them to their base
        model.objects.filter(name="n")

A class that is named itself is judged by its own fields: ``Shop.objects``, ``db.select(Shop)``. One
that a variable holds, ``cls``, ``type[Base]``, a type variable, is not.
"""

from __future__ import annotations

from mypy.checker import TypeChecker
from mypy.nodes import (
    CallExpr,
    Context,
    Expression,
    IndexExpr,
    MemberExpr,
    RefExpr,
    TypeAlias,
    TypeInfo,
)
from mypy.types import (
    FunctionLike,
    ProperType,
    Type,
    TypeType,
    flatten_nested_unions,
    get_proper_type,
)


def is_held_by_variable(cls: Expression, typ: Type) -> bool:
    """Whether an expression is for a class, and does not name it.

    The type alone does not tell: that of an item of ``[Shop, Item]`` is as that of their base.
    """
    if isinstance(cls, RefExpr) and isinstance(cls.node, (TypeInfo, TypeAlias)):
        return False
    return any(_is_class(get_proper_type(one)) for one in flatten_nested_unions([typ]))


def _is_class(typ: ProperType) -> bool:
    return isinstance(typ, TypeType) or (isinstance(typ, FunctionLike) and typ.is_type_obj())


def begins_at_variable(checker: TypeChecker, call: Context) -> bool:
    """Whether ``model.objects.filter(...)`` begins at a class that a variable holds."""
    chain = call.callee if isinstance(call, CallExpr) else None
    while chain is not None:
        if isinstance(chain, CallExpr):
            chain = chain.callee
        elif isinstance(chain, IndexExpr):
            chain = chain.base
        elif isinstance(chain, MemberExpr):
            chain = chain.expr
            owner = checker.lookup_type_or_none(chain)
            if owner is not None and is_held_by_variable(chain, owner):
                return True
        else:
            break
    return False
