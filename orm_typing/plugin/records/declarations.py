"""Fields, where they are declared.

What a user writes, and what they should see::

    class Team(DotModel):
        members: list[User] = One2many(lambda: User, "teem_id")   # no such field; did you mean ...
        leaders = One2many(lambda: User, "role_id")               # leads to "Role", not to "Team"
        tags = Many2many(Tag, "team_tag")                         # needs "column1" and "column2"
        name: int = Char()                                        # holds texts

A relation that is declared on both sides works only if both agree; the library compares nothing.
"""

from __future__ import annotations

from mypy.checker import TypeChecker
from mypy.errorcodes import ASSIGNMENT
from mypy.maptype import map_instance_to_supertype
from mypy.messages import format_type
from mypy.nodes import (
    ARG_STAR,
    ARG_STAR2,
    AssignmentStmt,
    CallExpr,
    Context,
    StrExpr,
    TypeInfo,
    Var,
)
from mypy.plugin import FunctionContext, FunctionSigContext
from mypy.types import AnyType, FunctionLike, Instance, Type, TypeOfAny, get_proper_type

from orm_typing.messages import records as messages
from orm_typing.orms.description import Orm
from orm_typing.plugin.build.project import Project
from orm_typing.plugin.records.fields import RecordField, value_type
from orm_typing.plugin.records.model import RecordModel
from orm_typing.plugin.records.registries import settle_targets
from orm_typing.plugin.support.nodes import (
    assigned_name,
    has_base,
    instances_in,
    plain_instance,
    statements,
    with_parameters,
    with_result,
)
from orm_typing.plugin.support.value_families import is_number, items_in, may_be_value


def check_field(project: Project, orm: Orm, ctx: FunctionContext) -> Type:
    """Report what is wrong with the field that this call declares; the type is mypy's own."""
    field = get_proper_type(ctx.default_return_type)
    if not isinstance(ctx.api, TypeChecker) or not isinstance(field, Instance):
        return ctx.default_return_type
    info = ctx.api.scope.active_class()
    statement = _statement(info, ctx.context) if info is not None else None
    if info is None or statement is None:
        return ctx.default_return_type
    declared = info.names.get(assigned_name(statement) or "")
    if statement.type is not None and declared is not None and isinstance(declared.node, Var):
        _check_annotation(orm, ctx, field, declared.node, ctx.api)
    shape = orm.relation_fields.get(field.type.fullname)
    if shape is not None and shape.reverse_parameter is not None:
        _check_reverse(project, orm, ctx, field, shape.reverse_parameter, ctx.api)
    return ctx.default_return_type


def prepare_relation(required: tuple[str, ...], ctx: FunctionSigContext) -> FunctionLike:
    """The signature of a relation whose columns must be named, with its target made ready."""
    settle_targets(ctx)
    return _require_columns(required, ctx) if required else ctx.default_signature


def _require_columns(required: tuple[str, ...], ctx: FunctionSigContext) -> FunctionLike:
    """Report a relation that lacks the names of its columns, in one line; mypy lists overloads."""
    call = ctx.context
    signature = ctx.default_signature
    if not isinstance(call, CallExpr) or {ARG_STAR, ARG_STAR2} & {*call.arg_kinds}:
        return signature
    given = {name for name in call.arg_names if name is not None}
    positional = sum(name is None for name in call.arg_names)
    order = [name for name in signature.arg_names if name is not None]
    missing = [name for name in required if name not in {*given, *order[:positional]}]
    if not missing:
        return signature
    problem = messages.missing_columns(signature.name or "This field", missing)
    ctx.api.fail(problem.text, call, code=problem.code)
    unknown = AnyType(TypeOfAny.special_form)
    field = get_proper_type(signature.ret_type)
    if isinstance(field, Instance):
        signature = with_result(signature, plain_instance(field.type))
    return with_parameters(signature, [None, None], [ARG_STAR, ARG_STAR2], [unknown, unknown])


