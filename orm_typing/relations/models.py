"""Which classes of the project are models?

``class Author(BaseDBModel)`` is one, and so is every class that derives from it. A class with a
base that the source does not show may or may not be one.
"""

from __future__ import annotations

import builtins
import sys
from typing import TYPE_CHECKING, NamedTuple

from orm_typing.relations.names import DEEPEST, Found, FoundClass, FoundPath, Names

if TYPE_CHECKING:
    from orm_typing.relations.vocabulary import ModelBase, Vocabulary


class Ancestry(NamedTuple):
    """What the base classes of a class amount to."""

    bases: tuple[ModelBase, ...]
    """The library's model bases among its ancestors."""
    is_complete: bool
    """Whether all ancestors are known."""

    @property
    def is_registered_model(self) -> bool:
        """Whether the library certainly knows the class by name."""
        return any(base.is_registered for base in self.bases)

    @property
    def may_be_registered_model(self) -> bool:
        """Whether the library knows the class by name, as far as the source tells."""
        return self.is_registered_model or not self.is_complete

    @property
    def is_async(self) -> bool:
        """Whether the class certainly is an async model."""
        return any(base.is_async for base in self.bases)


class Models:
    """Answers for the classes of one set of modules; remembers each answer."""

    def __init__(self, names: Names, vocabulary: Vocabulary) -> None:
        self._names = names
        self._model_bases = {
            full_name: base for base in vocabulary.model_bases for full_name in base.full_names
        }
        self._ancestries: dict[str, Ancestry] = {}
        self._depth = 0

    def ancestry(self, found: FoundClass) -> Ancestry:
        """What the bases of ``found`` amount to."""
        known = self._ancestries.get(found.full_name)
        if known is not None:
            return known
        if self._depth > DEEPEST:
            return Ancestry((), False)
        # Ends a walk over classes that claim to derive from each other.
        self._ancestries[found.full_name] = Ancestry((), True)
        bases: list[ModelBase] = []
        is_complete = True
        self._depth += 1
        for written, possible in zip(found.written.bases, self._names.bases(found), strict=True):
            part = self._ancestry_of_base(written, possible)
            bases += part.bases
            is_complete = is_complete and part.is_complete
        self._depth -= 1
        ancestry = Ancestry(tuple(dict.fromkeys(bases)), is_complete)
        self._ancestries[found.full_name] = ancestry
        return ancestry

    def base_names(self, found: FoundClass) -> tuple[str, ...]:
        """Full names of the direct bases of ``found``, without those that can't be resolved."""
        names: list[str] = []
        for written, possible in zip(found.written.bases, self._names.bases(found), strict=True):
            base = best_class(possible)
            if base is not None:
                names.append(base.full_name)
            elif hasattr(builtins, written):
                names.append(f"builtins.{written}")
        return tuple(names)

    def _ancestry_of_base(self, written: str, possible: list[Found]) -> Ancestry:
        base = best_class(possible)
        if isinstance(base, FoundClass):
            return self.ancestry(base)
        if base is None:
            return Ancestry((), bool(written) and hasattr(builtins, written))
        model_base = self._model_bases.get(base.full_name)
        if model_base is not None:
            return Ancestry((model_base,), True)
        top_module = base.full_name.partition(".")[0]
        return Ancestry((), top_module in sys.stdlib_module_names)


def best_class(possible: list[Found]) -> FoundClass | FoundPath | None:
    """The first class of the roots, or else the first path that may be one elsewhere."""
    for found in possible:
        if isinstance(found, FoundClass):
            return found
    for found in possible:
        if isinstance(found, FoundPath):
            return found
    return None
