"""The keywords of constructors and creating methods that take each field of a model.

What a user writes, and what they should see::

    Book(title="Emma", author=jane)            # or author_id=1; none is required
    Book(titel="Emma")                         # error: did you mean "title"?
    Book.objects.create(title=1)               # error: expected "str"
    await author.books.acreate(pages="many")   # error

At runtime these are ``**kwargs``. Here they are the fields of the model, for each call.
"""

from __future__ import annotations

from mypy.checker import TypeChecker
from mypy.nodes import ARG_NAMED_OPT, ARG_STAR2, ArgKind, Context
from mypy.plugin import CheckerPluginInterface, FunctionSigContext, MethodSigContext
from mypy.types import CallableType, FunctionLike, Instance, Type, get_proper_type

from orm_typing.orms.description import Orm
from orm_typing.plugin.build.project import Project
from orm_typing.plugin.build.uses import use_fields
from orm_typing.plugin.models import constructors
from orm_typing.plugin.models.primary_keys import key_type
from orm_typing.plugin.queries.model_fields import UNKNOWN, model_fields
from orm_typing.plugin.queries.row_states import row_of
from orm_typing.plugin.support.metadata import has_known_fields, is_abstract, primary_key
from orm_typing.plugin.support.nodes import with_parameters


def constructor_signature(project: Project, orm: Orm, ctx: FunctionSigContext) -> FunctionLike:
    """The signature of a model's constructor."""
    signature = ctx.default_signature
    model = get_proper_type(signature.ret_type)
    if not isinstance(model, Instance):
        return signature
    written = constructors.written_init(model.type)
    if written is not None:
        return constructors.bound(written, model, signature)
    return _with_keywords(project, orm, signature, model, ctx.api, ctx.context)


def method_signature(project: Project, orm: Orm, ctx: MethodSigContext) -> FunctionLike:
    """The signature of a method of a manager or queryset that passes keywords to a constructor."""
    signature = ctx.default_signature
    owner = get_proper_type(ctx.type)
    model = row_of(orm, owner) if isinstance(owner, Instance) else None
    if model is None or constructors.written_init(model.type) is not None:
        return signature
    return _with_keywords(project, orm, signature, model, ctx.api, ctx.context)


def _with_keywords(
    project: Project,
    orm: Orm,
    signature: CallableType,
    model: Instance,
    checker: CheckerPluginInterface,
    context: Context,
) -> CallableType:
    accepted = _accepted(project, orm, model, checker, context)
    if accepted is None or ARG_STAR2 not in signature.arg_kinds:
        return signature
    names: list[str | None] = []
    kinds: list[ArgKind] = []
    types: list[Type] = []
    for name, kind, typ in zip(
        signature.arg_names, signature.arg_kinds, signature.arg_types, strict=True
    ):
        if kind is not ARG_STAR2:
            names.append(name)
            kinds.append(kind)
            types.append(typ)
            accepted.pop(name or "", None)
    for name, typ in accepted.items():
        names.append(name)
        kinds.append(ARG_NAMED_OPT)
        types.append(typ)
    return with_parameters(signature, names, kinds, types)


def _accepted(
    project: Project,
    orm: Orm,
    model: Instance,
    checker: CheckerPluginInterface,
    context: Context,
) -> dict[str, Type] | None:
    """The keywords with their types; ``None`` where the library takes any."""
    info = model.type
    if not isinstance(checker, TypeChecker) or not has_known_fields(info) or is_abstract(info):
        return None
    use_fields(project, checker, info)
    fields = model_fields(project, orm, info)
    accepted = {field.name: field.accepted for field in fields.values() if field.is_column}
    if accepted.keys() <= {orm.automatic_key_name}:
        return None  # a model of automatic fields alone takes every keyword
    declared = primary_key(info)
    if orm.primary_key_alias is not None and (declared is None or not declared.composite_key):
        accepted[orm.primary_key_alias] = key_type(project, orm, checker, model, context) or UNKNOWN
    return accepted
