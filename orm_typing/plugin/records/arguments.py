"""The arguments of a model's methods that name its fields, or hold their values.

What a user writes, and what they should see::

    await Lead.search(fields=["id", "amout"])             # no field "amout"; did you mean "amount"?
    await Lead.search(sort="amout", order="ASC")          # the same
    await Lead.search(fields_nested={"stage_id": ["nmae"]})  # "LeadStage" has no field "nmae"
    await Lead.get("5")                                   # a text for a number
    await Lead.create(User(name="Jane"))                  # a record of another model
    await Lead.link_many2many(User.role_ids, [(1, 2)])    # a field of another model

The library ignores most names that it does not know. Names and lists that are no literals are not
looked at.
"""

from __future__ import annotations

from mypy.checker import TypeChecker
from mypy.nodes import (
    ARG_OPT,
    ARG_STAR,
    ARG_STAR2,
    DictExpr,
    Expression,
    ListExpr,
    MemberExpr,
    NameExpr,
    RefExpr,
    SetExpr,
    StrExpr,
    TupleExpr,
    TypeInfo,
)
from mypy.plugin import FunctionContext, MethodContext, MethodSigContext
from mypy.types import (
    AnyType,
    CallableType,
    FunctionLike,
    Instance,
    NoneType,
    Type,
    TypeOfAny,
    TypeType,
    UnionType,
    get_proper_type,
)

from orm_typing.messages import records as messages
from orm_typing.orms.description import Argument, Orm, RecordMethod
from orm_typing.plugin.build.project import Project
from orm_typing.plugin.records.conditions import Conditions
from orm_typing.plugin.records.fields import has_table
from orm_typing.plugin.records.loaded import with_keys
from orm_typing.plugin.records.model import RecordModel
from orm_typing.plugin.support.nodes import has_base, instances_in, with_args, with_parameters
from orm_typing.plugin.support.stand_ins import begins_at_variable


def check_arguments(project: Project, orm: Orm, method: RecordMethod, ctx: MethodContext) -> Type:
    """Report names of fields that there are not, and values of other types; the type is mypy's."""
    if not isinstance(ctx.api, TypeChecker):
        return ctx.default_return_type
    owner = _model_of_owner(orm, ctx.type)
    model = owner
    if method.model_parameter is not None:
        model = _model_given(orm, method.model_parameter, ctx)
    if owner is not None and not has_table(orm, owner):
        # Of a class without a table that `cls` or the like holds, the rows are its subclasses'.
        owner = None if begins_at_variable(ctx.api, ctx.context) else owner
    for name, types, args in zip(ctx.callee_arg_names, ctx.arg_types, ctx.args, strict=True):
        rule = method.arguments.get(name or "")
        meant = owner if rule is Argument.KEY_OF_OWNER or method.model_parameter is None else model
        if rule is None or meant is None or len(args) != 1:
            continue
        _check(RecordModel(project, orm, ctx.api, meant), rule, args[0], types[0])
    if method.leaves_keys and model is not None:
        return with_keys(RecordModel(project, orm, ctx.api, model), method, ctx)
    if method.raw_parameter is not None and _gives_rows(method.raw_parameter, ctx):
        return _as_rows(ctx.default_return_type, ctx.api)
    return ctx.default_return_type


def check_constructor(project: Project, orm: Orm, ctx: FunctionContext) -> Type:
    """Report keywords of a record that are no fields, and values of other types."""
    record = get_proper_type(ctx.default_return_type)
    if not isinstance(ctx.api, TypeChecker) or not isinstance(record, Instance):
        return ctx.default_return_type
    written = record.type.get_containing_type_info("__init__")
    if written is None or not written.fullname.startswith(orm.package):
        return ctx.default_return_type
    model = RecordModel(project, orm, ctx.api, record.type)
    for names, types, args in zip(ctx.arg_names, ctx.arg_types, ctx.args, strict=True):
        for name, typ, argument in zip(names, types, args, strict=True):
            field = model.field(name, argument) if name is not None else None
            if field is not None:
                model.check_given(field, typ, argument)
    return ctx.default_return_type


def method_signature(method: RecordMethod, ctx: MethodSigContext) -> FunctionLike:
    """The signature of a method for one call of it."""
    signature = _with_any_conditions(method, ctx)
    return _with_last_parameters(method.last_parameters, signature)


def _with_any_conditions(method: RecordMethod, ctx: MethodSigContext) -> CallableType:
    """The signature of a method that takes conditions, whatever type mypy inferred for them.

    ``conditions = [("kind", "=", "lead")]`` is a list of tuples, which no list of conditions is
    for a checker. What stands in the call itself is looked at by `conditions`.
    """
    signature = ctx.default_signature
    names = list(signature.arg_names)
    types = list(signature.arg_types)
    for position, name in enumerate(names):
        if method.arguments.get(name or "") is Argument.CONDITIONS and _may_hold(
            ctx.args[position]
        ):
            unknown = AnyType(TypeOfAny.special_form)
            listed = ctx.api.named_generic_type("builtins.list", [unknown])
            types[position] = UnionType([listed, NoneType()])
    if types == signature.arg_types:
        return signature
    return with_parameters(signature, names, list(signature.arg_kinds), types)


