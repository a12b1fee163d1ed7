"""Class bodies with other declarations: a block below ``if TYPE_CHECKING:``, by default at the end.

Only lines of declarations change. Comments stay, also those above a line that goes.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

import libcst as cst

from orm_typing.cli.declare.found import ClassBody
from orm_typing.cli.declare.syntax import (
    BLANK_LINE,
    Statement,
    above,
    as_block,
    comments_of,
    parse_line,
    statements_of,
    with_above,
)


@dataclass
class BodyChange:
    """What becomes of one class statement."""

    body: ClassBody
    replaced: dict[cst.SimpleStatementLine, str | None] = field(
        default_factory=dict[cst.SimpleStatementLine, "str | None"]
    )
    """Lines of declarations, and what stands there then; ``None`` takes the line away."""
    added: list[str] = field(default_factory=list[str])
    annotated: dict[str, str] = field(default_factory=dict[str, str])
    """Fields and the annotations that they get."""

    @property
    def blocks(self) -> list[cst.If]:
        """The blocks with declarations, in the order of the text."""
        return list(dict.fromkeys(one.block for one in self.body.declarations))

    @property
    def target(self) -> cst.If | None:
        """The block that takes what is added."""
        open_blocks = [block for block in self.blocks if block.orelse is None]
        return open_blocks[-1] if open_blocks and self.added else None

    @property
    def emptied(self) -> list[cst.If]:
        """The blocks that go."""
        return [
            block
            for block in self.blocks
            if block is not self.target
            and block.orelse is None
            and all(self.replaced_text(line) is None for line in statements_of(block.body))
        ]

    def replaced_text(self, line: Statement) -> str | None:
        """What a line becomes; empty if it stays as it is."""
        return self.replaced.get(line, "") if isinstance(line, cst.SimpleStatementLine) else ""


def change_bodies(module: cst.Module, changes: Iterable[BodyChange], flag: str) -> cst.Module:
    """The module with these changes; ``flag`` is its word for ``TYPE_CHECKING``."""
    return module.visit(_Bodies(module, changes, flag))


class _Bodies(cst.CSTTransformer):
    def __init__(self, module: cst.Module, changes: Iterable[BodyChange], flag: str) -> None:
        super().__init__()
        self._module = module
        self._flag = flag
        self._by_class = {change.body.node: change for change in changes}
        self._by_block = {
            block: change for change in self._by_class.values() for block in change.blocks
        }

    def leave_If(self, original_node: cst.If, updated_node: cst.If) -> cst.If:  # noqa: N802
        change = self._by_block.get(original_node)
        if change is None:
            return updated_node
        lines: list[Statement] = []
        comments: list[cst.EmptyLine] = []
        for before, line in zip(
            statements_of(original_node.body), statements_of(updated_node.body), strict=True
        ):
            text = change.replaced_text(before)
            if text is None:
                comments += comments_of(line)
                continue
            new = self._replaced(line, text) if text else line
            lines.append(with_above(new, [*comments, *above(new)]))
            comments = []
        block = as_block(updated_node.body)
        block = block.with_changes(body=lines, footer=[*comments, *block.footer])
        for text in change.added if original_node is change.target else []:
            block = append(block, self._line(text))
        return updated_node.with_changes(body=self._never_empty(block))

    def leave_ClassDef(  # noqa: N802
        self, original_node: cst.ClassDef, updated_node: cst.ClassDef
    ) -> cst.ClassDef:
        change = self._by_class.get(original_node)
        if change is None:
            return updated_node
        block = as_block(updated_node.body)
        if isinstance(original_node.body, cst.IndentedBlock):
            block = _without(block, original_node.body, change.emptied)
        block = block.with_changes(
            body=[_annotated(one, change.annotated) for one in statements_of(block)]
        )
        if change.added and change.target is None:
            block = self._with_new_block(block, change.added)
        return updated_node.with_changes(body=self._never_empty(block))

    def _line(self, text: str) -> cst.SimpleStatementLine:
        return parse_line(text, self._module)

    def _never_empty(self, block: cst.IndentedBlock) -> cst.IndentedBlock:
        return block if block.body else block.with_changes(body=[self._line("pass")])

    def _replaced(self, line: Statement, text: str) -> Statement:
        new = self._line(text)
        assert isinstance(line, cst.SimpleStatementLine)
        has_comment = line.trailing_whitespace.comment is not None
        return new.with_changes(
            leading_lines=line.leading_lines,
            trailing_whitespace=(line if has_comment else new).trailing_whitespace,
        )

    def _with_new_block(self, block: cst.IndentedBlock, lines: list[str]) -> cst.IndentedBlock:
        statements = [one for one in block.body if not _is_placeholder(one)]
        new = cst.If(
            test=cst.parse_expression(self._flag),
            body=cst.IndentedBlock([self._line(text) for text in lines], indent=block.indent),
            leading_lines=[BLANK_LINE] if statements else [],
        )
        return append(block.with_changes(body=statements), new)


def append(
    block: cst.IndentedBlock, statement: cst.SimpleStatementLine | cst.If
) -> cst.IndentedBlock:
    """The block with one more statement, after the comments at its end."""
    footer = list(block.footer)
    end = max((i + 1 for i, line in enumerate(footer) if line.comment is not None), default=0)
    statement = statement.with_changes(leading_lines=[*footer[:end], *statement.leading_lines])
    return block.with_changes(body=[*block.body, statement], footer=footer[end:])


def _without(
    block: cst.IndentedBlock, original: cst.IndentedBlock, gone: list[cst.If]
) -> cst.IndentedBlock:
    kept: list[Statement] = []
    comments: list[cst.EmptyLine] = []
    for before, statement in zip(statements_of(original), statements_of(block), strict=True):
        if before in gone:
            comments += comments_of(statement)
        else:
            kept.append(with_above(statement, [*comments, *above(statement)]))
            comments = []
    return block.with_changes(body=kept, footer=[*comments, *block.footer])


def _is_placeholder(statement: cst.CSTNode) -> bool:
    """``pass`` or ``...``, without a comment."""
    if not isinstance(statement, cst.SimpleStatementLine) or len(statement.body) != 1:
        return False
    small = statement.body[0]
    is_empty = isinstance(small, cst.Pass) or (
        isinstance(small, cst.Expr) and isinstance(small.value, cst.Ellipsis)
    )
    return is_empty and statement.trailing_whitespace.comment is None


def _annotated(statement: Statement, annotations: dict[str, str]) -> Statement:
    if not isinstance(statement, cst.SimpleStatementLine) or not annotations:
        return statement
    return statement.with_changes(body=[_annotate(one, annotations) for one in statement.body])


def _annotate(small: cst.BaseSmallStatement, annotations: dict[str, str]) -> cst.BaseSmallStatement:
    name = assigned_name(small)
    if name is None or name not in annotations:
        return small
    annotation = cst.Annotation(cst.parse_expression(annotations[name]))
    if isinstance(small, cst.AnnAssign):
        return small.with_changes(
            annotation=small.annotation.with_changes(annotation=annotation.annotation)
        )
    assert isinstance(small, cst.Assign)
    target = small.targets[0]
    equal = cst.AssignEqual(target.whitespace_before_equal, target.whitespace_after_equal)
    return cst.AnnAssign(target.target, annotation, small.value, equal, semicolon=small.semicolon)


def assigned_name(small: cst.BaseSmallStatement) -> str | None:
    """``author`` of ``author = ForeignKey("Author")``, annotated or not."""
    if isinstance(small, cst.AnnAssign):
        return small.target.value if isinstance(small.target, cst.Name) else None
    if isinstance(small, cst.Assign) and len(small.targets) == 1:
        target = small.targets[0].target
        return target.value if isinstance(target, cst.Name) else None
    return None
