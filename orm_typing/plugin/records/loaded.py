"""Relations of a record that was read without them: they hold keys.

What a user writes, and what they should see::

    lead = await Lead.get(5)
    reveal_type(lead.stage_id)     # int
    lead = await Lead.get(5, fields=["id", "stage_id"], fields_nested={"stage_id": ["name"]})
    reveal_type(lead.stage_id)     # Stage
    for lead in await Lead.search():
        reveal_type(lead.stage_id) # Stage

The state travels in the record's type, as :mod:`orm_typing.plugin.load_states.loading` has it.
"""

from __future__ import annotations

from mypy.checker import TypeChecker
from mypy.nodes import ARG_STAR2, Expression, ListExpr, MemberExpr, NameExpr, StrExpr
from mypy.plugin import AttributeContext, MethodContext
from mypy.type_visitor import TypeTranslator
from mypy.types import (
    Instance,
    NoneType,
    Type,
    TypeAliasType,
    UnionType,
    flatten_nested_unions,
    get_proper_type,
)

from orm_typing.orms.description import Argument, Orm, RecordMethod
from orm_typing.plugin.load_states.origins import Claim
from orm_typing.plugin.records.fields import RecordField
from orm_typing.plugin.records.model import RecordModel
from orm_typing.plugin.support.nodes import instances_in

_STATE = "orm_typing@key "


def with_keys(model: RecordModel, method: RecordMethod, ctx: MethodContext) -> Type:
    """What the method gives, with the relations of the records that it leaves as keys."""
    if _argument(method, Argument.NESTED_FIELDS, ctx) is not None:
        return ctx.default_return_type
    if any(kind is ARG_STAR2 for kinds in ctx.arg_kinds for kind in kinds):
        return ctx.default_return_type
    named = _literal_names(_argument(method, Argument.FIELDS, ctx))
    states: dict[str, Type] = {}
    for field in model.fields().values():
        is_key = field.relation is not None and field.is_stored
        if is_key and (named is None or field.name in named):
            states[_STATE + field.name] = NoneType()
    if not states:
        return ctx.default_return_type
    return ctx.default_return_type.accept(_Mark(model.info.fullname, states))


def read_key(orm: Orm, field: RecordField, ctx: AttributeContext) -> Type:
    """The key, on a record that is known to have no more than that."""
    records = instances_in(ctx.type)
    state = _STATE + field.name
    if not records or not isinstance(ctx.api, TypeChecker):
        return ctx.default_attr_type
    for record in records:
        if record.extra_attrs is None or state not in record.extra_attrs.attrs:
            return ctx.default_attr_type
        claim = Claim(record.type, state, frozenset({field.name}), _methods(orm))
        if isinstance(ctx.context, MemberExpr) and not claim.holds(ctx.context.expr, ctx.api):
            return ctx.default_attr_type
    key = ctx.api.named_generic_type(orm.key_attribute.type_name or "builtins.int", [])
    items = map(get_proper_type, flatten_nested_unions([ctx.default_attr_type]))
    if any(isinstance(item, NoneType) for item in items):
        return UnionType([key, NoneType()])
    return key


def _methods(orm: Orm) -> frozenset[str]:
    return frozenset(name for method in orm.record_methods.values() for name in method.leaves_keys)


def _argument(method: RecordMethod, rule: Argument, ctx: MethodContext) -> Expression | None:
    """What is given for the parameter of that rule, unless it is ``None``."""
    for name, args in zip(ctx.callee_arg_names, ctx.args, strict=True):
        if name is not None and method.arguments.get(name) is rule and len(args) == 1:
            value = args[0]
            return None if isinstance(value, NameExpr) and value.name == "None" else value
    return None


def _literal_names(value: Expression | None) -> set[str] | None:
    """The names in a literal list; ``None`` if all may be meant."""
    if not isinstance(value, ListExpr) or not value.items:
        return None
    names = [item.value for item in value.items if isinstance(item, StrExpr)]
    return set(names) if len(names) == len(value.items) else None


class _Mark(TypeTranslator):
    def __init__(self, model: str, states: dict[str, Type]) -> None:
        super().__init__()
        self._model = model
        self._states = states

    def visit_instance(self, t: Instance, /) -> Type:
        """Give the states to the model, inside a coroutine or beside ``None``."""
        plain = get_proper_type(super().visit_instance(t))
        if isinstance(plain, Instance) and plain.type.fullname == self._model:
            for name, typ in self._states.items():
                plain = plain.copy_with_extra_attr(name, typ)
        return plain

    def visit_type_alias_type(self, t: TypeAliasType, /) -> Type:
        """Aliases name declared types, and these have no states."""
        return t
