"""What a class body says that other modules must know, kept with the class.

The body itself is not part of mypy's cache; the metadata of a class is.
"""

from __future__ import annotations

from typing import NamedTuple

from mypy.nodes import CallExpr, ClassDef, StrExpr, TypeInfo
from mypy.plugin import ClassDefContext

from orm_typing.plugin.keys import is_generated
from orm_typing.plugin.nodes import assigned_name, find_assignment, statements

METADATA = "orm_typing"


class Noted(NamedTuple):
    """What was noted of one class."""

    declared: frozenset[str] = frozenset()
    """Names that the body assigns or annotates, for the checker and at runtime."""
    hints: frozenset[str] = frozenset()
    """Names that stand below a condition, as ``if TYPE_CHECKING:``: for checkers alone."""
    extra: str | None = None
    """``allow`` of ``model_config = ConfigDict(extra="allow")``."""


def note_body(ctx: ClassDefContext) -> None:
    """Remember what the body of the class says."""
    declared: list[str] = []
    hints: list[str] = []
    for block, statement in statements(ctx.cls.defs):
        name = assigned_name(statement)
        if name is not None and not is_generated(statement):
            (declared if block is ctx.cls.defs else hints).append(name)
    data: dict[str, object] = {"declared": declared, "hints": hints}
    extra = _configured_extra(ctx.cls)
    if extra is not None:
        data["extra"] = extra
    ctx.cls.info.metadata[METADATA] = data


def noted(info: TypeInfo) -> Noted:
    """What was remembered; nothing for a class outside the project."""
    data = info.metadata.get(METADATA)
    if not data:
        return Noted()
    return Noted(frozenset(data["declared"]), frozenset(data["hints"]), data.get("extra"))


def is_project_class(info: TypeInfo) -> bool:
    """Whether the class is the user's own."""
    return METADATA in info.metadata


def _configured_extra(cls: ClassDef) -> str | None:
    found = find_assignment(cls, "model_config")
    if found is None or not isinstance(found[1].rvalue, CallExpr):
        return None
    call = found[1].rvalue
    for name, value in zip(call.arg_names, call.args, strict=True):
        if name == "extra" and isinstance(value, StrExpr):
            return value.value
    return None
