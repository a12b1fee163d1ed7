"""The vocabulary's constructors, under all names that the project has for them.

``from sqliter.orm import ForeignKey as FK``, ``Key = db.FK``, ``class AuthorKey(FK[Author])``: a
file can declare relations with a name that the library doesn't know.
"""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from orm_typing.relations.declaration import class_name
from orm_typing.relations.names import (
    DEEPEST,
    Found,
    FoundPath,
    FoundValue,
    Module,
    Names,
    Place,
    bare,
    is_dotted,
    parse_expression,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from orm_typing.relations.vocabulary import RelationConstructor, Vocabulary
    from orm_typing.relations.written import Binding

# With one of these a subclass of a constructor may take other arguments, or do other things.
CHANGED_BY_SUBCLASS = frozenset({"__init__", "__new__", "__set_name__"})


class Constructors:
    """Recognises constructors by what a name resolves to."""

    def __init__(self, names: Names, vocabulary: Vocabulary) -> None:
        self._names = names
        self._by_full_name = {
            full_name: constructor
            for constructor in vocabulary.constructors
            if not constructor.is_extension
            for full_name in constructor.full_names
        }
        self.words = {bare(full_name) for full_name in self._by_full_name}
        """All last parts of names that may stand for a constructor somewhere."""

    def find(self, callee: str, place: Place) -> RelationConstructor | None:
        """The constructor that the dotted name ``callee`` stands for at ``place``."""
        return self._first(self._names.resolve(callee, place), depth=0)

    def learn(self, modules: Iterable[Module]) -> None:
        """Add the names under which ``modules`` bind constructors to ``words``.

        Only bindings of what is a word already are looked at, for each new word again. So a name
        of a name is found, and imports that have nothing to do with it are never followed.
        """
        modules = list(modules)
        learned: set[str] | None = None
        while learned is None or learned:
            learned = {
                name
                for module in modules
                for name, bound, place in self._possible_renames(module)
                if self.find(bound, place)
            }
            self.words |= learned

    def _possible_renames(self, module: Module) -> Iterator[tuple[str, str, Place]]:
        """New names with what they are bound to, and where."""
        for name, bindings in module.written.bindings.items():
            for binding in bindings:
                if self._may_rename(name, binding):
                    yield name, name, Place(module, binding.order + 1)
        for written in module.written.classes:
            inside = Place(module, written.order, written)
            for name, bindings in written.bindings.items():
                for binding in bindings:
                    if self._may_rename(name, binding):
                        yield name, name, inside._replace(order_in_owner=binding.order + 1)
            for name, bindings in written.enclosing.items():
                if any(self._may_rename(name, binding) for binding in bindings):
                    yield name, name, inside._replace(order_in_owner=0)
            for base in written.bases:
                name = class_name(written.name)
                if bare(base) in self.words and name not in self.words:
                    yield name, base, Place(module, written.order)

    def _may_rename(self, name: str, binding: Binding) -> bool:
        if name in self.words:
            return False
        if binding.kind == "import":
            return binding.attribute in self.words
        # Of `Key = ForeignKey[Author]` the generic class counts.
        return binding.kind == "expression" and (bare(binding.text.partition("[")[0]) in self.words)

    def _first(self, possible: Iterable[Found], depth: int) -> RelationConstructor | None:
        for found in possible:
            constructor = self._of(found, depth)
            if constructor is not None:
                return constructor
        return None

    def _of(self, found: Found, depth: int) -> RelationConstructor | None:
        if depth > DEEPEST:
            return None
        if isinstance(found, FoundPath):
            return self._by_full_name.get(found.full_name)
        if isinstance(found, FoundValue):
            node = parse_expression(found.text)
            generic = ast.unparse(node.value) if isinstance(node, ast.Subscript) else ""
            if not is_dotted(generic):
                return None
            return self._first(self._names.resolve(generic, found.place), depth + 1)
        if CHANGED_BY_SUBCLASS & found.written.bindings.keys():
            return None
        bases = (base for possible in self._names.bases(found) for base in possible)
        return self._first(bases, depth + 1)
