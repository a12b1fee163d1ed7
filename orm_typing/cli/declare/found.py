"""What do the classes of one file declare already, and which names do their bodies use?

``libcst`` keeps every character, for what is written back; ``ast`` answers questions.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import libcst as cst

from orm_typing.cli.declare.syntax import checker_block, expression, statements_of

_WORD = re.compile(r"[^\W\d]\w*")


@dataclass(frozen=True)
class Declaration:
    """``name: annotation`` below ``if TYPE_CHECKING:`` in a class body."""

    name: str
    annotation: ast.expr
    value: ast.expr | None
    block: cst.If
    line: cst.SimpleStatementLine

    @property
    def is_ignored(self) -> bool:
        """Whether a comment says that the user knows better."""
        comment = self.line.trailing_whitespace.comment
        return comment is not None and "type: ignore" in comment.value


@dataclass(frozen=True)
class ClassBody:
    """A class statement."""

    name: str
    """As :class:`~orm_typing.relations.written.WrittenClass` has it."""
    node: cst.ClassDef
    tree: ast.ClassDef
    declarations: tuple[Declaration, ...]
    bound: frozenset[str]
    """All names that the body binds or annotates, but for the declarations."""
    read: frozenset[str]
    """Names that are looked up in the class's own scope, quoted ones included."""

    @property
    def is_in_function(self) -> bool:
        """Whether the class ends with a call."""
        return "@" in self.name


def classes_in(module: cst.Module, tree: ast.Module) -> list[ClassBody]:
    """All classes of a file, in the order of the text."""
    nodes = _NodesInOrder()
    module.visit(nodes)
    return [
        _class_body(name, node, statement)
        for (name, statement), node in zip(named_classes(tree), nodes.found, strict=True)
    ]


def named_classes(tree: ast.Module) -> Iterator[tuple[str, ast.ClassDef]]:
    """All classes of a file, under the names that ``scan`` gives them."""
    return _named(tree, "", False)


class _NodesInOrder(cst.CSTVisitor):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[cst.ClassDef] = []

    def visit_ClassDef(self, node: cst.ClassDef) -> None:  # noqa: N802
        self.found.append(node)


def _named(node: ast.AST, prefix: str, in_function: bool) -> Iterator[tuple[str, ast.ClassDef]]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.ClassDef):
            name = f"{child.name}@{child.lineno}" if in_function else prefix + child.name
            yield name, child
            yield from _named(child, f"{name}.", in_function)
        elif isinstance(child, (ast.FunctionDef, ast.AsyncFunctionDef)):
            yield from _named(child, "", True)
        elif not isinstance(child, ast.expr):
            yield from _named(child, prefix, in_function)


def _class_body(name: str, node: cst.ClassDef, tree: ast.ClassDef) -> ClassBody:
    declarations = tuple(_declarations(node))
    lines = {(one.name, ast.dump(one.annotation)) for one in declarations}
    scope = _ClassScope(lines)
    scope.visit_all(tree.body)
    return ClassBody(name, node, tree, declarations, frozenset(scope.bound), frozenset(scope.read))


def _declarations(node: cst.ClassDef) -> Iterator[Declaration]:
    for statement in statements_of(node.body):
        block = checker_block(statement)
        if block is None or not isinstance(statement, cst.If):
            continue
        for line in block.body:
            if not isinstance(line, cst.SimpleStatementLine) or len(line.body) != 1:
                continue
            small = line.body[0]
            if isinstance(small, cst.AnnAssign) and isinstance(small.target, cst.Name):
                annotation = expression(small.annotation.annotation)
                value = None if small.value is None else expression(small.value)
                yield Declaration(small.target.value, annotation, value, statement, line)


class _ClassScope(ast.NodeVisitor):
    """Collects what a class body binds and reads, without what its functions do in private."""

    def __init__(self, declarations: set[tuple[str, str]]) -> None:
        self._declarations = declarations
        self.bound: set[str] = set()
        self.read: set[str] = set()

    def visit_all(self, nodes: Sequence[ast.AST | None]) -> None:
        for node in nodes:
            if node is not None:
                self.visit(node)

    def visit_Name(self, node: ast.Name) -> None:
        (self.read if isinstance(node.ctx, ast.Load) else self.bound).add(node.id)

    def visit_AnnAssign(self, node: ast.AnnAssign) -> None:
        if isinstance(node.target, ast.Name):
            if (node.target.id, ast.dump(node.annotation)) in self._declarations:
                return
            self.bound.add(node.target.id)
        self._read_annotation(node.annotation)
        self.visit_all([node.value])

    def visit_FunctionDef(self, node: ast.FunctionDef | ast.AsyncFunctionDef) -> None:
        self.bound.add(node.name)
        arguments = node.args
        self.visit_all([*node.decorator_list, *arguments.defaults, *arguments.kw_defaults])
        for argument in (
            *arguments.posonlyargs,
            *arguments.args,
            *arguments.kwonlyargs,
            arguments.vararg,
            arguments.kwarg,
        ):
            if argument is not None:
                self._read_annotation(argument.annotation)
        self._read_annotation(node.returns)

    def visit_AsyncFunctionDef(self, node: ast.AsyncFunctionDef) -> None:
        self.visit_FunctionDef(node)

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        self.bound.add(node.name)
        self.visit_all([*node.decorator_list, *node.bases])
        self.visit_all([keyword.value for keyword in node.keywords])

    def visit_Lambda(self, node: ast.Lambda) -> None:
        self.visit_all([*node.args.defaults, *node.args.kw_defaults])

    def visit_alias(self, node: ast.alias) -> None:
        self.bound.add((node.asname or node.name).partition(".")[0])

    def visit_ExceptHandler(self, node: ast.ExceptHandler) -> None:
        if node.name:
            self.bound.add(node.name)
        self.generic_visit(node)

    def _read_annotation(self, node: ast.expr | None) -> None:
        if node is not None:
            self.read |= words_in(node)


def bound_names(tree: ast.ClassDef) -> set[str]:
    """All names that a class body binds or annotates."""
    scope = _ClassScope(set())
    scope.visit_all(tree.body)
    return scope.bound


def assignments(
    body: list[ast.stmt],
) -> Iterator[tuple[str, ast.expr | None, ast.expr | None]]:
    """What a class body assigns, without what its functions do: names, annotations, values."""
    for statement in body:
        if isinstance(statement, ast.AnnAssign) and isinstance(statement.target, ast.Name):
            yield statement.target.id, statement.annotation, statement.value
        elif isinstance(statement, ast.Assign):
            for target in statement.targets:
                if isinstance(target, ast.Name):
                    yield target.id, None, statement.value
        elif not isinstance(statement, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            inner = [one for one in ast.iter_child_nodes(statement) if isinstance(one, ast.stmt)]
            yield from assignments(inner)


def words_in(node: ast.AST) -> set[str]:
    """Names in an expression, and all words of its strings."""
    words: set[str] = set()
    for child in ast.walk(node):
        if isinstance(child, ast.Name):
            words.add(child.id)
        elif isinstance(child, ast.Constant) and isinstance(child.value, str):
            words.update(_WORD.findall(child.value))
    return words
