"""One file to what it says: ``read_source(bytes) -> WrittenFile``.

For example::

    from sqliter.orm import ForeignKey as FK

    class Book(BaseDBModel):
        author: FK[Author] = FK(Author, related_name="books")

becomes a binding of ``FK``, a class ``Book``, and in it a call of ``FK`` with one positional
argument and one keyword. Which of the calls declare a relation is for ``resolve`` to say: the name
``FK`` may come from anywhere.
"""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, NamedTuple

from orm_typing.relations.annotations import evaluated_names
from orm_typing.relations.fallback import read_broken
from orm_typing.relations.syntax import PARSE_ERRORS, parse
from orm_typing.relations.written import (
    NOTHING_WRITTEN,
    Binding,
    BindingKind,
    Call,
    Star,
    World,
    WrittenClass,
    WrittenFile,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

LONGEST_EXPRESSION = 1000
"""Longer ones are tables of data; no name of a class or an accessor needs more."""


def read_source(data: bytes) -> WrittenFile:
    """What ``data`` says; one that lacks statements has its ``broken`` text, too.

    Never raises: a checker reports the error, with its own words.
    """
    try:
        parsed = parse(data)
        written = _read_module(parsed.tree)
    except PARSE_ERRORS:
        return NOTHING_WRITTEN._replace(broken=read_broken(data))
    return written._replace(broken=read_broken(data)) if parsed.lost else written


def dotted_name(node: ast.expr) -> str:
    """``a.b.c`` for such an expression; empty for any other."""
    parts: list[str] = []
    while isinstance(node, ast.Attribute):
        parts.append(node.attr)
        node = node.value
    if not isinstance(node, ast.Name):
        return ""
    parts.append(node.id)
    return ".".join(reversed(parts))


def unparsed(node: ast.expr) -> str:
    """``ast.unparse(node)``, which takes its time even for names and their subscripts."""
    if isinstance(node, ast.Subscript) and not isinstance(node.slice, ast.Tuple):
        owner = dotted_name(node.value)
        if owner:
            return f"{owner}[{unparsed(node.slice)}]"
    return dotted_name(node) or ast.unparse(node)


def type_checking_value(test: ast.expr) -> bool | None:
    """What a checker takes ``test`` for, if it is about ``TYPE_CHECKING``; else ``None``."""
    if isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not):
        value = type_checking_value(test.operand)
        return None if value is None else not value
    return True if dotted_name(test).rpartition(".")[2] == "TYPE_CHECKING" else None


# `except*` has a class of its own since Python 3.11.
_TRY: tuple[type[ast.Try], ...] = (ast.Try, getattr(ast, "TryStar", ast.Try))


class _Circumstances(NamedTuple):
    """Under which conditions a statement is executed."""

    conditional: bool = False
    world: World = "both"


def _read_module(tree: ast.Module) -> WrittenFile:
    future = any(
        isinstance(statement, ast.ImportFrom)
        and statement.module == "__future__"
        and any(alias.name == "annotations" for alias in statement.names)
        for statement in tree.body
    )
    reader = _ModuleReader(future)
    reader.read(tree.body, _Circumstances())
    return WrittenFile(
        bindings=reader.frozen_bindings(),
        stars=tuple(reader.stars),
        exports=reader.exports.names(),
        classes=tuple(reader.classes),
        future_annotations=future,
    )


class _Exports:
    """``__all__`` as its statements build it up; unknowable after one that can't be read."""

    def __init__(self) -> None:
        self._names: list[str] | None = None
        self._readable = True

    def names(self) -> tuple[str, ...] | None:
        return None if self._names is None or not self._readable else tuple(self._names)

    def assign(self, value: ast.expr) -> None:
        self._names, self._readable = [], True
        self.extend(value)

    def extend(self, value: ast.expr) -> None:
        if isinstance(value, ast.BinOp) and isinstance(value.op, ast.Add):
            self.extend(value.left)
            self.extend(value.right)
        elif isinstance(value, (ast.List, ast.Tuple)):
            for element in value.elts:
                self.append(element)
        else:
            self._readable = False

    def append(self, value: ast.expr) -> None:
        if isinstance(value, ast.Constant) and isinstance(value.value, str):
            self._names = [*(self._names or ()), value.value]
        else:
            self._readable = False


