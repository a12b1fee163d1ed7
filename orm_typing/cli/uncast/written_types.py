"""Types that one run of mypy tells the next, in the form in which mypy's cache has them."""

from __future__ import annotations

import json

from mypy.fixup import TypeFixer
from mypy.nodes import MypyFile
from mypy.types import Type, deserialize_type


def write_type(given: Type) -> str:
    """A type as text; empty for one that is in no cache."""
    try:
        return json.dumps(given.serialize())
    except (AssertionError, NotImplementedError, TypeError):
        return ""


def read_type(text: str, modules: dict[str, MypyFile]) -> Type | None:
    """The type; nothing if it names what is not in the modules, such as a class in a function."""
    try:
        given = deserialize_type(json.loads(text))
        given.accept(TypeFixer(modules, allow_missing=False))
    except (AssertionError, LookupError, NotImplementedError, ValueError):
        return None
    return given
