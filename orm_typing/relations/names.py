"""What does a dotted name mean at a place in the source?

Python's rules (reference, "Resolution of names"): a class body sees its own names, then those of
the module, and never those of a class around it. A later binding hides an earlier one; a binding
in a branch leaves the earlier one possible, so an answer is a list of possibilities, in the order
of the text. Between modules the rules are those of imports: an attribute of a package is what its
``__init__`` binds, or else a submodule.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Callable
from functools import lru_cache, partial
from typing import NamedTuple, TypeAlias

from orm_typing.relations.written import Binding, Star, World, WrittenClass, WrittenFile

AT_THE_END = sys.maxsize
"""The position from which other modules see a scope."""


DEEPEST = 100
"""How many imports, aliases and bases one answer may pass through: Python's stack is finite."""


class Module(NamedTuple):
    """A module of the roots."""

    name: str
    is_package: bool
    written: WrittenFile
    home: str = ""
    """Its import root, for one that has been implied by where files are: a program of its own."""


class Place(NamedTuple):
    """A point in the text from which names are looked up."""

    module: Module
    order: int = AT_THE_END
    owner: WrittenClass | None = None
    order_in_owner: int = AT_THE_END


class FoundClass(NamedTuple):
    """A class statement of the roots."""

    module: Module
    written: WrittenClass

    @property
    def full_name(self) -> str:
        """Module and qualified name."""
        return f"{self.module.name}.{self.written.name}"


class FoundPath(NamedTuple):
    """A dotted path that is a module of the roots, or leads out of them."""

    full_name: str


class FoundValue(NamedTuple):
    """An expression that is neither: a constant or a type."""

    text: str
    place: Place


Found: TypeAlias = "FoundClass | FoundPath | FoundValue"
Question: TypeAlias = "tuple[str, str, str]"


