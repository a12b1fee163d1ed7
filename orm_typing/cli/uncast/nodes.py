"""Walking over the tree of a module that mypy has checked."""

from __future__ import annotations

from collections.abc import Iterator

from mypy.nodes import Node

from orm_typing.plugin.support.walking import parts


def descend(root: Node) -> Iterator[Node]:
    """A node and all below it, in no particular order."""
    seen: set[int] = set()
    waiting: list[Node] = [root]
    while waiting:
        part = waiting.pop()
        if id(part) not in seen:
            seen.add(id(part))
            yield part
            waiting.extend(parts(part))
