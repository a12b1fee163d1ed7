"""One class: what it lacks, what contradicts its relations, and what is left of earlier ones.

A line that a user wrote stays, unless it contradicts the relation. A line is taken for one of this
command's by its spelling alone (``stale``): there is no marker.
"""

from __future__ import annotations

import ast
import keyword
from dataclasses import dataclass, field
from typing import TypeAlias

import libcst as cst

from orm_typing.cli.declare.agreement import Verdict, judge_accessor, judge_key, judge_target
from orm_typing.cli.declare.bodies import assigned_name
from orm_typing.cli.declare.expected import Accessor, Key, Target, expected
from orm_typing.cli.declare.found import ClassBody, Declaration
from orm_typing.cli.declare.sources import Sources
from orm_typing.cli.declare.stale import is_stale
from orm_typing.cli.declare.syntax import expression, statements_of
from orm_typing.relations.names import FoundClass

Item: TypeAlias = "Accessor | Key | Target"


@dataclass(frozen=True)
class Left:
    """An attribute that is not declared, and why."""

    name: str
    reason: str


@dataclass
class ClassChange:
    """What becomes of one class, by the names of its attributes."""

    name: str
    added: list[str] = field(default_factory=list[str])
    updated: list[str] = field(default_factory=list[str])
    removed: list[str] = field(default_factory=list[str])
    left: list[Left] = field(default_factory=list[Left])

    @property
    def is_stale(self) -> bool:
        """Whether anything changes."""
        return bool(self.added or self.updated or self.removed)


class Comparison:
    """One class: what it lacks, what is wrong and what is left over."""

    def __init__(self, sources: Sources, model: FoundClass, body: ClassBody) -> None:
        self._sources = sources
        self._model = model
        self.body = body
        self.scope = sources.scope(model)
        self.wanted = expected(sources, model)
        self.change = ClassChange(body.name)
        self.missing: list[Item] = []
        self.wrong: list[tuple[Declaration, Item]] = []
        self.stale: list[Declaration] = []
        self._compare()

    @property
    def hidden(self) -> frozenset[str]:
        """Names that mean something else in the body than in the module."""
        return self.body.bound | self.wanted.names | {one.name for one in self.body.declarations}

    def leave(self, item: Item, reason: str) -> None:
        """Not declare an attribute after all."""
        self.change.left.append(Left(item.name, reason))
        for names in (self.change.added, self.change.updated):
            if item.name in names:
                names.remove(item.name)

    def _compare(self) -> None:
        declared = {one.name: one for one in reversed(self.body.declarations)}
        for key in self.wanted.keys:
            self._compare_key(key, declared.get(key.name))
        for accessor in self.wanted.accessors:
            self._compare_accessor(accessor, declared.get(accessor.name))
        for target in self.wanted.targets:
            self._compare_target(target)
        if self.wanted.possible_key is not None and not self._has(self.wanted.possible_key):
            reason = "a field of the class may be the primary key in its place"
            self.change.left.append(Left(self.wanted.possible_key, reason))
        for name in self.wanted.unclear:
            self.change.left.append(Left(name, "two relations say different things about it"))
        known = self.wanted.names | self.wanted.foreign | {*self.wanted.unclear}
        for one in self.body.declarations:
            is_ours = one.name not in known
            if is_ours and not one.is_ignored and is_stale(one, self._model, self._sources):
                self.stale.append(one)
                self.change.removed.append(one.name)

    def _compare_accessor(self, accessor: Accessor, found: Declaration | None) -> None:
        if found is not None:
            if judge_accessor(found.annotation, accessor, self.scope) is Verdict.DISAGREES:
                self._correct(found, accessor)
        elif accessor.name in self.body.bound:
            if not self._is_declared_elsewhere(accessor):
                self.leave(accessor, "the class has another attribute of this name")
        elif keyword.iskeyword(accessor.name):
            self.leave(accessor, "it is a keyword of Python")
        elif accessor.name in self._sources.inherited_attributes(self._model):
            self.leave(accessor, "a base of the class has another attribute of this name")
        elif accessor.name in self.body.read:
            self.leave(accessor, "the class body uses this name for something else")
        else:
            self._add(accessor)

    def _is_declared_elsewhere(self, accessor: Accessor) -> bool:
        """Whether a line of the user's own says the same, such as one without a block."""
        return any(
            isinstance(node, ast.AnnAssign)
            and ast.unparse(node.target) == accessor.name
            and judge_accessor(node.annotation, accessor, self.scope) is Verdict.AGREES
            for node in ast.walk(self.body.tree)
        )

    def _compare_key(self, key: Key, found: Declaration | None) -> None:
        if found is not None:
            if judge_key(found.annotation, key, self.scope) is Verdict.DISAGREES:
                self._correct(found, key)
        elif key.name in self.body.bound:
            pass  # the user has declared it as a field
        elif key.is_automatic and key.name in self._sources.inherited_attributes(self._model):
            self.leave(key, "a base of the class has another attribute of this name")
        elif key.is_automatic and key.name in self.body.read:
            self.leave(key, "the class body uses this name for something else")
        else:
            self._add(key)

    def _has(self, name: str) -> bool:
        return name in self.body.bound or any(one.name == name for one in self.body.declarations)

    def _compare_target(self, target: Target) -> None:
        smalls = [
            small
            for statement in statements_of(self.body.node.body)
            if isinstance(statement, cst.SimpleStatementLine)
            for small in statement.body
            if assigned_name(small) == target.name
        ]
        if smalls:
            self._compare_annotation(target, smalls[-1])
        else:
            self.leave(target, "the field is not assigned in the class body itself")

    def _compare_annotation(self, target: Target, small: cst.BaseSmallStatement) -> None:
        if not isinstance(small, cst.AnnAssign):
            self._add(target)
            return
        annotation = expression(small.annotation.annotation)
        if judge_target(annotation, target, self.scope) is Verdict.DISAGREES:
            self.missing.append(target)
            self.change.updated.append(target.name)

    def _add(self, item: Item) -> None:
        self.missing.append(item)
        self.change.added.append(item.name)

    def _correct(self, found: Declaration, item: Item) -> None:
        if not found.is_ignored:
            self.wrong.append((found, item))
            self.change.updated.append(item.name)
