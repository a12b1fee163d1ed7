"""Walking over the tree of a module that mypy has checked.

mypy's own visitors are compiled and can't be subclassed, so this one asks each node for its parts.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from mypy.nodes import Node

# Attributes that lead out of the expression: to definitions, and to the source of a copy.
_LEADS_AWAY = frozenset({"node", "info", "type", "original_def", "type_annotation"})


def descend(root: Node) -> Iterator[Node]:
    """A node and all below it, in no particular order."""
    seen: set[int] = set()
    waiting: list[object] = [root]
    while waiting:
        part = waiting.pop()
        if isinstance(part, (list, tuple)):
            waiting.extend(part)
        elif isinstance(part, Node) and id(part) not in seen:
            seen.add(id(part))
            yield part
            waiting.extend(getattr(part, name, None) for name in _parts(type(part)))


@cache
def _parts(kind: type[Node]) -> tuple[str, ...]:
    """The names of the attributes of a class of nodes, whether mypy is compiled or not."""
    names: dict[str, None] = {}
    for base in kind.__mro__:
        declared = getattr(base, "__mypyc_attrs__", None) or getattr(base, "__slots__", ())
        names.update(dict.fromkeys(declared))
    return tuple(name for name in names if not name.startswith("__") and name not in _LEADS_AWAY)
