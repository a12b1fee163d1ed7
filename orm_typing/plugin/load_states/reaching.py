"""Which assignments may have given a variable its value where it is read.

What a user writes::

    found = await db.select(Book).select_related("author").fetch_one()   # 1
    if again:
        found = await db.select(Book).fetch_one()                        # 2
    print(found.author.name)                                             # 1 and 2

mypy keeps one type for ``found``, the one that it infers from the first assignment. Here the paths
through a function, or a module, are followed, by its syntax alone. Where a path cannot be known,
as that of an exception or of a nested function, more definitions reach a read, never fewer.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple, cast

from mypy.nodes import (
    AssignmentExpr,
    AssignmentStmt,
    Block,
    BreakStmt,
    ConditionalExpr,
    ContinueStmt,
    DelStmt,
    DictionaryComprehension,
    Expression,
    ForStmt,
    FuncDef,
    GeneratorExpr,
    IfStmt,
    IndexExpr,
    IntExpr,
    LambdaExpr,
    ListExpr,
    MatchStmt,
    MemberExpr,
    NameExpr,
    Node,
    OperatorAssignmentStmt,
    OpExpr,
    OverloadedFuncDef,
    RaiseStmt,
    ReturnStmt,
    StarExpr,
    Statement,
    TryStmt,
    TupleExpr,
    Var,
    WhileStmt,
    WithStmt,
)
from mypy.patterns import (
    AsPattern,
    ClassPattern,
    MappingPattern,
    OrPattern,
    Pattern,
    SequencePattern,
    StarredPattern,
)


class Definition(NamedTuple):
    """One place that gives the variable a value, or that assigns to an attribute of its value."""

    target: Expression
    """The variable's name, or the attribute: ``book.author``."""
    source: Expression | ForStmt | None
    """What the value comes from: an expression, an item of a loop, or something unknown."""
    is_whole: bool = True
    """Whether the source is the value itself, and not what the value is unpacked from."""


Reaching = frozenset[Definition]
_NOTHING: Reaching = frozenset()


@dataclass
class Flow:
    """The definitions of one variable within one scope."""

    reads: dict[NameExpr, Reaching] = field(default_factory=dict[NameExpr, Reaching])
    """For each read in the scope itself, the definitions that reach it."""
    own: Reaching = _NOTHING
    elsewhere: Reaching = _NOTHING
    """Definitions in nested functions, which may run at any time."""

    def reaching(self, name: NameExpr) -> Reaching:
        """The definitions that reach a read; all of them, if it is in a nested function."""
        return self.reads.get(name, self.own) | self.elsewhere


@lru_cache(maxsize=64)
def flow_of(var: Var, statements: tuple[Statement, ...]) -> Flow:
    """The definitions of ``var`` in the body of its function or module."""
    walk = _Walk(var)
    walk.visit_all(statements)
    return walk.flow


@dataclass
class _Loop:
    breaks: Reaching = _NOTHING
    continues: Reaching = _NOTHING