class _ScopeReader:
    """Collects the bindings of one scope; knows which blocks belong to it."""

    def __init__(self, future_annotations: bool) -> None:
        self.future_annotations = future_annotations
        self.bindings: dict[str, list[Binding]] = {}
        self.order = 0

    def frozen_bindings(self) -> dict[str, tuple[Binding, ...]]:
        return {name: tuple(bindings) for name, bindings in self.bindings.items()}

    def read(self, body: Iterable[ast.stmt], under: _Circumstances) -> None:
        for statement in body:
            self.order += 1
            self.read_statement(statement, under)

    def read_statement(self, statement: ast.stmt, under: _Circumstances) -> None:
        if isinstance(statement, ast.Import):
            self._read_import(statement, under)
        elif isinstance(statement, ast.ImportFrom):
            self._read_import_from(statement, under)
        elif isinstance(statement, ast.Assign):
            for target in statement.targets:
                self._read_assignment(target, statement.value, under)
        elif isinstance(statement, ast.AnnAssign):
            if statement.value is not None:
                self._read_assignment(statement.target, statement.value, under)
        elif isinstance(statement, ast.AugAssign):
            self._bind_opaque([statement.target], under)
        elif isinstance(statement, ast.Delete):
            self._bind_opaque(statement.targets, under)
        elif isinstance(statement, ast.ClassDef):
            self.read_class(statement, under)
        elif isinstance(statement, (ast.FunctionDef, ast.AsyncFunctionDef)):
            self.bind(statement.name, "function", under)
            self.read_function(statement, under)
        elif type(statement).__name__ == "TypeAlias":  # a class of `ast` since Python 3.12
            self._bind_opaque([getattr(statement, "name")], under)  # noqa: B009
        elif isinstance(statement, ast.If):
            self._read_if(statement, under)
        else:
            self._read_other_block(statement, under)

    def bind(
        self, name: str, kind: BindingKind, under: _Circumstances, text: str = "", attr: str = ""
    ) -> None:
        binding = Binding(self.order, kind, text, attr, under.conditional, under.world)
        self.bindings.setdefault(name, []).append(binding)

    def read_class(self, statement: ast.ClassDef, under: _Circumstances) -> None:
        raise NotImplementedError

    def read_function(
        self, statement: ast.FunctionDef | ast.AsyncFunctionDef, under: _Circumstances
    ) -> None:
        raise NotImplementedError

    def read_star(self, module: str, under: _Circumstances) -> None:
        """A star import; Python has none but at module level."""

    def _read_import(self, statement: ast.Import, under: _Circumstances) -> None:
        for alias in statement.names:
            if alias.asname:
                self.bind(alias.asname, "import", under, alias.name)
            else:
                top = alias.name.partition(".")[0]
                self.bind(top, "import", under, top)

    def _read_import_from(self, statement: ast.ImportFrom, under: _Circumstances) -> None:
        module = "." * statement.level + (statement.module or "")
        for alias in statement.names:
            if alias.name == "*":
                self.read_star(module, under)
            else:
                self.bind(alias.asname or alias.name, "import", under, module, alias.name)

    def _read_assignment(self, target: ast.expr, value: ast.expr, under: _Circumstances) -> None:
        if isinstance(target, ast.Name):
            text = _expression_text(value)
            self.bind(target.id, "expression" if text else "opaque", under, text)
        elif (
            isinstance(target, (ast.Tuple, ast.List))
            and isinstance(value, (ast.Tuple, ast.List))
            and len(target.elts) == len(value.elts)
        ):
            for one_target, one_value in zip(target.elts, value.elts, strict=True):
                self._read_assignment(one_target, one_value, under)
        else:
            self._bind_opaque([target], under)

    def _bind_opaque(self, targets: Iterable[ast.expr], under: _Circumstances) -> None:
        for target in targets:
            for name in _bound_names(target):
                self.bind(name, "opaque", under)

    def _read_if(self, statement: ast.If, under: _Circumstances) -> None:
        taken_by_checker = type_checking_value(statement.test)
        if taken_by_checker is None:
            branch = under._replace(conditional=True)
            self.read(statement.body, branch)
            self.read(statement.orelse, branch)
        else:
            for body, is_checked in (
                (statement.body, taken_by_checker),
                (statement.orelse, not taken_by_checker),
            ):
                self.read(body, under._replace(world="checker" if is_checked else "runtime"))

    def _read_other_block(self, statement: ast.stmt, under: _Circumstances) -> None:
        if isinstance(statement, (ast.With, ast.AsyncWith)):
            self._bind_opaque(
                [item.optional_vars for item in statement.items if item.optional_vars], under
            )
            self.read(statement.body, under)
            return
        if isinstance(statement, (ast.For, ast.AsyncFor)):
            self._bind_opaque([statement.target], under)
        branch = under._replace(conditional=True)
        for body in _nested_bodies(statement):
            self.read(body, branch)