@lru_cache(maxsize=10_000)
def parse_expression(text: str) -> ast.expr | None:
    """The expression that ``text`` is; ``None`` if it is none."""
    try:
        return ast.parse(text.strip(), mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None


def literal_string(text: str) -> str | None:
    """The value of an expression that is a string literal."""
    node = parse_expression(text)
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    return None


def bare(name: str) -> str:
    """The last part of a dotted name."""
    return name.rpartition(".")[2]


def is_dotted(text: str) -> bool:
    """Whether ``text`` is a name or a chain of attributes of a name."""
    return all(part.isidentifier() for part in text.split(".")) and text not in _CONSTANTS


_CONSTANTS = frozenset({"None", "True", "False"})


def absolute_module(module: Module, text: str) -> str | None:
    """The full name of ``..sibling`` seen from ``module``; ``None`` when it has too many dots."""
    relative = text.lstrip(".")
    level = len(text) - len(relative)
    if not level:
        return text
    parts = module.name.split(".")
    package = parts[: len(parts) - (level - 1 if module.is_package else level)]
    if not package or level > len(parts):
        return None
    return ".".join([*package, relative] if relative else package)


class Names:
    """Looks names up across modules.

    ``module_named`` gives a module of the roots; ``known_paths`` are full names which the library
    exports: they end a search, and a star import of an outside module can bring only them.
    """

    def __init__(
        self,
        module_named: Callable[[str], Module | None],
        known_paths: frozenset[str] = frozenset(),
    ) -> None:
        self._module_named = module_named
        self._known_paths = known_paths
        self._classes: dict[str, dict[str, WrittenClass]] = {}
        self._answers: dict[Question, list[Found]] = {}
        self._provisional: dict[Question, list[Found]] = {}
        self._depth = 0
        self._is_cut_short = False

    def resolve(self, dotted: str, place: Place) -> list[Found]:
        """All that ``dotted`` may mean at ``place``; empty when it is unknown."""
        head, *rest = dotted.split(".")
        found = self._name(head, place)
        for name in rest:
            found = [result for entity in found for result in self.member(entity, name)]
        return found

    def member(self, entity: Found, name: str) -> list[Found]:
        """What the attribute ``name`` of ``entity`` may be."""
        if isinstance(entity, FoundPath):
            return self._path_member(entity.full_name, name)
        if isinstance(entity, FoundClass):
            return self._class_member(entity, name)
        return []

    def class_of(self, module: Module, qualified_name: str) -> FoundClass | None:
        """The class of that qualified name in ``module``."""
        by_name = self._classes.get(module.name)
        if by_name is None:
            by_name = {written.name: written for written in module.written.classes}
            self._classes[module.name] = by_name
        written = by_name.get(qualified_name)
        return FoundClass(module, written) if written else None

    def bases(self, found: FoundClass) -> list[list[Found]]:
        """For each base class what it may be; empty lists for unknown ones."""
        place = Place(found.module, found.written.order)
        if found.written.enclosing:  # evaluated in the function, not yet in the class's own body
            place = Place(found.module, found.written.order, found.written, 0)
        elif "." in found.written.name:  # bases are evaluated in the body of the class around it
            outer = self.class_of(found.module, found.written.name.rpartition(".")[0])
            if outer is not None:
                place = Place(found.module, found.written.order, outer.written)
        return [self.resolve(base, place) if base else [] for base in found.written.bases]

    def is_bound_at_runtime(self, name: str, module: Module, order: int = AT_THE_END) -> bool:
        """Whether the module has the name when it is executed up to position ``order``.

        A star import of an outside module that isn't the library's may bring any name.
        """
        return self._binds(module, name, order, set())

    def _binds(self, module: Module, name: str, order: int, seen: set[str]) -> bool:
        if module.name in seen:
            return False
        seen.add(module.name)
        bindings = module.written.bindings.get(name, ())
        return any(
            binding.order < order and binding.world != "checker" for binding in bindings
        ) or any(
            star.order < order
            and star.world != "checker"
            and self._star_binds(module, star, name, seen)
            for star in module.written.stars
        )

    def _star_binds(self, module: Module, star: Star, name: str, seen: set[str]) -> bool:
        source_name = absolute_module(module, star.module)
        if not source_name or not name:
            return False
        source = self._module_named(source_name)
        if source is not None:
            return _is_exported(source, name) and self._binds(source, name, AT_THE_END, seen)
        library = source_name.partition(".")[0]
        return f"{source_name}.{name}" in self._known_paths or not any(
            path.startswith(f"{library}.") for path in self._known_paths
        )

    def _name(self, name: str, place: Place) -> list[Found]:
        if place.owner is not None:
            bindings = place.owner.bindings.get(name, ())
            in_class = live_bindings(bindings, place.order_in_owner)
            if in_class:
                # The right side of `Author = Author` in a class body is the module's.
                return self._meanings(in_class, place, name)
            in_function = live_bindings(place.owner.enclosing.get(name, ()), AT_THE_END)
            if in_function:
                return self._meanings(in_function, place._replace(order_in_owner=0), name)
        return self._module_name(place.module, name, place.order)

    def _meanings(self, bindings: list[Binding], place: Place, name: str) -> list[Found]:
        scope = f"{place.owner.name} {place.owner.order}" if place.owner else ""
        if place.order_in_owner == 0:
            scope = f"around {scope}"
        return [
            result
            for binding in bindings
            for result in self._answer(
                (place.module.name, scope, f"{name} {binding.order}"),
                partial(self._meaning, binding, place),
            )
        ]

    def _meaning(self, binding: Binding, place: Place) -> list[Found]:
        if binding.kind == "class":
            found = self.class_of(place.module, binding.text)
            return [found] if found else []
        if binding.kind == "import":
            module = absolute_module(place.module, binding.text)
            if module is None:
                return []
            return (
                self._path_member(module, binding.attribute)
                if binding.attribute
                else [FoundPath(module)]
            )
        if binding.kind == "expression":
            # A name on the right of its own assignment is the one that was bound before.
            if place.owner is None:
                before = place._replace(order=binding.order)
            else:
                before = place._replace(order_in_owner=min(binding.order, place.order_in_owner))
            if is_dotted(binding.text):
                return self.resolve(binding.text, before)
            return [FoundValue(binding.text, before)]
        return []

    def _module_name(self, module: Module, name: str, order: int) -> list[Found]:
        if order != AT_THE_END and not _is_all_before(module, name, order):
            found = self._module_name_before(module, name, order)
            bindings = module.written.bindings.get(name, ())
            if found or not bindings or live_bindings(bindings, order):
                return found
            # Nothing before: a forward reference, as in an annotation or to the class itself.
        return self._answer(
            (module.name, "", name),
            partial(self._module_name_before, module, name, AT_THE_END),
        )

    def _module_name_before(self, module: Module, name: str, order: int) -> list[Found]:
        statements: list[Binding | Star] = [
            *module.written.bindings.get(name, ()),
            *module.written.stars,
        ]
        statements.sort(key=lambda statement: statement.order, reverse=True)
        place = Place(module)
        found: list[Found] = []
        for statement in statements:
            if statement.order >= order or statement.world == "runtime":
                continue
            if isinstance(statement, Star):
                results = self._star_member(module, statement, name)
                ends = bool(results) and not statement.conditional
            else:
                results = self._meanings([statement], place, name)
                ends = not statement.conditional
            found = [*results, *found]
            if ends:
                break
        return found

    def _star_member(self, module: Module, star: Star, name: str) -> list[Found]:
        source_name = absolute_module(module, star.module)
        if source_name is None:
            return []
        source = self._module_named(source_name)
        if source is None:
            path = f"{source_name}.{name}"
            return [FoundPath(path)] if path in self._known_paths else []
        return self._module_name(source, name, AT_THE_END) if _is_exported(source, name) else []

    def _path_member(self, path: str, name: str) -> list[Found]:
        full_name = f"{path}.{name}"
        if full_name in self._known_paths:
            return [FoundPath(full_name)]
        module = self._module_named(path)
        if module is None:
            return [FoundPath(full_name)]
        found = self._module_name(module, name, AT_THE_END)
        if found or not self._module_named(full_name):
            return found
        return [FoundPath(full_name)]

    def _class_member(self, found: FoundClass, name: str) -> list[Found]:
        return self._answer(
            (found.full_name, "member", name), partial(self._inherited_member, found, name)
        )

    def _inherited_member(self, found: FoundClass, name: str) -> list[Found]:
        place = Place(found.module, found.written.order, found.written)
        own = live_bindings(found.written.bindings.get(name, ()), AT_THE_END)
        if own:
            return self._meanings(own, place, name)
        for base in self.bases(found):
            inherited = [result for entity in base for result in self.member(entity, name)]
            if inherited:
                return inherited
        return []

    def _answer(self, question: Question, find: Callable[[], list[Found]]) -> list[Found]:
        """``find()``, once for each question.

        Imports can go in circles. A question that comes up while it is being answered has no
        answer yet; what was found with the help of that holds until the first question is done.
        """
        if question in self._answers:
            return self._answers[question]
        if question in self._provisional or self._depth > DEEPEST:
            self._is_cut_short = True
            return self._provisional.get(question, [])
        self._provisional[question] = []
        self._depth += 1
        try:
            found = self._provisional[question] = find()
        finally:
            self._depth -= 1
        if self._depth == 0:
            if not self._is_cut_short:
                self._answers.update(self._provisional)
            self._answers[question] = found
            self._provisional = {}
            self._is_cut_short = False
        return found


def _is_all_before(module: Module, name: str, order: int) -> bool:
    """Whether nothing at or after position ``order`` of the module can bind the name."""
    written = module.written
    return all(binding.order < order for binding in written.bindings.get(name, ())) and all(
        star.order < order for star in written.stars
    )


def _is_exported(module: Module, name: str) -> bool:
    """Whether ``from module import *`` brings the name."""
    exports = module.written.exports
    return not name.startswith("_") if exports is None else name in exports


def live_bindings(
    bindings: tuple[Binding, ...], order: int, ignored: World = "runtime"
) -> list[Binding]:
    """Those that may hold before position ``order``, in the order of the text."""
    live: list[Binding] = []
    for binding in bindings:
        if binding.world == ignored or binding.order >= order:
            continue
        if not binding.conditional:
            live.clear()
        live.append(binding)
    return live