class _Walk:
    """Follows the paths; ``now`` holds what reaches the point, and nothing after a jump."""

    def __init__(self, var: Var) -> None:
        self.var = var
        self.flow = Flow()
        self.now = _NOTHING
        self.loops: list[_Loop] = []
        self.watched: list[Reaching] = []

    def visit(self, node: Node) -> None:
        """Go through a statement or an expression, in the order in which it runs."""
        match node:
            case NameExpr():
                self._read(node)
            case ReturnStmt() | RaiseStmt():
                self.visit_all(_inside(node))
                self.now = _NOTHING
            case BreakStmt() | ContinueStmt():
                self._jump(node)
            case AssignmentStmt() | AssignmentExpr() | OperatorAssignmentStmt() | DelStmt():
                self._assign(node)
            case IfStmt() | ConditionalExpr() | OpExpr() | MatchStmt():
                self._choose(node)
            case ForStmt():
                self.visit(node.expr)
                self._loop(node, lambda: self._take_item(node))
            case WhileStmt():
                self._loop(node, lambda: self._test(node))
            case TryStmt():
                self._try(node)
            case WithStmt():
                self._with(node)
            case FuncDef() | LambdaExpr():
                self._nested(node)
            case GeneratorExpr() | DictionaryComprehension():
                self._comprehend(node)
            case _:
                self.visit_all(_inside(node))

    def visit_all(self, nodes: Iterable[Node]) -> None:
        """Go through them one by one."""
        for node in nodes:
            self.visit(node)

    # ---- reads and definitions

    def _read(self, name: NameExpr) -> None:
        if name.node is self.var:
            self.flow.reads[name] = self.flow.reads.get(name, _NOTHING) | self.now

    def _bind(
        self, target: Expression, source: Expression | ForStmt | None, is_whole: bool = True
    ) -> None:
        if isinstance(target, NameExpr):
            if target.node is self.var:
                self._define(Definition(target, source, is_whole), replaces=True)
        elif isinstance(target, MemberExpr):
            if self._root(target) is self.var:
                self._define(Definition(target, None), replaces=False)
            # mypy reads the attribute too, to narrow it: it must not see the state from before.
            self.visit(target.expr)
        elif isinstance(target, StarExpr):
            self._bind(target.expr, source, is_whole=False)
        elif isinstance(target, TupleExpr | ListExpr):
            for item, part in zip(target.items, _parts(target.items, source), strict=True):
                self._bind(item, part or source, is_whole=part is not None)
        else:
            self.visit(target)

    def _define(self, definition: Definition, *, replaces: bool) -> None:
        self.flow.own |= {definition}
        self.now = frozenset({definition}) if replaces else self.now | {definition}
        self.watched = [seen | self.now for seen in self.watched]

    def _root(self, target: Expression) -> object:
        while isinstance(target, MemberExpr | IndexExpr):
            target = target.expr if isinstance(target, MemberExpr) else target.base
        return target.node if isinstance(target, NameExpr) else None

    def _assign(
        self, node: AssignmentStmt | AssignmentExpr | OperatorAssignmentStmt | DelStmt
    ) -> None:
        match node:
            case AssignmentStmt():
                self.visit(node.rvalue)
                for target in node.lvalues:
                    self._bind(target, node.rvalue)
            case AssignmentExpr():
                self.visit(node.value)
                self._bind(node.target, node.value)
            case OperatorAssignmentStmt():
                self.visit_all([node.rvalue, node.lvalue])
                before = self.now
                self._bind(node.lvalue, node.rvalue, is_whole=False)
                self.now |= before
            case DelStmt():
                for target in node.expr.items if isinstance(node.expr, TupleExpr) else [node.expr]:
                    self._bind(target, None)

    # ---- branches

    def _branch(self, *steps: Expression | Block) -> Reaching:
        """What reaches the end of ``steps``; ``now`` stays as it is before them."""
        before = self.now
        for step in steps:
            self.visit(step)
        after, self.now = self.now, before
        return after

    def _choose(self, node: IfStmt | ConditionalExpr | OpExpr | MatchStmt) -> None:
        match node:
            case IfStmt():
                after = _NOTHING
                for condition, body in zip(node.expr, node.body, strict=True):
                    self.visit(condition)
                    after |= self._branch(body)
                self.now = after | self._branch(*([node.else_body] if node.else_body else []))
            case ConditionalExpr():
                self.visit(node.cond)
                self.now = self._branch(node.if_expr) | self._branch(node.else_expr)
            case OpExpr():
                self.visit(node.left)
                self.now |= self._branch(node.right)
            case MatchStmt():
                self._match(node)

    def _match(self, node: MatchStmt) -> None:
        self.visit(node.subject)
        after = _NOTHING
        for pattern, guard, body in zip(node.patterns, node.guards, node.bodies, strict=True):
            unmatched = self.now
            for name in _captures(pattern):
                self._bind(name, node.subject, is_whole=False)
            if guard is not None:
                self.visit(guard)
            after |= self._branch(body)
            always = guard is None and isinstance(pattern, AsPattern) and pattern.pattern is None
            self.now = _NOTHING if always else unmatched | self.now
        self.now |= after

    # ---- loops and jumps

    def _take_item(self, loop: ForStmt) -> Reaching:
        exhausted = self.now
        self._bind(loop.index, loop)
        return exhausted

    def _test(self, loop: WhileStmt) -> Reaching:
        self.visit(loop.expr)
        return _NOTHING if _is_true(loop.expr) else self.now

    def _loop(self, node: ForStmt | WhileStmt, begin: Callable[[], Reaching]) -> None:
        """``begin`` starts a round and returns what reaches the end of the loop instead."""
        loop = _Loop()
        self.loops.append(loop)
        start = self.now
        while True:
            self.now = start
            left = begin()
            self.visit(node.body)
            if start >= self.now | loop.continues:
                break
            start |= self.now | loop.continues
        self.loops.pop()
        self.now = left
        if node.else_body is not None:
            self.visit(node.else_body)
        self.now |= loop.breaks

    def _jump(self, node: BreakStmt | ContinueStmt) -> None:
        if self.loops and isinstance(node, BreakStmt):
            self.loops[-1].breaks |= self.now
        elif self.loops:
            self.loops[-1].continues |= self.now
        self.now = _NOTHING

    # ---- exceptions

    def _watch(self, block: Block) -> Reaching:
        """Go through ``block`` and return what reaches any point of it."""
        self.watched.append(self.now)
        self.visit(block)
        return self.watched.pop()

    def _try(self, o: TryStmt) -> None:
        raised = inside = self._watch(o.body)
        if o.else_body is not None:
            raised |= self._watch(o.else_body)
        after = self.now
        for kind, name, handler in zip(o.types, o.vars, o.handlers, strict=True):
            self.now = inside
            if kind is not None:
                self.visit(kind)
            if name is not None:
                self._bind(name, None)
            raised |= self._watch(handler)
            after |= self.now
        self.now = after
        if o.finally_body is not None:
            self._finally(o.finally_body, raised)

    def _finally(self, body: Block, raised: Reaching) -> None:
        normal, self.now = self.now, raised
        self.visit(body)  # on the way out, by an exception or a jump
        if self.loops and self.now != raised:
            self.loops[-1].breaks |= self.now
            self.loops[-1].continues |= self.now
        self.now = normal
        self.visit(body)

    def _with(self, o: WithStmt) -> None:
        for manager, target in zip(o.expr, o.target, strict=True):
            self.visit(manager)
            if target is not None:
                self._bind(target, manager, is_whole=False)
        self.now |= self._watch(o.body)  # the manager may swallow an exception

    # ---- nested scopes

    def _nested(self, function: FuncDef | LambdaExpr) -> None:
        for argument in function.arguments:
            if argument.initializer is not None:
                self.visit(argument.initializer)
        if isinstance(function, FuncDef):  # a lambda assigns to no variable of an outer scope
            nested = _Walk(self.var)
            nested.visit(function.body)
            self.flow.elsewhere |= nested.flow.own | nested.flow.elsewhere

    def _comprehend(self, node: GeneratorExpr | DictionaryComprehension) -> None:
        before = self.now
        for index, sequence, conditions in zip(
            node.indices, node.sequences, node.condlists, strict=True
        ):
            self.visit(sequence)
            self._bind(index, sequence, is_whole=False)
            self.visit_all(conditions)
        if isinstance(node, GeneratorExpr):
            self.visit(node.left_expr)
        else:
            self.visit_all([node.value] if node.key is None else [node.key, node.value])
        self.now |= before