def _statement(info: TypeInfo, call: Context) -> AssignmentStmt | None:
    for _block, statement in statements(info.defn.defs):
        if isinstance(statement, AssignmentStmt) and statement.rvalue is call:
            return statement
    return None


def _check_annotation(
    orm: Orm, ctx: FunctionContext, field: Instance, var: Var, checker: TypeChecker
) -> None:
    """Report an annotation that no value of the field fits."""
    base = next((one for one in field.type.mro if one.fullname == orm.field_base), None)
    args = map_instance_to_supertype(field, base).args if base is not None else ()
    if len(args) != 1 or var.type is None or _is_field(orm, var.type):
        return
    shape = orm.relation_fields.get(field.type.fullname)
    if shape is None:
        is_right = may_be_value(args[0], var.type)
    else:
        models = [_models_in(orm, one) for one in (args[0], var.type)]
        is_right = not all(models) or any(
            one in other.mro or other in one.mro for one in models[0] for other in models[1]
        )
    if not is_right:
        text = messages.annotation_disagrees(
            var.name,
            format_type(var.type, checker.options),
            field.type.name,
            format_type(args[0], checker.options),
        )
        checker.fail(text, ctx.context, code=ASSIGNMENT)


def _is_field(orm: Orm, typ: Type) -> bool:
    return any(has_base(one.type, (orm.field_base or "",)) for one in instances_in(typ))


def _models_in(orm: Orm, typ: Type) -> list[TypeInfo]:
    found = instances_in(typ)
    found += [item for one in found for argument in one.args for item in instances_in(argument)]
    return [one.type for one in found if has_base(one.type, orm.registered_bases)]


def _check_reverse(
    project: Project,
    orm: Orm,
    ctx: FunctionContext,
    field: Instance,
    parameter: str,
    checker: TypeChecker,
) -> None:
    """Report the field that is to point back, if it does not."""
    targets = _models_in(orm, field)
    given = (
        ctx.args[ctx.callee_arg_names.index(parameter)] if parameter in ctx.callee_arg_names else []
    )
    if len(targets) != 1 or len(given) != 1 or not isinstance(given[0], StrExpr):
        return
    target = RecordModel(project, orm, checker, targets[0])
    name = given[0].value
    if target.is_none(name):
        fields = target.fields()
        pointing = {one.name for one in fields.values() if one.relation and one.is_stored}
        target.fail(messages.no_reverse_field(targets[0].name, name, pointing), given[0])
        return
    found = target.fields().get(name)
    owner = checker.scope.active_class()
    models = list(_owners(project, orm, owner)) if owner is not None else []
    if found is None or not models:
        return
    if not found.is_stored or not _may_point(target, found, models, given[0]):
        shown = f"{targets[0].name}.{name}"
        target.fail(messages.points_elsewhere(shown, models[0].name), given[0])


def _owners(project: Project, orm: Orm, info: TypeInfo) -> list[TypeInfo]:
    """The models that have what the body of this class declares."""
    if has_base(info, orm.registered_bases):
        return [info]
    extended = {
        relation.target
        for relation in project.relations_declared_by(info.fullname)
        if relation.constructor.is_extension and relation.target is not None
    }
    found = [project.lookup(name) for name in sorted(extended)]
    return [one for one in found if one is not None]


def _may_point(
    target: RecordModel, field: RecordField, models: list[TypeInfo], context: Context
) -> bool:
    """Whether the field holds keys of one of the models, as far as its type tells."""
    if field.relation is None:
        typ = value_type(target.checker, target.info, field.name, context)
        return typ is None or any(map(is_number, items_in(typ)))
    related = target.related(field, context)
    return related is None or any(
        related.info in model.mro or model in related.info.mro or _is_redefined(related.info, model)
        for model in models
    )


def _is_redefined(info: TypeInfo, other: TypeInfo) -> bool:
    """Whether a module defines the class twice, which mypy reports."""
    return info.module_name == other.module_name and info.name == other.name