class _ModuleReader(_ScopeReader):
    """Reads a module's own statements, and hands its classes to their own readers."""

    def __init__(self, future_annotations: bool) -> None:
        super().__init__(future_annotations)
        self.stars: list[Star] = []
        self.exports = _Exports()
        self.classes: list[WrittenClass] = []

    def read_statement(self, statement: ast.stmt, under: _Circumstances) -> None:
        self._read_exports(statement)
        super().read_statement(statement, under)

    def read_star(self, module: str, under: _Circumstances) -> None:
        self.stars.append(Star(self.order, module, under.conditional, under.world))

    def read_class(self, statement: ast.ClassDef, under: _Circumstances) -> None:
        self.bind(statement.name, "class", under, statement.name)
        if under.world != "runtime":
            _ClassReader(self, statement.name).read_whole(statement, under)

    def read_function(
        self, statement: ast.FunctionDef | ast.AsyncFunctionDef, under: _Circumstances
    ) -> None:
        _read_function(self, statement, under)

    def _read_exports(self, statement: ast.stmt) -> None:
        if isinstance(statement, ast.Assign):
            if any(dotted_name(target) == "__all__" for target in statement.targets):
                self.exports.assign(statement.value)
        elif isinstance(statement, ast.AnnAssign):
            if statement.value is not None and dotted_name(statement.target) == "__all__":
                self.exports.assign(statement.value)
        elif isinstance(statement, ast.AugAssign):
            if dotted_name(statement.target) == "__all__":
                self.exports.extend(statement.value)
        elif isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Call):
            call = statement.value
            if dotted_name(call.func) == "__all__.extend" and len(call.args) == 1:
                self.exports.extend(call.args[0])
            elif dotted_name(call.func) == "__all__.append" and len(call.args) == 1:
                self.exports.append(call.args[0])


class _ClassReader(_ScopeReader):
    """Reads one class body; a nested class is a class of the module like any other."""

    def __init__(self, module: _ModuleReader, qualified_name: str) -> None:
        super().__init__(module.future_annotations)
        self.module = module
        self.qualified_name = qualified_name
        self.calls: list[Call] = []
        self.annotation_names: list[tuple[str, tuple[str, ...]]] = []

    def read_whole(self, statement: ast.ClassDef, under: _Circumstances) -> None:
        position = len(self.module.classes)
        self.read(statement.body, under._replace(conditional=False))
        written = WrittenClass(
            name=self.qualified_name,
            order=self.module.order,
            bases=tuple(dotted_name(_without_subscript(base)) for base in statement.bases),
            bindings=self.frozen_bindings(),
            calls=tuple(self.calls),
            annotation_names=tuple(self.annotation_names),
            enclosing={},
            decorators=tuple(_called_decorators(statement)),
        )
        self.module.classes.insert(position, written)  # before its nested classes

    def read_class(self, statement: ast.ClassDef, under: _Circumstances) -> None:
        qualified_name = f"{self.qualified_name}.{statement.name}"
        if "@" in self.qualified_name:
            qualified_name = _name_in_function(statement)
        self.bind(statement.name, "class", under, qualified_name)
        if under.world != "runtime":
            _ClassReader(self.module, qualified_name).read_whole(statement, under)

    def read_function(
        self, statement: ast.FunctionDef | ast.AsyncFunctionDef, under: _Circumstances
    ) -> None:
        _read_function(self.module, statement, under)

    def read_statement(self, statement: ast.stmt, under: _Circumstances) -> None:
        super().read_statement(statement, under)
        if isinstance(statement, ast.AnnAssign):
            names = evaluated_names(statement.annotation, self.future_annotations)
            if isinstance(statement.target, ast.Name) and names and under.world != "checker":
                self.annotation_names.append((statement.target.id, names))
            self._read_call([statement.target], statement.value, statement.annotation, under)
        elif isinstance(statement, ast.Assign):
            self._read_call(statement.targets, statement.value, None, under)

    def _read_call(
        self,
        targets: list[ast.expr],
        value: ast.expr | None,
        annotation: ast.expr | None,
        under: _Circumstances,
    ) -> None:
        if not isinstance(value, ast.Call) or under.world == "runtime":
            return
        callee = dotted_name(_without_subscript(value.func))
        if not callee or not (value.args or value.keywords):
            return
        for target in targets:
            if isinstance(target, ast.Name):
                self.calls.append(
                    Call(
                        order=self.order,
                        name=target.id,
                        callee=callee,
                        annotation="" if annotation is None else unparsed(annotation),
                        positional=tuple(_argument_text(argument) for argument in value.args),
                        keywords=tuple(
                            (keyword.arg or "**", _argument_text(keyword.value))
                            for keyword in value.keywords
                        ),
                        line=target.lineno,
                        column=target.col_offset,
                    )
                )