def _inside(node: Node) -> Iterator[Node]:
    """The expressions and statements directly in a node for which this module has no rule."""
    fields: tuple[str, ...] = getattr(node, "__match_args__", ())
    if isinstance(node, OverloadedFuncDef):
        fields = ("items", "impl")
    for name in fields:
        if name == "node":  # what a name refers to
            continue
        yield from _nodes(getattr(node, name, None))


def _nodes(value: object) -> Iterator[Node]:
    if isinstance(value, Expression | Statement):
        yield value
    elif isinstance(value, list | tuple):
        for item in cast("list[object]", value):
            yield from _nodes(item)


def _captures(pattern: Pattern) -> Iterator[NameExpr]:
    """The names that a pattern binds."""
    parts: Sequence[Pattern]
    match pattern:
        case AsPattern():
            parts, name = [pattern.pattern] if pattern.pattern else [], pattern.name
        case StarredPattern():
            parts, name = [], pattern.capture
        case MappingPattern():
            parts, name = pattern.values, pattern.rest
        case ClassPattern():
            parts, name = [*pattern.positionals, *pattern.keyword_values], None
        case OrPattern() | SequencePattern():
            parts, name = pattern.patterns, None
        case _:
            parts, name = [], None
    for part in parts:
        yield from _captures(part)
    if name is not None:
        yield name


def _parts(
    targets: Sequence[Expression], source: Expression | ForStmt | None
) -> Sequence[Expression | None]:
    """The expressions of ``a, b = x, y`` one by one, if they are written so."""
    if isinstance(source, TupleExpr | ListExpr) and len(source.items) == len(targets):
        both = [*targets, *source.items]
        if not any(isinstance(item, StarExpr) for item in both):
            return source.items
    return [None] * len(targets)


def _is_true(condition: Expression) -> bool:
    if isinstance(condition, NameExpr):
        return condition.fullname == "builtins.True"
    return isinstance(condition, IntExpr) and condition.value != 0
