"""The new text of a module: lines for its classes, and the imports that they need."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterator, Sequence

import libcst as cst

from orm_typing.cli.declare.agreement import KEY_TYPES
from orm_typing.cli.declare.bodies import BodyChange, change_bodies
from orm_typing.cli.declare.comparison import Comparison, Item
from orm_typing.cli.declare.expected import Accessor, Key, Target
from orm_typing.cli.declare.found import words_in
from orm_typing.cli.declare.imports import Importer, removable_imports, remove_imports
from orm_typing.cli.declare.meaning import is_same_class
from orm_typing.cli.declare.naming import ANY, CHECKER_FLAG, CLASS_VAR, Naming
from orm_typing.cli.declare.sources import Sources
from orm_typing.relations.names import Module

# A one-to-one accessor can be assigned to, so it is no class variable. basedpyright asks for a
# value then, and no value of that type can be written in a line.
_NO_VALUE = "  # pyright: ignore[reportUninitializedInstanceVariable]"


def write_module(
    sources: Sources,
    module: Module,
    syntax: cst.Module,
    tree: ast.Module,
    comparisons: Sequence[Comparison],
) -> str:
    """The text with the changes that ``comparisons`` ask for.

    What can't be written after all is moved to what they leave.
    """
    return _Writer(sources, module, syntax, tree, comparisons).write()


class _Writer:
    def __init__(
        self,
        sources: Sources,
        module: Module,
        syntax: cst.Module,
        tree: ast.Module,
        comparisons: Sequence[Comparison],
    ) -> None:
        self._sources = sources
        self._module = module
        self._syntax = syntax
        self._tree = tree
        self._comparisons = [one for one in comparisons if one.change.is_stale]
        self._items = [
            item
            for one in self._comparisons
            for item in (*one.missing, *(wrong for _, wrong in one.wrong))
        ]
        self._naming = self._new_naming(frozenset())
        self._freed = self._unused_imports()
        self._naming = self._new_naming(self._freed)

    def write(self) -> str:
        flag = CHECKER_FLAG
        if self._items:
            first = min(
                found.written.order
                for one in self._comparisons
                if (found := self._sources.names.class_of(self._module, one.body.name))
            )
            flag = self._naming.checker_flag(first)
        changes = [self._change(one) for one in self._comparisons]
        syntax = change_bodies(self._syntax, changes, flag)
        syntax = remove_imports(syntax, self._freed)
        importer = Importer(syntax, self._module, flag, self._is_own)
        importer.add(self._naming.imports.values())
        return importer.module.code

    def _new_naming(self, freed: frozenset[str]) -> Naming:
        unresolved = {
            relation.target_text
            for relation in self._sources.index.declared_in_module(self._module.name)
            if relation.target is None
        }
        avoided = unresolved | set(_names_from_elsewhere(self._tree, self._module))
        return Naming(self._module, self._sources.names, frozenset(avoided), freed)

    def _is_own(self, top: str) -> bool:
        return self._sources.module(top) is not None

    # ---- lines

    def _change(self, comparison: Comparison) -> BodyChange:
        change = BodyChange(comparison.body)
        for item in comparison.missing:
            text = self._text(item, comparison)
            if text is None:
                comparison.leave(item, "its model has no name that the class body could use")
            elif isinstance(item, Target):
                change.annotated[item.name] = text
            else:
                change.added.append(text)
        for declaration, item in comparison.wrong:
            text = self._text(item, comparison)
            if text is None:
                comparison.leave(item, "its model has no name that the class body could use")
            else:
                change.replaced[declaration.line] = text
        for declaration in comparison.stale:
            change.replaced[declaration.line] = None
        return change

    def _text(self, item: Item, comparison: Comparison) -> str | None:
        if isinstance(item, Accessor):
            return self._accessor(item, comparison)
        if isinstance(item, Key):
            return self._key(item, comparison)
        return self._annotation(item, comparison)

    def _accessor(self, item: Accessor, comparison: Comparison) -> str | None:
        if item.row is None:
            row = self._name(ANY, "typing", comparison)
        else:
            row = self._name(item.row, item.row_module, comparison)
            row = row and self._quoted(row)
        if row is None:
            return None
        module = item.descriptor.rpartition(".")[0]
        descriptor = f"{self._name(item.descriptor, module, comparison)}[{row}]"
        if item.is_settable:
            return f"{item.name}: {descriptor}{_NO_VALUE}"
        return f"{item.name}: {self._name(CLASS_VAR, 'typing', comparison)}[{descriptor}]"

    def _key(self, item: Key, comparison: Comparison) -> str | None:
        full_name = item.type_name or ANY
        name = self._name(full_name, full_name.rpartition(".")[0], comparison)
        if name is None:
            return None
        if item.nullable and item.type_name is not None:
            return f"{item.name}: {name} | None = None"
        value = KEY_TYPES.get(full_name, "None" if item.type_name is None else "")
        return f"{item.name}: {name}" + (f" = {value.format(type=name)}" if value else "")

    def _annotation(self, item: Target, comparison: Comparison) -> str | None:
        row = self._name(item.row, item.row_module, comparison)
        if row is None:
            return None
        field = self._called(item, comparison)
        if field is None:
            field = self._name(item.constructor, item.constructor.rpartition(".")[0], comparison)
        return self._quoted(f"{field}[{row} | None]" if item.nullable else f"{field}[{row}]")

    def _called(self, item: Target, comparison: Comparison) -> str | None:
        """The field's class as the class body calls it, if it is the library's own."""
        for statement in ast.walk(comparison.body.tree):
            if not isinstance(statement, (ast.Assign, ast.AnnAssign)):
                continue
            targets = statement.targets if isinstance(statement, ast.Assign) else [statement.target]
            value = statement.value
            if not isinstance(value, ast.Call) or item.name not in map(ast.unparse, targets):
                continue
            called = value.func.value if isinstance(value.func, ast.Subscript) else value.func
            name = comparison.scope.full_name(called)
            if isinstance(name, str) and is_same_class(name, item.constructor):
                return ast.unparse(called)
        return None

    def _name(self, full_name: str, module: str, comparison: Comparison) -> str | None:
        return self._naming.of(full_name, module, comparison.body, comparison.hidden)

    def _quoted(self, text: str) -> str:
        return text if self._module.written.future_annotations else f'"{text}"'

    # ---- imports that nothing needs any more

    def _unused_imports(self) -> frozenset[str]:
        """The imports that only lines which go or change have used."""
        dropped: Counter[str] = Counter()
        for comparison in self._comparisons:
            for declaration in (*comparison.stale, *(wrong for wrong, _ in comparison.wrong)):
                for node in (declaration.annotation, declaration.value):
                    dropped.update(_words(node) if node is not None else ())
            change = BodyChange(comparison.body)
            change.replaced.update((one.line, None) for one in comparison.stale)
            change.added += [one.name for one in comparison.missing]
            dropped.update(["TYPE_CHECKING"] * len(change.emptied))
        uses = Counter(_words(self._tree))
        candidates = removable_imports(self._syntax) - self._needed()
        unused = {name for name in candidates if dropped[name] and uses[name] <= dropped[name]}
        without = remove_imports(self._syntax, unused)
        blocks = _count_blocks(self._syntax) - _count_blocks(without)
        if "TYPE_CHECKING" in candidates and uses["TYPE_CHECKING"] <= (
            dropped["TYPE_CHECKING"] + blocks
        ):
            unused.add("TYPE_CHECKING")
        return frozenset(unused)

    def _needed(self) -> set[str]:
        """The names of the module by which what is written can be named."""
        full_names = {CHECKER_FLAG} if self._items else set[str]()
        for item in self._items:
            if isinstance(item, Key):
                full_names.add(item.type_name or ANY)
                continue
            full_names.add(item.row or ANY)
            if isinstance(item, Target):
                full_names.add(item.constructor)
            else:
                full_names |= {item.descriptor, *(() if item.is_settable else (CLASS_VAR,))}
        return {name for full_name in full_names for name in self._naming.existing(full_name)}


def _names_from_elsewhere(tree: ast.Module, module: Module) -> Iterator[str]:
    """Names that the module may have without a statement of its own that binds them."""
    if module.written.stars:
        yield from _words(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.Global):
            yield from node.names


def _count_blocks(module: cst.Module) -> int:
    return sum(isinstance(statement, cst.If) for statement in module.body)


def _words(tree: ast.AST) -> Iterator[str]:
    """All names, and the words of strings that are more than remarks, as often as they occur."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            continue
        for child in ast.iter_child_nodes(node):
            if isinstance(child, (ast.Name, ast.Constant)):
                yield from words_in(child)
    if isinstance(tree, (ast.Name, ast.Constant)):
        yield from words_in(tree)