class _FunctionReader(_ScopeReader):
    """Reads one function body, for the classes in it: applications' tests declare models there."""

    def __init__(self, module: _ModuleReader) -> None:
        super().__init__(module.future_annotations)
        self.module = module

    def read_whole(
        self, statement: ast.FunctionDef | ast.AsyncFunctionDef, under: _Circumstances
    ) -> None:
        start = len(self.module.classes)
        arguments = statement.args
        for argument in (
            *arguments.posonlyargs,
            *arguments.args,
            *arguments.kwonlyargs,
            *(one for one in (arguments.vararg, arguments.kwarg) if one is not None),
        ):
            self.bind(argument.arg, "opaque", under)
        self.read(statement.body, under._replace(conditional=False))
        around = self.frozen_bindings()
        self.module.classes[start:] = [
            written._replace(enclosing={**around, **written.enclosing})
            for written in self.module.classes[start:]
        ]

    def read_class(self, statement: ast.ClassDef, under: _Circumstances) -> None:
        name = _name_in_function(statement)
        self.bind(statement.name, "class", under, name)
        if under.world != "runtime":
            _ClassReader(self.module, name).read_whole(statement, under)

    def read_function(
        self, statement: ast.FunctionDef | ast.AsyncFunctionDef, under: _Circumstances
    ) -> None:
        _read_function(self.module, statement, under)


def _called_decorators(statement: ast.ClassDef) -> Iterator[tuple[str, str]]:
    for decorator in statement.decorator_list:
        if isinstance(decorator, ast.Call) and len(decorator.args) == 1:
            callee = dotted_name(decorator.func)
            if callee:
                yield callee, _argument_text(decorator.args[0])


def _read_function(
    module: _ModuleReader,
    statement: ast.FunctionDef | ast.AsyncFunctionDef,
    under: _Circumstances,
) -> None:
    if under.world != "runtime" and _has_class(statement.body):
        _FunctionReader(module).read_whole(statement, under)


def _has_class(body: Iterable[ast.stmt]) -> bool:
    """Whether a class is defined in a function, at any depth."""
    for statement in body:
        if isinstance(statement, ast.ClassDef):
            return True
        inner = [*_nested_bodies(statement)]
        if isinstance(statement, (ast.If, ast.With, ast.AsyncWith)):
            inner += [statement.body, getattr(statement, "orelse", [])]
        elif isinstance(statement, (ast.FunctionDef, ast.AsyncFunctionDef)):
            inner.append(statement.body)
        if any(_has_class(block) for block in inner):
            return True
    return False


def _name_in_function(statement: ast.ClassDef) -> str:
    return f"{statement.name}@{statement.lineno}"


def _without_subscript(node: ast.expr) -> ast.expr:
    return node.value if isinstance(node, ast.Subscript) else node


def _expression_text(value: ast.expr) -> str:
    """The text of a value that can name a class, a type or a constant; empty for any other."""
    name = dotted_name(value)
    if name:
        return name
    is_type = isinstance(value, ast.Subscript) or (
        isinstance(value, ast.BinOp) and isinstance(value.op, ast.BitOr)
    )
    is_constant = isinstance(value, ast.Constant) and isinstance(
        value.value, (str, bool, type(None))
    )
    return _argument_text(value) if is_type or is_constant else ""


def _argument_text(value: ast.expr) -> str:
    if isinstance(value, ast.Starred):
        return "*"
    text = unparsed(value)
    return text if len(text) <= LONGEST_EXPRESSION else "..."


def _bound_names(target: ast.expr) -> Iterator[str]:
    if isinstance(target, ast.Name):
        yield target.id
    elif isinstance(target, ast.Starred):
        yield from _bound_names(target.value)
    elif isinstance(target, (ast.Tuple, ast.List)):
        for element in target.elts:
            yield from _bound_names(element)


def _nested_bodies(statement: ast.stmt) -> Iterator[list[ast.stmt]]:
    """The blocks of ``for``, ``while``, ``try`` and ``match``, in the order of the text."""
    if isinstance(statement, ast.Match):
        yield from (case.body for case in statement.cases)
    elif isinstance(statement, (ast.For, ast.AsyncFor, ast.While)):
        yield from (statement.body, statement.orelse)
    elif isinstance(statement, _TRY):
        yield statement.body
        yield from (handler.body for handler in statement.handlers)
        yield from (statement.orelse, statement.finalbody)
