"""Reading and assigning a foreign key where the model, not the field, decides.

What a user writes::

    class Novel(Book): ...          # Book declares author: ForeignKey[Author]

    novel.author = jane             # error: the library keeps foreign keys per class

    class Event(AsyncBaseDBModel):
        venue: ForeignKey[Venue] = ForeignKey(Venue)  # not AsyncForeignKey

    reveal_type(event.venue)        # AsyncLazyLoader[Venue]
"""

from __future__ import annotations

from mypy.nodes import TypeInfo
from mypy.plugin import AttributeContext
from mypy.types import Instance, NoneType, Type, UnionType, get_proper_type

from orm_typing.messages import models as messages
from orm_typing.plugin.build.project import Project
from orm_typing.plugin.support.nodes import instance_of, instances_in
from orm_typing.relations.declaration import RelationField, class_name


def check_assignment(project: Project, name: str, ctx: AttributeContext) -> None:
    """Report a value assigned to a foreign key that the model inherits."""
    for instance in instances_in(ctx.type):
        relation = _foreign_key(project, instance.type, name)
        if relation is None or relation.source == instance.type.fullname:
            continue
        if project.orm_of(relation).inherits_keys:
            continue
        key = name + project.orm_of(relation).key_attribute.suffix
        owner = class_name(relation.source)
        problem = messages.inherited_assignment(instance.type.name, name, owner, key)
        ctx.api.fail(problem.text, ctx.context, code=problem.code)


def as_model_reads(project: Project, name: str, ctx: AttributeContext, default: Type) -> Type:
    """``default``, or the loader around it that the model's base gives for this field."""
    for instance in instances_in(ctx.type):
        relation = _foreign_key(project, instance.type, name)
        if relation is None or relation.constructor.is_async:
            return default
        loader = _loader(project, relation, instance.type)
        if loader is None:
            return default
        return _wrapped(default, loader)
    return default


def _foreign_key(project: Project, info: TypeInfo, name: str) -> RelationField | None:
    relation = project.relation_named(info, name)
    return relation if relation is not None and relation.constructor.has_key else None


def _loader(project: Project, relation: RelationField, info: TypeInfo) -> TypeInfo | None:
    bases = {base.fullname for base in info.mro}
    for known in project.orm_of(relation).model_bases:
        if known.lazy_loader is not None and known.full_names[0] in bases:
            return project.lookup(known.lazy_loader)
    return None


def _wrapped(typ: Type, loader: TypeInfo) -> Type:
    proper = get_proper_type(typ)
    if isinstance(proper, UnionType):
        return UnionType([_wrapped(item, loader) for item in proper.items])
    if isinstance(proper, NoneType) or (isinstance(proper, Instance) and proper.type is loader):
        return typ
    return instance_of(loader, [typ])
