"""A file's syntax with offsets, parents and the full names of what it mentions."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

import libcst as cst
from libcst.metadata import (
    MetadataWrapper,
    ParentNodeProvider,
    PositionProvider,
    ScopeProvider,
)

from orm_typing.cli.source_files import NEWER_PYTHON
from orm_typing.cli.uncast.text import Span, Text

NodeT = TypeVar("NodeT", bound=cst.CSTNode)


class SourceError(Exception):
    """The text can't be parsed; it says where."""


class Syntax:
    """The syntax of a file's text."""

    def __init__(self, text: Text) -> None:
        self.text = text
        try:
            module = cst.parse_module(text.text)
            # Python's own parser is needed as well, and may be of another opinion.
            text.check()
            self._resolve(module)
        except SyntaxError as error:
            raise SourceError(f"{error}; {NEWER_PYTHON}") from error
        except (cst.ParserSyntaxError, ValueError) as error:
            raise SourceError(str(error)) from error
        except (RecursionError, MemoryError) as error:
            raise SourceError("its expressions or statements are nested too deeply") from error

    def _resolve(self, module: cst.Module) -> None:
        # The module is not used again, so its copy is spared.
        wrapper = MetadataWrapper(module, unsafe_skip_copy=True)
        self.module = wrapper.module
        self._positions = wrapper.resolve(PositionProvider)
        self._parents = wrapper.resolve(ParentNodeProvider)
        self._scopes = wrapper.resolve(ScopeProvider)
        self._nodes = list(_below(self.module))

    def all(self, kind: type[NodeT]) -> Iterator[NodeT]:
        """All nodes of a kind, outer ones first."""
        return (node for node in self._nodes if isinstance(node, kind))

    def parent(self, node: cst.CSTNode) -> cst.CSTNode:
        """The node in which a node stands."""
        return self._parents[node]

    def ancestors(self, node: cst.CSTNode) -> Iterator[cst.CSTNode]:
        """The nodes around a node, the nearest first."""
        while not isinstance(node, cst.Module):
            node = self._parents[node]
            yield node

    def span(self, node: cst.CSTNode) -> Span:
        """Where a node is, without its own parentheses."""
        position = self._positions[node]
        return Span(
            self.text.offset(position.start.line, position.start.column),
            self.text.offset(position.end.line, position.end.column),
        )

    def code(self, node: cst.CSTNode) -> str:
        """A node's text, on one line."""
        return " ".join(self.text.piece(self.span(node)).split())

    def full_names(self, node: cst.CSTNode) -> frozenset[str]:
        """What a name or an attribute may refer to."""
        scope = self._scopes.get(node)
        if scope is None:
            return frozenset()
        return frozenset(name.name for name in scope.get_qualified_names_for(node))

    def mentions(self, node: cst.CSTNode, *full_names: str) -> bool:
        """Whether a name refers to one of these."""
        return not self.full_names(node).isdisjoint(full_names)

    def class_name(self, node: cst.ClassDef) -> str:
        """A class's name in its module; of one in a function the last part alone is sure."""
        outer = [
            around.name.value
            for around in self.ancestors(node)
            if isinstance(around, (cst.ClassDef, cst.FunctionDef))
        ]
        return ".".join([*reversed(outer), node.name.value])

    def is_in_function(self, node: cst.CSTNode) -> bool:
        """Whether a statement is in the body of a function, and not in that of a class there."""
        for around in self.ancestors(node):
            if isinstance(around, (cst.FunctionDef, cst.ClassDef)):
                return isinstance(around, cst.FunctionDef)
        return False

    def statement_lines(self, node: cst.CSTNode) -> Span | None:
        """The whole lines of a statement, or nothing if it shares a line with another."""
        span = self.span(node)
        if isinstance(node, cst.FunctionDef) and node.decorators:
            span = Span(self.span(node.decorators[0]).start, span.end)
        start = self.text.line_span(self.text.line_of(span.start)).start
        end = self.text.line_span(self.text.line_of(span.end)).end
        before = self.text.piece(Span(start, span.start)).strip()
        after = self.text.piece(Span(span.end, end)).strip()
        if before or (after and not after.startswith("#")):
            return None
        return Span(start, end)


def _below(node: cst.CSTNode) -> Iterator[cst.CSTNode]:
    yield node
    for child in node.children:
        yield from _below(child)
