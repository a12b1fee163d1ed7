"""The imports of a module: what declarations need, and no more what they needed.

Names of typing are imported at runtime, where ``if TYPE_CHECKING:`` needs one of them. All else
stands below ``if TYPE_CHECKING:``, so no import becomes a cycle.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Set
from dataclasses import replace
from itertools import takewhile

import libcst as cst
from libcst import matchers

from orm_typing.cli.declare.import_names import (
    Import,
    bound_name,
    bound_names,
    has_alias,
    imported_module,
    is_import,
    module_of,
    with_name,
    without_names,
)
from orm_typing.cli.declare.syntax import (
    BLANK_LINE,
    Lines,
    Statement,
    above,
    checker_block,
    has_declarations,
    parse_line,
    statements_of,
    with_above,
)
from orm_typing.relations.names import Module, absolute_module

_TYPING = ("typing", "typing_extensions")
_FUTURE, _STANDARD, _OTHERS, _OWN, _RELATIVE = range(5)


def removable_imports(module: cst.Module) -> set[str]:
    """Names that are imported for checkers alone, and those that this command takes from typing."""
    names: set[str] = set()
    for statement in module.body:
        block = checker_block(statement)
        if block is not None:
            names.update(*(bound_names(line) for line in statements_of(block)))
        elif module_of(statement) in _TYPING:
            names |= bound_names(statement) & {"TYPE_CHECKING", "ClassVar", "Any"}
    return names


def remove_imports(module: cst.Module, gone: Set[str]) -> cst.Module:
    """The module without the imports that bind these names."""

    def shortened(statement: Statement) -> Statement | None:
        block = checker_block(statement)
        if block is None:
            is_typing = module_of(statement) in _TYPING
            return without_names(statement, gone) if is_typing else statement
        lines, below = _filtered(statements_of(block), lambda line: without_names(line, gone))
        if not lines:
            return None
        block = block.with_changes(body=lines, footer=[*below, *block.footer])
        return statement.with_changes(body=block)

    if not gone:
        return module
    body, below = _filtered(list(module.body), shortened)
    return module.with_changes(body=body, footer=[*below, *module.footer])


def _filtered(
    statements: list[Statement], change: Callable[[Statement], Statement | None]
) -> tuple[list[Statement], list[cst.EmptyLine]]:
    """The changed statements, and comments that are below them then.

    What stands above a statement that goes is above the next one then.
    """
    kept: list[Statement] = []
    carried: Lines = ()
    for position, statement in enumerate(statements):
        new = change(statement)
        if new is None:
            carried = above(statement) if position == 0 else _joined(carried, above(statement))
            continue
        is_first = not kept and position > 0
        kept.append(with_above(new, carried if is_first else _joined(carried, above(new))))
        carried = ()
    return kept, [line for line in carried if line.comment is not None]


def _joined(first: Lines, second: Lines) -> Lines:
    """Two gaps made one: all comments, and the larger of the two where there are none."""
    if any(line.comment is not None for line in first):
        return [*first, *second]
    return second if len(second) >= len(first) else first


class Importer:
    """Adds imports to a module; ``is_own`` tells the project's own top-level packages."""

    def __init__(
        self, module: cst.Module, place: Module, flag: str, is_own: Callable[[str], bool]
    ) -> None:
        self.module = module
        self._place = place
        self._flag = flag
        self._is_own = is_own
        self._is_relative = uses_relative_imports(place)

    def add(self, imports: Iterable[Import]) -> None:
        """Add all, each to the statement or the section where it belongs."""
        for absolute in sorted(imports, key=lambda one: (one.module, bool(one.alias), one.name)):
            one = self._in_style(absolute)
            body = list(self.module.body)
            if one.module == "typing":
                self._insert(body, one, self._end_of_imports())
            else:
                self._add_for_checkers(body, one)
            self.module = self.module.with_changes(body=body)

    def _in_style(self, one: Import) -> Import:
        """Relative to the module, if it imports its package's modules like that."""
        package = self._place.name.split(".")
        package = package if self._place.is_package else package[:-1]
        parts = one.module.split(".")
        if not self._is_relative or not package or parts[0] != package[0]:
            return one
        pairs = zip(package, parts, strict=False)
        common = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
        dots = "." * (len(package) - common + 1)
        return replace(one, module=dots + ".".join(parts[common:]))

    def _add_for_checkers(self, body: list[Statement], one: Import) -> None:
        for position, statement in enumerate(body[: self._first_definition()]):
            block = checker_block(statement)
            if block is not None:
                lines = statements_of(block)
                self._insert(lines, one, len(lines))
                body[position] = statement.with_changes(body=block.with_changes(body=lines))
                return
        position = max(self._end_of_imports(), self._after_flag())
        block = cst.IndentedBlock([parse_line(one.text, self.module)])
        new = cst.If(cst.parse_expression(self._flag), block)
        body.insert(position, with_above(new, [BLANK_LINE] if position else []))
        if position + 1 < len(body):
            body[position + 1] = _after_blank_line(body[position + 1])

    def _first_definition(self) -> int:
        for position, statement in enumerate(self.module.body):
            if isinstance(statement, (cst.ClassDef, cst.FunctionDef)) or has_declarations(
                statement
            ):
                return position
        return len(self.module.body)

    def _after_flag(self) -> int:
        """The position after the statements that give the flag its value.

        It may be another than an import: ``TYPE_CHECKING = False``, or a ``try:``.
        """
        name = self._flag.partition(".")[0]
        end = 0
        for position, statement in enumerate(self.module.body[: self._first_definition()]):
            if _binds(statement, name):
                end = position + 1
        return end

    def _end_of_imports(self) -> int:
        """The position after the last import before the first definition."""
        end = 0
        for position, statement in enumerate(self.module.body[: self._first_definition()]):
            if is_import(statement) or (position == 0 and _is_docstring(statement)):
                end = position + 1
        return end

    # ---- one import among others

    def _insert(self, statements: list[Statement], one: Import, end: int) -> None:
        """Insert among the first ``end`` statements."""
        place = self._key(one.module, bool(one.name))
        before: int | None = None
        after: int | None = None
        for position, statement in enumerate(statements[:end]):
            if self._takes(statement, one):
                statements[position] = with_name(statement, one)
                return
            if is_import(statement):
                if self._key_of(statement) <= place:
                    before = position
                elif after is None:
                    after = position
        new = parse_line(one.text, self.module)
        if before is not None:
            is_same_section = self._key_of(statements[before])[0] == place[0]
            statements.insert(before + 1, with_above(new, [] if is_same_section else [BLANK_LINE]))
            self._separate(statements, before + 2, place[0])
        elif after is not None:
            blank = _blank_lines(statements[after])
            statements[after] = with_above(
                statements[after], above(statements[after])[len(blank) :]
            )
            statements.insert(after, with_above(new, blank))
            self._separate(statements, after + 1, place[0])
        else:
            statements.insert(end, with_above(new, [BLANK_LINE] if end else []))
            if end + 1 < len(statements):
                statements[end + 1] = _after_blank_line(statements[end + 1])

    def _takes(self, statement: Statement, one: Import) -> bool:
        """Whether the statement can import one name more; isort keeps ``as`` on its own line."""
        is_plain = bool(one.name) and one.alias is None and not has_alias(statement)
        module = self._absolute(module_of(statement))
        return is_plain and module is not None and module == self._absolute(one.module)

    def _absolute(self, module: str | None) -> str | None:
        return None if module is None else absolute_module(self._place, module)

    def _separate(self, statements: list[Statement], position: int, section: int) -> None:
        """A blank line between imports of different sections."""
        if position < len(statements) and is_import(statements[position]):
            following = statements[position]
            if self._key_of(following)[0] != section:
                statements[position] = _after_blank_line(following)

    def _key_of(self, statement: Statement) -> tuple[int, bool, str]:
        module = module_of(statement)
        if module is not None:
            return self._key(module, True)
        return self._key(imported_module(statement), False)

    def _key(self, module: str, is_from: bool) -> tuple[int, bool, str]:
        """The place of an import among others: that which isort and ruff give it."""
        top = module.partition(".")[0]
        if module == "__future__":
            section = _FUTURE
        elif module.startswith("."):
            section = _RELATIVE
        elif top in sys.stdlib_module_names:
            section = _STANDARD
        else:
            section = _OWN if self._is_own(top) else _OTHERS
        return section, is_from, module


