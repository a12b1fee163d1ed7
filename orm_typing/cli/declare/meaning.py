"""What do the names of an annotation mean where it stands, without a type checker?"""

from __future__ import annotations

import ast
import builtins
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from mypy.build import default_data_dir
from mypy.fscache import FileSystemCache
from mypy.modulefinder import FindModuleCache, ModuleNotFoundReason, compute_search_paths
from mypy.options import Options

from orm_typing.orms import ORMS
from orm_typing.relations.names import (
    AT_THE_END,
    FoundClass,
    FoundPath,
    Module,
    Names,
    Place,
    absolute_module,
    live_bindings,
)
from orm_typing.relations.scan import dotted_name
from orm_typing.relations.written import Binding, WrittenClass


class Meaning(Enum):
    """Answers that are no full name."""

    GONE = "gone"
    """The name was imported from a module that does not have it, or nothing has it."""
    UNKNOWN = "unknown"


def unquoted(node: ast.expr) -> ast.expr:
    """The expression that a string annotation contains."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        try:
            return unquoted(ast.parse(node.value.strip(), mode="eval").body)
        except (SyntaxError, ValueError):
            return node
    return node


def is_same_class(full_name: str, other: str) -> bool:
    """Whether two paths lead to one class: a library exports its classes by several."""
    if full_name == other:
        return True
    if full_name.rpartition(".")[2] != other.rpartition(".")[2]:
        return False
    return any(full_name.startswith(orm.package) and other.startswith(orm.package) for orm in ORMS)


@dataclass(frozen=True)
class Scope:
    """The names that a class body sees."""

    names: Names
    module: Module
    written: WrittenClass | None
    is_module: Callable[[str], bool]
    """Whether there is a module of that name, in the project or installed."""

    def full_name(self, node: ast.expr) -> str | Meaning:
        """Full name of the class that a dotted name means."""
        dotted = dotted_name(unquoted(node))
        if not dotted:
            return Meaning.UNKNOWN
        if self._is_from_no_module(dotted.partition(".")[0]):
            return Meaning.GONE
        found = self.names.resolve(dotted, Place(self.module, AT_THE_END, self.written))
        if not found:
            return self._unresolved(dotted)
        if len(found) == 1 and isinstance(found[0], (FoundClass, FoundPath)):
            return found[0].full_name
        return Meaning.UNKNOWN

    def _bindings(self, name: str) -> list[Binding]:
        bindings = self.module.written.bindings.get(name, ())
        if self.written is not None:
            inner = self.written.bindings.get(name, ()) or self.written.enclosing.get(name, ())
            bindings = inner or bindings
        return live_bindings(bindings, AT_THE_END)

    def _is_from_no_module(self, name: str) -> bool:
        return any(
            binding.kind == "import"
            and not self.is_module(absolute_module(self.module, binding.text) or "")
            for binding in self._bindings(name)
        )

    def _unresolved(self, dotted: str) -> str | Meaning:
        head = dotted.partition(".")[0]
        bindings = self._bindings(head)
        if bindings:
            # A module of the project that lacks the name.
            is_import = all(binding.kind == "import" for binding in bindings)
            return Meaning.GONE if is_import else Meaning.UNKNOWN
        if hasattr(builtins, head):
            return f"builtins.{dotted}"
        return Meaning.UNKNOWN if self.module.written.stars else Meaning.GONE


def module_finder(
    module_named: Callable[[str], Module | None], options: Options
) -> Callable[[str], bool]:
    """Whether a module exists, in the project or where mypy looks for libraries."""
    paths = compute_search_paths([], options, default_data_dir())
    finder = FindModuleCache(paths, FileSystemCache(), options)

    def is_module(name: str) -> bool:
        if not name or module_named(name) is not None:
            return bool(name)
        found = finder.find_module(name)
        return found is not ModuleNotFoundReason.NOT_FOUND

    return is_module
