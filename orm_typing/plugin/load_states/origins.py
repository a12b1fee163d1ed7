"""Whether what mypy says of a loaded relation is true of the value that is read.

What a user writes::

    query = db.select(Book).select_related("author")
    query = db.select(Book)
    for book in await query.fetch_all():
        reveal_type(book.author)     # AsyncLazyLoader[Author]

To mypy a loaded ``Book`` and another are the same type: a variable keeps the states that its first
assignment had, and ``list(books)``, assigned to such a variable, is inferred to have them too. So a
state that mypy finds is a claim, and it is followed back: through the expression, through each
definition that may reach the variables in it, and so on, to a query method that loads. It holds if
the way back has the state everywhere.

What is not seen, because no definition says it: a second name for the same object whose foreign
key is then assigned, and a list that ``append`` or an item assignment fills with other rows. What
is unknown counts for mypy's answer: parameters, attributes (``self.books``), values of type
``Any``, and in a loop the definitions that mypy has not come to yet.

A module's variable, read in a function, holds its state if it is assigned once: mypy checks a
function alone, in its daemon or in parallel, and then knows no types of other definitions.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from mypy.checker import TypeChecker
from mypy.nodes import (
    GDEF,
    LDEF,
    AwaitExpr,
    CallExpr,
    ConditionalExpr,
    DictExpr,
    DictionaryComprehension,
    Expression,
    ForStmt,
    FuncItem,
    GeneratorExpr,
    IndexExpr,
    LambdaExpr,
    ListComprehension,
    ListExpr,
    MemberExpr,
    NameExpr,
    OpExpr,
    ReturnStmt,
    SetComprehension,
    SetExpr,
    StarExpr,
    TupleExpr,
    TypeInfo,
    Var,
)
from mypy.types import (
    AnyType,
    CallableType,
    Instance,
    NoneType,
    Overloaded,
    TupleType,
    Type,
    TypeAliasType,
    UninhabitedType,
    UnionType,
    get_proper_type,
)

from orm_typing.plugin.load_states.reaching import Definition, flow_of
from orm_typing.plugin.support.nodes import instances_in

_States = Mapping[tuple[str, ...], Sequence[bool]]
"""For each path of loaded relations inside a type: whether the models there have the state."""


class Claim(NamedTuple):
    """A state that mypy found: ``attribute`` of a ``model`` was loaded."""

    model: TypeInfo
    attribute: str
    forgotten_by: frozenset[str]
    """The attributes whose assignment makes the library forget what it loaded."""
    load_methods: frozenset[str]
    """The names of query methods that give a state."""

    def holds(self, value: Expression, api: TypeChecker) -> bool:
        """Whether each way on which ``value`` comes here carries the state."""
        return _Trace(self, api).holds(value)

    def states_in(self, typ: Type) -> _States:
        """Where ``typ`` mentions the model, and whether with the state."""
        found: dict[tuple[str, ...], list[bool]] = {}
        self._collect(typ, (), found)
        return found

    def _collect(
        self, typ: Type, path: tuple[str, ...], found: dict[tuple[str, ...], list[bool]]
    ) -> None:
        if isinstance(typ, TypeAliasType) and typ.is_recursive:
            return
        proper = get_proper_type(typ)
        if isinstance(proper, Instance):
            states = proper.extra_attrs.attrs if proper.extra_attrs is not None else {}
            if self.model in proper.type.mro:
                found.setdefault(path, []).append(self.attribute in states)
            for argument in proper.args:
                self._collect(argument, path, found)
            for name, state in states.items():
                self._collect(state, (*path, name), found)
        elif isinstance(proper, UnionType | TupleType | Overloaded):
            for item in proper.items:
                self._collect(item, path, found)
        elif isinstance(proper, CallableType):
            self._collect(proper.ret_type, path, found)

    def carried_by(self, typ: Type) -> bool:
        """Whether the state is anywhere in ``typ``."""
        return any(any(states) for states in self.states_in(typ).values())


@dataclass
class _Trace:
    claim: Claim
    api: TypeChecker
    seen: set[Expression] = field(default_factory=set[Expression])

    def holds(self, value: Expression) -> bool:
        """Whether the state that the type of ``value`` has, if any, has an origin."""
        typ = self._type_of(value)
        if value in self.seen or (typ is not None and not self.claim.carried_by(typ)):
            return True
        self.seen.add(value)
        if isinstance(value, NameExpr):
            return typ is None or self._variable_holds(value, typ)
        if isinstance(value, CallExpr):
            return self._call_holds(value)
        alternatives = _alternatives(value)
        if alternatives and typ is not None:
            return all(self._gives(typ, item) and self.holds(item) for item in alternatives)
        return all(self.holds(item) for item in [*alternatives, *_operands(value)])

    def _type_of(self, value: Expression) -> Type | None:
        return self.api.lookup_type(value) if self.api.has_type(value) else None

    def _call_holds(self, call: CallExpr) -> bool:
        operands = _operands(call)
        if self._loads(call):
            return self.holds(operands[0])
        # Without a source, mypy took the state from the variable that the call is assigned to.
        return any(map(self._may_carry, operands)) and all(map(self.holds, operands))

    def _loads(self, call: CallExpr) -> bool:
        return isinstance(call.callee, MemberExpr) and call.callee.name in self.claim.load_methods

    def _may_carry(self, value: Expression) -> bool:
        typ = self._type_of(value)
        if typ is not None:
            return self.claim.carried_by(typ)
        if isinstance(value, NameExpr):
            known = value.node.type if isinstance(value.node, Var) else NoneType()
            return known is None or self.claim.carried_by(known)
        if isinstance(value, CallExpr) and self._loads(value):
            return True
        if isinstance(value, MemberExpr):
            return True
        return any(map(self._may_carry, [*_alternatives(value), *_operands(value)]))

    # ---- variables

    def _variable_holds(self, name: NameExpr, typ: Type) -> bool:
        var = name.node
        if not isinstance(var, Var) or not var.is_inferred:
            return True
        if name.kind == GDEF:
            return self._global_holds(name, var, typ)
        if name.kind != LDEF:
            return True
        for scope in self.api.scope.stack:
            if isinstance(scope, FuncItem):
                flow = flow_of(var, tuple(scope.body.body))
                if flow.own:
                    reaching = flow.reaching(name)
                    return all(self._definition_holds(each, typ) for each in reaching)
        return True

    def _global_holds(self, name: NameExpr, var: Var, typ: Type) -> bool:
        flow = flow_of(var, tuple(self.api.tree.defs))
        reaching = flow.reaching(name)
        if name in flow.reads and not flow.elsewhere:
            return all(self._definition_holds(each, typ) for each in reaching)
        assigned = [each for each in reaching if not isinstance(each.target, MemberExpr)]
        return len(assigned) < 2 and not any(map(self._names_forgotten, reaching))

    def _names_forgotten(self, definition: Definition) -> bool:
        target = definition.target
        return isinstance(target, MemberExpr) and target.name in self.claim.forgotten_by

    def _definition_holds(self, definition: Definition, typ: Type) -> bool:
        target, source = definition.target, definition.source
        if isinstance(target, MemberExpr):
            owner = self._type_of(target.expr)
            models = [found.type for found in instances_in(owner)] if owner is not None else []
            is_ours = any(self.claim.model in model.mro for model in models)
            return not (is_ours and self._names_forgotten(definition))
        if source is None:
            return True
        if isinstance(source, ForStmt):
            item = source.inferred_item_type
            matches = item is None or self._matches(typ, item)
            return matches and self.holds(source.expr)
        matches = self._gives(typ, source) if definition.is_whole else self._may_give(source)
        return matches and self.holds(source)

    def _gives(self, typ: Type, source: Expression) -> bool:
        given = self._type_of(source)
        return self._may_carry(source) if given is None else self._matches(typ, given)

    def _may_give(self, source: Expression) -> bool:
        given = self._type_of(source)
        return self._may_carry(source) or (given is not None and _is_empty(given))

    def _matches(self, typ: Type, given: Type) -> bool:
        """Whether ``given`` has the state wherever ``typ`` has it."""
        if _is_empty(given):
            return True
        states = self.claim.states_in(given)
        for path, wanted in self.claim.states_in(typ).items():
            found = states.get(path, ())
            if not found and not path:
                continue  # another member of a union
            if any(wanted) and found != wanted and not (found and all(found)):
                return False
        return True


def _is_empty(typ: Type) -> bool:
    """Whether a value of this type is no model, or of a type that nothing is known of."""
    return isinstance(get_proper_type(typ), AnyType | NoneType | UninhabitedType)


def _alternatives(value: Expression) -> list[Expression]:
    """The expressions of which each one alone must have the state."""
    match value:
        case ConditionalExpr():
            return [value.if_expr, value.else_expr]
        case OpExpr():
            return [value.left, value.right] if value.op in ("and", "or") else []
        case ListExpr() | SetExpr():
            return [item.expr if isinstance(item, StarExpr) else item for item in value.items]
        case DictExpr():
            return [item for _key, item in value.items]
        case ListComprehension() | SetComprehension():
            return [value.generator.left_expr]
        case DictionaryComprehension():
            return [value.value]
        case GeneratorExpr():
            return [value.left_expr]
        case _:
            return []


def _operands(value: Expression) -> list[Expression]:
    """The expressions that ``value`` may have a state from."""
    match value:
        case CallExpr():
            callee = value.callee
            return [callee.expr if isinstance(callee, MemberExpr) else callee, *value.args]
        case MemberExpr():
            return [value.expr]
        case AwaitExpr():
            return [value.expr]
        case StarExpr():
            return [value.expr]
        case IndexExpr():
            return [value.base]
        case TupleExpr():
            return value.items
        case LambdaExpr():
            last = value.body.body[-1] if value.body.body else None
            return [last.expr] if isinstance(last, ReturnStmt) and last.expr is not None else []
        case _:
            return []