def _with_last_parameters(added: tuple[str, ...], signature: CallableType) -> CallableType:
    """The signature without ``*args`` and ``**kwargs``, with the parameters they stand for."""
    if not added or signature.arg_kinds[-2:] != [ARG_STAR, ARG_STAR2]:
        return signature
    unknown = AnyType(TypeOfAny.special_form)
    return with_parameters(
        signature,
        [*signature.arg_names[:-2], *added],
        [*signature.arg_kinds[:-2], *[ARG_OPT] * len(added)],
        [*signature.arg_types[:-2], *[unknown] * len(added)],
    )


def _may_hold(given: list[Expression]) -> bool:
    """Whether mypy's own answer is not the better one: it knows what is no list."""
    return len(given) == 1 and not isinstance(given[0], (DictExpr, SetExpr, StrExpr, TupleExpr))


def _gives_rows(parameter: str, ctx: MethodContext) -> bool:
    given = ctx.args[ctx.callee_arg_names.index(parameter)]
    return len(given) == 1 and isinstance(given[0], NameExpr) and given[0].name == "True"


def _as_rows(result: Type, checker: TypeChecker) -> Type:
    """A coroutine of a list of records as one of dictionaries."""
    coroutine = get_proper_type(result)
    if not isinstance(coroutine, Instance) or len(coroutine.args) != 3:
        return result
    unknown = AnyType(TypeOfAny.special_form)
    row = checker.named_generic_type("builtins.dict", [checker.named_type("builtins.str"), unknown])
    rows = checker.named_generic_type("builtins.list", [row])
    return with_args(coroutine, [*coroutine.args[:2], rows])


def _model_of_owner(orm: Orm, owner: Type) -> TypeInfo | None:
    """The model on which, or on whose record, a method is called."""
    proper = get_proper_type(owner)
    if isinstance(proper, CallableType):
        proper = get_proper_type(proper.ret_type)
    elif isinstance(proper, TypeType):
        proper = proper.item
    found = instances_in(proper)
    if len(found) != 1:
        return None
    info = found[0].type
    if has_base(info, orm.registered_bases):
        return info
    args = found[0].args  # a bound method of the stubs, generic in the model
    return _single_model(orm, args[0]) if info.fullname.startswith(orm.package) and args else None


def _model_given(orm: Orm, parameter: str, ctx: MethodContext) -> TypeInfo | None:
    position = ctx.callee_arg_names.index(parameter)
    types = ctx.arg_types[position]
    if len(types) != 1:
        return None
    given = get_proper_type(types[0])
    if isinstance(given, CallableType) and given.is_type_obj():
        return _single_model(orm, given.ret_type)
    return _single_model(orm, given.item) if isinstance(given, TypeType) else None


def _single_model(orm: Orm, typ: Type) -> TypeInfo | None:
    found = [one.type for one in instances_in(typ) if has_base(one.type, orm.registered_bases)]
    return found[0] if len(found) == 1 else None


def _check(model: RecordModel, rule: Argument, value: Expression, typ: Type) -> None:
    """Report what is wrong with one argument."""
    if rule in (Argument.KEY, Argument.KEY_OF_OWNER):
        model.check_key(typ, value)
    elif rule is Argument.FIELDS:
        _check_names(model, value)
    elif rule is Argument.NESTED_FIELDS:
        _check_nested(model, value)
    elif rule is Argument.ORDERING:
        if isinstance(value, StrExpr):
            model.column(value.value, value)
    elif rule is Argument.CONDITIONS:
        Conditions(model).check(value)
    elif rule is Argument.RECORD:
        model.check_record(typ, value)
    elif rule is Argument.RECORDS:
        _check_records(model, value, typ)
    else:
        _check_own_field(model, value)


def _check_names(model: RecordModel, value: Expression) -> None:
    for item in _listed(value):
        if isinstance(item, StrExpr):
            model.field(item.value, item)


def _check_nested(model: RecordModel, value: Expression) -> None:
    for key, names in value.items if isinstance(value, DictExpr) else ():
        field = model.field(key.value, key) if isinstance(key, StrExpr) else None
        if field is None or key is None:
            continue
        if field.relation is None:
            relations = {one.name for one in model.fields().values() if one.relation}
            model.fail(messages.no_relation(model.info.name, field.name, relations), key)
            continue
        related = model.related(field, key)
        if related is not None:
            _check_names(related, names)


def _check_records(model: RecordModel, value: Expression, typ: Type) -> None:
    listed = _listed(value)
    for item in listed:
        given = model.checker.lookup_type_or_none(item)
        if given is not None:
            model.check_record(given, item)
    proper = get_proper_type(typ)
    if not listed and isinstance(proper, Instance) and proper.type.fullname == "builtins.list":
        model.check_record(proper.args[0], value)


def _check_own_field(model: RecordModel, value: Expression) -> None:
    if not isinstance(value, MemberExpr) or not isinstance(value.expr, RefExpr):
        return
    other = value.expr.node
    if not isinstance(other, TypeInfo) or not has_base(other, model.orm.registered_bases):
        return
    if other not in model.info.mro and model.info not in other.mro:
        problem = messages.field_of_another_model(value.name, other.name, model.info.name)
        model.fail(problem, value)


def _listed(value: Expression) -> list[Expression]:
    return value.items if isinstance(value, (ListExpr, TupleExpr, SetExpr)) else []
