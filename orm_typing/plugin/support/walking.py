"""The parts of mypy's nodes.

mypy's own visitors are compiled and can't be subclassed, so each node is asked for its parts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeGuard

from mypy.nodes import Node

# Attributes that lead out of the expression: to definitions, and to the source of a copy.
_LEADS_AWAY = frozenset({"node", "info", "type", "original_def", "type_annotation"})


def parts(node: Node) -> Iterator[Node]:
    """The nodes of which a node consists, in no particular order."""
    waiting: list[object] = [getattr(node, name, None) for name in _part_names(type(node))]
    while waiting:
        part = waiting.pop()
        if is_sequence(part):
            waiting.extend(part)
        elif isinstance(part, Node):
            yield part


def is_sequence(part: object) -> TypeGuard[Sequence[object]]:
    """Whether an attribute holds several."""
    return isinstance(part, (list, tuple))


_PARTS: dict[type[Node], tuple[str, ...]] = {}


def _part_names(kind: type[Node]) -> tuple[str, ...]:
    """The names of the attributes of a class of nodes, whether mypy is compiled or not."""
    known = _PARTS.get(kind)
    if known is not None:
        return known
    names: dict[str, None] = {}
    for base in kind.__mro__:
        for source in ("__mypyc_attrs__", "__slots__"):
            names.update(dict.fromkeys(getattr(base, source, ())))
    found = tuple(name for name in names if not name.startswith("__") and name not in _LEADS_AWAY)
    return _PARTS.setdefault(kind, found)
