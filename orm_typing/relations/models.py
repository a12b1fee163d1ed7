"""Which classes of the project are models?

``class Author(BaseDBModel)`` is one, and so is every class that derives from it. A class with a
base that the source does not show may or may not be one.
"""

from __future__ import annotations

import builtins
import sys
from typing import TYPE_CHECKING, NamedTuple

from orm_typing.relations.names import (
    AT_THE_END,
    DEEPEST,
    Found,
    FoundClass,
    FoundPath,
    Names,
    literal_string,
    live_bindings,
)

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
    def copies_abstract_fields(self) -> bool:
        """Whether fields of abstract bases become fields of the class."""
        return any(base.copies_abstract_fields for base in self.bases)

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

    def is_abstract(self, found: FoundClass) -> bool:
        """Whether the class says ``abstract = True`` in its ``Meta``, for a library that asks."""
        return (
            self._option(found, "abstract") == "True"
            and self.ancestry(found).copies_abstract_fields
        )

    def proxied(self, found: FoundClass) -> FoundClass | None:
        """The model whose fields the class has: ``proxy = True`` in its ``Meta``.

        A proxy of a proxy has none (``dorm.models.ModelBase.__new__``).
        """
        if not self.is_proxy(found):
            return None
        for possible in self._names.bases(found):
            base = best_class(possible)
            if (
                isinstance(base, FoundClass)
                and self.ancestry(base).may_be_registered_model
                and not self.is_abstract(base)
                and not self.is_proxy(base)
            ):
                return base
        return None

    def is_proxy(self, found: FoundClass) -> bool:
        """Whether the class says ``proxy = True`` in its ``Meta``, for a library that asks."""
        return (
            self._option(found, "proxy") == "True" and self.ancestry(found).copies_abstract_fields
        )

    def abstract_bases(self, found: FoundClass) -> list[FoundClass]:
        """The abstract classes whose fields the class has: direct bases, and theirs in turn."""
        bases: dict[str, FoundClass] = {}
        waiting = [found]
        while waiting:
            direct = [best_class(possible) for possible in self._names.bases(waiting.pop(0))]
            for base in direct:
                if (
                    isinstance(base, FoundClass)
                    and base.full_name not in bases
                    and self.is_abstract(base)
                ):
                    bases[base.full_name] = base
                    waiting.append(base)
        return list(bases.values())

    def automatic_key(self, found: FoundClass) -> str | None:
        """Full name of the type of the key that the library adds."""
        for base in self.ancestry(found).bases:
            if base.automatic_key is not None:
                return base.automatic_key
        return None

    def labels(self, found: FoundClass) -> set[str]:
        """The labels before a model's name in a string target (``StringTarget.LABELLED``)."""
        package, _, last = found.module.name.rpartition(".")
        label = package if package and last == "models" else found.module.name.partition(".")[0]
        labels = {label}
        given = literal_string(self._option(found, "app_label"))
        if given:
            labels.add(given)
        return labels

    def _option(self, found: FoundClass, name: str) -> str:
        """The text of an option in the ``Meta`` of the class's own body."""
        for binding in live_bindings(found.written.bindings.get("Meta", ()), AT_THE_END):
            if binding.kind == "class":
                options = self._names.class_of(found.module, binding.text)
                bindings = options.written.bindings.get(name, ()) if options else ()
                for option in live_bindings(bindings, AT_THE_END):
                    return option.text
        return ""

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
