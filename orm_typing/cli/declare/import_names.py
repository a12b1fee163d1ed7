"""One import statement: the names that it binds, with one more of them or with fewer."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass

import libcst as cst

from orm_typing.cli.declare.syntax import Statement, code_of

_ONE_SPACE = cst.SimpleWhitespace(" ")


@dataclass(frozen=True)
class Import:
    """``from module import name as alias``; without a name ``import module as alias``."""

    module: str
    name: str
    alias: str | None

    @property
    def bound(self) -> str:
        """The name that the module gets."""
        return self.alias or self.name or self.module

    @property
    def text(self) -> str:
        """The statement."""
        alias = f" as {self.alias}" if self.alias else ""
        start = f"from {self.module} import {self.name}" if self.name else f"import {self.module}"
        return start + alias


def is_import(statement: Statement) -> bool:
    """Whether a line holds imports and nothing else."""
    return isinstance(statement, cst.SimpleStatementLine) and all(
        isinstance(small, (cst.Import, cst.ImportFrom)) for small in statement.body
    )


def module_of(statement: Statement) -> str | None:
    """``a.b`` of a line ``from a.b import c, d``, if nothing else stands there."""
    if not isinstance(statement, cst.SimpleStatementLine) or len(statement.body) != 1:
        return None
    small = statement.body[0]
    if not isinstance(small, cst.ImportFrom) or isinstance(small.names, cst.ImportStar):
        return None
    return "." * len(small.relative) + (code_of(small.module) if small.module else "")


def imported_module(statement: Statement) -> str:
    """``a.b`` of a line that begins with ``import a.b``; else empty."""
    small = statement.body[0] if isinstance(statement, cst.SimpleStatementLine) else None
    return code_of(small.names[0].name) if isinstance(small, cst.Import) else ""


def bound_names(statement: Statement) -> set[str]:
    """What imports bind, but for ``X as X``, which passes a name on."""
    if not isinstance(statement, cst.SimpleStatementLine):
        return set()
    return {
        bound_name(alias)
        for small in statement.body
        for alias in _aliases(small)
        if alias.evaluated_alias != code_of(alias.name)
    }


def has_alias(statement: Statement) -> bool:
    """Whether an ``as`` stands in it."""
    smalls = statement.body if isinstance(statement, cst.SimpleStatementLine) else ()
    return any(alias.asname is not None for small in smalls for alias in _aliases(small))


def without_names(statement: Statement, gone: Set[str]) -> Statement | None:
    """The line without these names; ``None`` if nothing is left of it."""
    gone = gone & bound_names(statement)
    if not gone or not isinstance(statement, cst.SimpleStatementLine):
        return statement
    smalls: list[cst.BaseSmallStatement] = []
    for small in statement.body:
        aliases = _aliases(small)
        kept = [alias for alias in aliases if bound_name(alias) not in gone]
        if len(kept) == len(aliases):
            smalls.append(small)
        elif kept:
            kept[-1] = kept[-1].with_changes(comma=aliases[-1].comma)
            smalls.append(small.with_changes(names=kept))
    if not smalls:
        return None
    smalls[-1] = smalls[-1].with_changes(semicolon=statement.body[-1].semicolon)
    return statement.with_changes(body=smalls)


def with_name(statement: Statement, new: Import) -> Statement:
    """``from a import b, c`` with one more name, in order if the others are."""
    assert isinstance(statement, cst.SimpleStatementLine)
    small = statement.body[0]
    assert isinstance(small, cst.ImportFrom)
    names = _aliases(small)
    alias = cst.ImportAlias(
        cst.Name(new.name), cst.AsName(cst.Name(new.alias)) if new.alias else None
    )
    later = (i for i, one in enumerate(names) if _order(code_of(one.name)) > _order(new.name))
    position = next(later, len(names))
    space = _space_between(small, names)
    if position < len(names):
        names.insert(position, alias.with_changes(comma=cst.Comma(whitespace_after=space)))
    else:
        names[-1:] = _with_last(names[-1], alias, space)
    return statement.with_changes(body=[small.with_changes(names=names)])


def _with_last(
    last: cst.ImportAlias, new: cst.ImportAlias, space: cst.BaseParenthesizableWhitespace
) -> list[cst.ImportAlias]:
    """The end of a list of names: the comma behind the last one, if any, stays there."""
    if not isinstance(last.comma, cst.Comma):
        return [last.with_changes(comma=cst.Comma(whitespace_after=space)), new]
    end = last.comma.whitespace_after
    if isinstance(end, cst.ParenthesizedWhitespace):
        if isinstance(space, cst.ParenthesizedWhitespace):
            space = space.with_changes(first_line=end.first_line, empty_lines=end.empty_lines)
        end = _without_comment(end)
    return [
        last.with_changes(comma=last.comma.with_changes(whitespace_after=space)),
        new.with_changes(comma=cst.Comma(whitespace_after=end)),
    ]


def _aliases(small: cst.BaseSmallStatement) -> list[cst.ImportAlias]:
    if not isinstance(small, (cst.Import, cst.ImportFrom)):
        return []
    return [] if isinstance(small.names, cst.ImportStar) else list(small.names)


def bound_name(alias: cst.ImportAlias) -> str:
    """The name that the module gets."""
    return alias.evaluated_alias or code_of(alias.name).partition(".")[0]


def _order(name: str) -> tuple[int, str]:
    """Constants, classes, the rest: the order that isort and ruff give the names of an import."""
    is_constant = name.isupper() and len(name) > 1
    return 0 if is_constant else 1 if name[:1].isupper() else 2, name


def _space_between(
    small: cst.ImportFrom, names: list[cst.ImportAlias]
) -> cst.BaseParenthesizableWhitespace:
    comma = names[0].comma
    if len(names) > 1 and isinstance(comma, cst.Comma):
        return _without_comment(comma.whitespace_after)
    if small.lpar is not None and isinstance(
        small.lpar.whitespace_after, cst.ParenthesizedWhitespace
    ):
        return _without_comment(small.lpar.whitespace_after)
    return _ONE_SPACE


def _without_comment(
    space: cst.BaseParenthesizableWhitespace,
) -> cst.BaseParenthesizableWhitespace:
    if isinstance(space, cst.ParenthesizedWhitespace):
        return space.with_changes(first_line=cst.TrailingWhitespace(), empty_lines=[])
    return space
