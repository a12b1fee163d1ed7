"""Calls in class bodies that name another model, for libraries in which both sides do.

Nothing of such a relation appears by itself, so a checker needs none of this; a picture does::

    class Lead(Model):
        stage: Stage = Many2one(lambda: Stage)

    class Stage(Model):
        leads: list[Lead] = One2many(lambda: Lead, "stage")

What the calls mean is for the library's description to say.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from orm_typing.relations.model_bodies import Bodies, unquoted
from orm_typing.relations.names import (
    FoundClass,
    FoundPath,
    Names,
    Place,
    literal_string,
    parse_expression,
)
from orm_typing.relations.scan import dotted_name
from orm_typing.relations.written import Call

_LISTS = frozenset({"list", "List", "Sequence", "set", "Set", "Mapped"})


class Link(NamedTuple):
    """A field whose call leads to another model."""

    name: str
    callee: str
    """Full name of what is called, by the path that the user chose."""
    target: str | None
    """Full name of the model; ``None`` if it is not found."""
    target_text: str
    is_many: bool
    """Whether its annotation is that of a list."""
    nullable: bool
    texts: tuple[str, ...]
    """Strings among the positional arguments."""
    keywords: Mapping[str, str]
    """The keywords that are strings."""
    line: int


class _Related(NamedTuple):
    """What an annotation says."""

    text: str = ""
    is_many: bool = False
    nullable: bool = False


class Links:
    """Finds them; ``is_model`` tells a model from other classes."""

    def __init__(self, names: Names, is_model: Callable[[FoundClass], bool]) -> None:
        self._names = names
        self._is_model = is_model

    def of(self, found: FoundClass, bodies: Bodies) -> Iterator[Link]:
        """Those of one class. The functions of its file may stand for classes."""
        for call in found.written.calls:
            for callee in self._names.resolve(call.callee, Place(found.module)):
                if isinstance(callee, FoundPath):
                    yield self._link(found, call, callee.full_name, bodies)
                    break

    def _link(self, found: FoundClass, call: Call, callee: str, bodies: Bodies) -> Link:
        related = _related(parse_expression(call.annotation))
        keywords = dict(call.keywords)
        arguments = [*call.positional, *keywords.values()]
        texts = [_class_text(argument, bodies) for argument in arguments]
        # The annotation goes first: an argument may name the model of a table between the two.
        targets = (self._model(found, text) for text in (related.text, *texts))
        return Link(
            name=call.name,
            callee=callee,
            target=next(filter(None, targets), None),
            target_text=related.text or next(filter(None, (*texts, *arguments)), ""),
            is_many=related.is_many,
            nullable=related.nullable or keywords.get("null") == "True",
            texts=tuple(filter(None, map(literal_string, call.positional))),
            keywords={
                name: value
                for name, text in keywords.items()
                if (value := literal_string(text)) is not None
            },
            line=call.line,
        )

    def _model(self, found: FoundClass, text: str) -> str | None:
        if not text:
            return None
        for one in self._names.resolve(text, Place(found.module)):
            if isinstance(one, FoundClass) and self._is_model(one):
                return one.full_name
        return None


def _class_text(argument: str, bodies: Bodies) -> str:
    """The dotted name of a class: given itself, by a lambda, or by a function that returns it."""
    node = parse_expression(argument)
    if isinstance(node, ast.Lambda):
        node = node.body
    name = dotted_name(node) if node is not None else ""
    return bodies.returned.get(name, name)


def _related(annotation: ast.expr | None) -> _Related:
    if annotation is None:
        return _Related()
    node = unquoted(annotation)
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.BitOr):
        sides = [_related(side) for side in (node.left, node.right)]
        best = max(sides, key=lambda side: bool(side.text))
        is_nullable = any(
            isinstance(side, ast.Constant) and side.value is None
            for side in (node.left, node.right)
        )
        return best._replace(nullable=is_nullable or best.nullable)
    if isinstance(node, ast.Subscript):
        outer = dotted_name(node.value).rpartition(".")[2]
        inner = _related(node.slice)
        if outer == "Optional":
            return inner._replace(nullable=True)
        return inner._replace(is_many=True) if outer in _LISTS else _Related()
    return _Related(dotted_name(node))
