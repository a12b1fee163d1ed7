"""The model of a model's history, which a decorator makes.

What a user writes, and what they should see::

    @track_history
    class Article(dorm.Model):
        title = dorm.CharField(max_length=200)

    for row in Article.history.filter(history_type="~"):
        reveal_type(row.title)         # str
        reveal_type(row.history_date)  # datetime
        row.histroy_date               # error: no such attribute

At runtime the class is ``ArticleHistorical``, which no module names; it is on the model, under a
private name, and here too. It has the fields of the model, none of its methods, and fields of its
own. The fields' types are those of the model: they are read from there.

``@temporal`` makes such a model too, and ``@audited()`` one that has fields of its own alone.
"""

from __future__ import annotations

from mypy.nodes import MDEF, CallExpr, Expression, RefExpr, SymbolTableNode, TypeInfo, Var
from mypy.plugin import ClassDefContext
from mypy.types import AnyType, Instance, NoneType, Type, TypeOfAny, UnionType, get_proper_type

from orm_typing.orms.description import History, Orm
from orm_typing.plugin.support.metadata import (
    METADATA,
    TRACKED,
    primary_key,
    tracked_model,
    with_abstract_bases,
)
from orm_typing.plugin.support.nodes import (
    add_attribute,
    dotted_text,
    find_class,
    has_base,
    instance_of,
    plain_instance,
)
from orm_typing.relations.vocabulary import RelationKind

_WITHOUT = "not_copied"
"""In the metadata of a history's model, the classes of fields that it does not copy."""


def add_history(orm: Orm, ctx: ClassDefContext) -> None:
    """Give a decorated model its history."""
    if not ctx.cls.decorators or not has_base(ctx.cls.info, orm.registered_bases):
        return
    # The outer one has the last word.
    for decorator in reversed(ctx.cls.decorators):
        for history in orm.histories:
            if _is(decorator, history, ctx):
                _add(orm, history, ctx)


def _add(orm: Orm, history: History, ctx: ClassDefContext) -> None:
    model = _history_model(orm, history, ctx)
    if model is None or history.attribute is None:
        return
    descriptor = find_class(ctx.api, history.descriptor)
    if descriptor is not None:
        add_attribute(
            ctx.cls.info, history.attribute, instance_of(descriptor, [Instance(model, [])])
        )


def _is(decorator: Expression, history: History, ctx: ClassDefContext) -> bool:
    if history.is_called and isinstance(decorator, CallExpr):
        decorator = decorator.callee
    elif history.is_called:
        return False
    if not isinstance(decorator, RefExpr):
        return False
    # mypy resolves decorators after it asked for this.
    found = ctx.api.lookup_qualified(dotted_text(decorator), ctx.cls, suppress_errors=True)
    return found is not None and found.fullname == history.decorator


def _history_model(orm: Orm, history: History, ctx: ClassDefContext) -> TypeInfo | None:
    tracked = ctx.cls.info
    known = tracked.names.get(history.model_attribute)
    if known is not None and isinstance(known.node, TypeInfo):
        return known.node
    base = find_class(ctx.api, orm.registered_bases[0])
    if base is None:
        return None
    info = ctx.api.basic_new_typeinfo(
        tracked.name + history.model_suffix, plain_instance(base), ctx.cls.line
    )
    # Under the name that it has on the model: mypy's cache keeps it there.
    info._fullname = f"{tracked.fullname}.{history.model_attribute}"  # pyright: ignore[reportPrivateUsage]
    info.defn.fullname = info.fullname
    info.metadata[METADATA] = {
        "declared": list(history.fields),
        "hints": [],
        "primary_key": next(iter(history.fields)),
        _WITHOUT: _many_to_many(orm) if not history.copies_many_to_many else [],
    }
    for name, (field, *values) in history.fields.items():
        descriptor = find_class(ctx.api, field or "")
        types = [_value(one, ctx) for one in values]
        if descriptor is None or None in types:
            return None
        add_attribute(
            info, name, instance_of(descriptor, [UnionType.make_union([t for t in types if t])])
        )
        info.names[name].plugin_generated = False  # fields like those of any body
    if history.key_copy is not None:
        _copy_key(orm, history.key_copy, info, ctx)
    if history.copies_fields:
        add_attribute(info, TRACKED, Instance(tracked, []))
    tracked.names[history.model_attribute] = SymbolTableNode(MDEF, info, plugin_generated=True)
    return info


def _copy_key(orm: Orm, name: str, info: TypeInfo, ctx: ClassDefContext) -> None:
    """A field of the class of the model's key, which only the automatic one tells by now."""
    base = orm.model_bases[0]
    is_own = primary_key(ctx.cls.info) is not None
    field = find_class(ctx.api, (orm.field_base if is_own else base.automatic_key_field) or "")
    if field is not None:
        add_attribute(info, name, plain_instance(field))
        info.names[name].plugin_generated = False


def _value(name: str | None, ctx: ClassDefContext) -> Type | None:
    if name is None:
        return NoneType()
    info = find_class(ctx.api, name)
    return None if info is None else plain_instance(info)


def field_of_history(orm: Orm, info: TypeInfo, name: str) -> TypeInfo | None:
    """The tracked model, if ``info`` is of a history and has a field of this name from there."""
    tracked = tracked_model(info)
    if tracked is None or not any(name in base.names for base in with_abstract_bases(tracked)):
        return None
    symbol = tracked.get(name)
    node = symbol.node if symbol is not None else None
    if not isinstance(node, Var):
        return None
    declared = (
        get_proper_type(node.type) if node.type is not None else AnyType(TypeOfAny.special_form)
    )
    if isinstance(declared, AnyType):
        return tracked  # not inferred yet
    bases = (orm.field_base or "", orm.key_attribute.descriptor or "")
    left_out = tuple(info.metadata.get(METADATA, {}).get(_WITHOUT, ()))
    is_field = (
        isinstance(declared, Instance)
        and has_base(declared.type, bases)
        and not has_base(declared.type, left_out)
    )
    return tracked if is_field else None


def _many_to_many(orm: Orm) -> list[str]:
    """The classes of fields that have no column."""
    return [
        full_name
        for constructor in orm.constructors
        if constructor.kind is RelationKind.MANY_TO_MANY
        for full_name in constructor.full_names
    ]
