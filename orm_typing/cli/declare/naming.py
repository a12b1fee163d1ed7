"""How is a class written in a certain module? By a name that is there, or by a new import.

Names that the module or the class has for something else are never taken: the import gets another
name then, ``from shop.books import Book as _Book``.
"""

from __future__ import annotations

import builtins
from collections.abc import Iterator
from dataclasses import dataclass, field

from orm_typing.cli.declare.found import ClassBody
from orm_typing.cli.declare.import_names import Import
from orm_typing.cli.declare.meaning import is_same_class
from orm_typing.relations.declaration import class_name
from orm_typing.relations.names import (
    AT_THE_END,
    FoundClass,
    FoundPath,
    Module,
    Names,
    Place,
    live_bindings,
)

CHECKER_FLAG = "typing.TYPE_CHECKING"
CLASS_VAR = "typing.ClassVar"
ANY = "typing.Any"


@dataclass
class Naming:
    """The names of one module, and the imports that it still needs."""

    module: Module
    names: Names
    avoided: frozenset[str]
    """Names that no import may take, as a string may mean them."""
    freed: frozenset[str]
    """Names of imports that are going to be removed."""
    imports: dict[str, Import] = field(default_factory=dict[str, Import])
    """New imports by the full name of what they bring."""

    def __post_init__(self) -> None:
        self._known: dict[str, list[str]] = {}
        for name in self.module.written.bindings:
            if name not in self.freed:
                for full_name in self._meaning(name):
                    self._known.setdefault(full_name, []).append(name)

    def existing(self, full_name: str) -> list[str]:
        """The names that the module has for a class."""
        return [
            name
            for known, names in self._known.items()
            if is_same_class(known, full_name)
            for name in names
        ]

    def checker_flag(self, first_class: int) -> str:
        """``TYPE_CHECKING``, bound at runtime before the first class; checkers know no alias."""
        name = CHECKER_FLAG.rpartition(".")[2]
        bindings = () if name in self.freed else self.module.written.bindings.get(name, ())
        if any(one.world == "both" and one.order <= first_class for one in bindings):
            return name
        for module in self._known.get("typing", ()):
            binding = self.module.written.bindings[module][0]
            if binding.world == "both" and binding.order <= first_class:
                return f"{module}.{name}"
        self.imports[CHECKER_FLAG] = Import("typing", name, None)
        return name

    def of(
        self, full_name: str, module: str, body: ClassBody, hidden: frozenset[str]
    ) -> str | None:
        """An expression for the class in the body of another one; ``None`` if there is none.

        ``hidden`` are names that mean something else in that body.
        """
        name = full_name[len(module) + 1 :]
        if "@" in name:
            return self._in_function(full_name, body, hidden)
        owner = self.names.class_of(self.module, body.name)
        if owner is not None:
            hidden = hidden.union(owner.written.enclosing)
        head, _, rest = name.partition(".")
        known = self._known_name(f"{module}.{head}", module, head, hidden)
        if known is None:
            if module == self.module.name:
                return None
            if module == "builtins":
                return self._builtin(head, hidden)
            known = self._import(module, head, hidden)
        return f"{known}.{rest}" if rest else known

    def _known_name(
        self, full_name: str, module: str, head: str, hidden: frozenset[str]
    ) -> str | None:
        if full_name in self.imports:
            bound = self.imports[full_name].bound
            if bound not in hidden:
                return bound
        for name in sorted(self.existing(full_name), key=lambda name: (name != head, name)):
            if name not in hidden:
                return name
        for name in self._known.get(module, ()):
            if name not in hidden:
                return f"{name}.{head}"
        return None

    def _meaning(self, name: str) -> Iterator[str]:
        """Full name of what the module calls so, if that is certain."""
        if len(live_bindings(self.module.written.bindings[name], AT_THE_END)) != 1:
            return
        found = self.names.resolve(name, Place(self.module))
        if len(found) == 1 and isinstance(found[0], (FoundClass, FoundPath)):
            full_name = found[0].full_name
            yield full_name
            if full_name.startswith("typing_extensions."):
                yield full_name.replace("typing_extensions", "typing", 1)

    def _in_function(self, full_name: str, body: ClassBody, hidden: frozenset[str]) -> str | None:
        owner = self.names.class_of(self.module, body.name)
        name = class_name(full_name)
        if owner is None or name in hidden or not self.module.written.future_annotations:
            return None
        place = Place(self.module, AT_THE_END, owner.written, 0)
        found = self.names.resolve(name, place)
        is_known = any(isinstance(one, FoundClass) and one.full_name == full_name for one in found)
        return name if is_known and len(found) == 1 else None

    def _builtin(self, name: str, hidden: frozenset[str]) -> str:
        if name not in hidden and not self._binds(name):
            return name
        module = self._known_name("builtins", "", "builtins", hidden)
        return f"{module or self._import('builtins', '', hidden)}.{name}"

    def _binds(self, name: str) -> bool:
        return name in self.module.written.bindings and name not in self.freed

    def _import(self, module: str, name: str, hidden: frozenset[str]) -> str:
        wanted = name or module
        bound = next(one for one in _candidates(wanted) if self._is_free(one, hidden))
        alias = None if bound == wanted else bound
        new = self.imports[f"{module}.{name}".rstrip(".")] = Import(module, name, alias)
        return new.bound

    def _is_free(self, name: str, hidden: frozenset[str]) -> bool:
        return not (
            name in hidden
            or name in self.avoided
            or self._binds(name)
            or hasattr(builtins, name)
            or any(one.bound == name for one in self.imports.values())
        )


def _candidates(name: str) -> Iterator[str]:
    yield name
    yield f"_{name}"
    number = 2
    while True:
        yield f"_{name}{number}"
        number += 1
