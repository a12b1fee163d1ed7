"""Walking over the tree of a module that mypy has checked.

mypy's own visitors are compiled and can't be subclassed, so this one asks each node for its parts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeGuard

from mypy.nodes import Node

# Attributes that lead out of the expression: to definitions, and to the source of a copy.
_LEADS_AWAY = frozenset({"node", "info", "type", "original_def", "type_annotation"})


def descend(root: Node) -> Iterator[Node]:
    """A node and all below it, in no particular order."""
    seen: set[int] = set()
    waiting: list[object] = [root]
    while waiting:
        part = waiting.pop()
        if _is_sequence(part):
            waiting.extend(part)
        elif isinstance(part, Node) and id(part) not in seen:
            seen.add(id(part))
            yield part
            waiting.extend(getattr(part, name, None) for name in _parts(type(part)))


def _is_sequence(part: object) -> TypeGuard[Sequence[object]]:
    return isinstance(part, (list, tuple))


_PARTS: dict[type[Node], tuple[str, ...]] = {}


def _parts(kind: type[Node]) -> tuple[str, ...]:
    """The names of the attributes of a class of nodes, whether mypy is compiled or not."""
    known = _PARTS.get(kind)
    if known is not None:
        return known
    names: dict[str, None] = {}
    for base in kind.__mro__:
        for source in ("__mypyc_attrs__", "__slots__"):
            names.update(dict.fromkeys(getattr(base, source, ())))
    parts = tuple(name for name in names if not name.startswith("__") and name not in _LEADS_AWAY)
    return _PARTS.setdefault(kind, parts)