def uses_relative_imports(module: Module) -> bool:
    """Whether a module imports from its own package by dots alone."""
    top = module.name.partition(".")[0]
    texts = [
        binding.text
        for bindings in module.written.bindings.values()
        for binding in bindings
        if binding.kind == "import"
    ]
    return any(text.startswith(".") for text in texts) and not any(
        text.partition(".")[0] == top for text in texts
    )


def _binds(statement: Statement, name: str) -> bool:
    """Whether a statement, or one in it, gives the name a value."""
    is_name = matchers.Name(name)
    assigned = matchers.findall(
        statement, matchers.OneOf(matchers.AssignTarget(is_name), matchers.AnnAssign(is_name))
    )
    imported = matchers.findall(statement, matchers.ImportAlias())
    return bool(assigned) or any(
        isinstance(alias, cst.ImportAlias) and bound_name(alias) == name for alias in imported
    )


def _is_docstring(statement: Statement) -> bool:
    if not isinstance(statement, cst.SimpleStatementLine):
        return False
    small = statement.body[0]
    return isinstance(small, cst.Expr) and isinstance(
        small.value, (cst.SimpleString, cst.ConcatenatedString)
    )


def _blank_lines(statement: Statement) -> Lines:
    """The blank lines right at the beginning of what stands above."""
    lines = above(statement)
    end = next((i for i, line in enumerate(lines) if line.comment is not None), len(lines))
    return lines[:end]


def _after_blank_line(statement: Statement) -> Statement:
    if _blank_lines(statement):
        return statement
    return with_above(statement, [BLANK_LINE, *above(statement)])
