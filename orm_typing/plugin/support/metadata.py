"""What a class body says that other modules must know, kept with the class.

The body itself is not part of mypy's cache; the metadata of a class is.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from mypy.nodes import (
    AssignmentStmt,
    CallExpr,
    ClassDef,
    MemberExpr,
    NameExpr,
    StrExpr,
    TypeInfo,
)
from mypy.plugin import ClassDefContext

from orm_typing.orms import ORMS
from orm_typing.plugin.support.nodes import (
    assigned_name,
    find_assignment,
    gives_true,
    is_generated,
    statements,
)

METADATA = "orm_typing"
# As written: what a name stands for is not known yet when a class body begins.
_PRIMARY_KEY_WORDS = {
    name.rpartition(".")[2]
    for orm in ORMS
    for key_field in orm.key_fields
    if key_field.is_primary_key
    for name in key_field.full_names
}
_ABSTRACT_MODELS = frozenset(name for orm in ORMS for name in orm.abstract_models)
_COMPOSITE_WORDS = {
    name.rpartition(".")[2]
    for orm in ORMS
    for key_field in orm.key_fields
    if key_field.is_composite
    for name in key_field.full_names
}


class Noted(NamedTuple):
    """What was noted of one class."""

    declared: frozenset[str] = frozenset()
    """Names that the body assigns or annotates, for the checker and at runtime."""
    hints: frozenset[str] = frozenset()
    """Names that stand below a condition, as ``if TYPE_CHECKING:``: for checkers alone."""
    extra: str | None = None
    """``allow`` of ``model_config = ConfigDict(extra="allow")``."""
    is_abstract: bool = False
    """Whether the body has a ``Meta`` with ``abstract = True``."""
    is_proxy: bool = False
    """Whether it has one with ``proxy = True``."""
    primary_key: str | None = None
    """The field that the body makes the primary key."""
    columns: frozenset[str] = frozenset()
    """Names that fields have in the database only: ``db_column="..."``."""
    composite_key: tuple[str, ...] = ()
    """The fields of which ``primary_key`` consists, if it is no field itself."""


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
    for option in ("abstract", "proxy"):
        if _has_option(ctx.cls, option):
            data[option] = True
    data.update(_primary_key(ctx.cls))
    columns = _columns(ctx.cls)
    if columns:
        data["columns"] = columns
    ctx.cls.info.metadata[METADATA] = data


def noted(info: TypeInfo) -> Noted:
    """What was remembered; nothing for a class outside the project."""
    data = info.metadata.get(METADATA)
    if not data:
        return Noted()
    return Noted(
        frozenset(data["declared"]),
        frozenset(data["hints"]),
        data.get("extra"),
        data.get("abstract", False),
        data.get("proxy", False),
        data.get("primary_key"),
        frozenset(data.get("columns", ())),
        tuple(data.get("composite_key", ())),
    )


def with_abstract_bases(info: TypeInfo) -> Iterator[TypeInfo]:
    """The class, and those of its bases whose fields become its own."""
    yield info
    is_proxy = noted(info).is_proxy
    for base in info.bases:
        is_abstract = noted(base.type).is_abstract or base.type.fullname in _ABSTRACT_MODELS
        if is_abstract or (is_proxy and is_project_class(base.type)):
            yield from with_abstract_bases(base.type)


def has_known_fields(info: TypeInfo) -> bool:
    """Whether all classes from which a model has fields are the project's own, or described."""
    return all(
        is_project_class(base) or base.fullname in _ABSTRACT_MODELS
        for base in with_abstract_bases(info)
    )


def primary_key(info: TypeInfo) -> Noted | None:
    """What is noted of the class that declares the model's primary key."""
    for base in with_abstract_bases(info):
        found = noted(base)
        if found.primary_key is not None:
            return found
    return None


def is_project_class(info: TypeInfo) -> bool:
    """Whether the class is the user's own."""
    return METADATA in info.metadata


def _has_option(cls: ClassDef, option: str) -> bool:
    for _block, statement in statements(cls.defs):
        if isinstance(statement, ClassDef) and statement.name == "Meta":
            found = find_assignment(statement, option)
            value = found[1].rvalue if found is not None else None
            return isinstance(value, NameExpr) and value.name == "True"
    return False


def _primary_key(cls: ClassDef) -> dict[str, object]:
    for _block, statement in statements(cls.defs):
        name = assigned_name(statement)
        if not isinstance(statement, AssignmentStmt) or name is None:
            continue
        call = statement.rvalue
        if not isinstance(call, CallExpr) or not isinstance(call.callee, (NameExpr, MemberExpr)):
            continue
        word = call.callee.name
        if word not in _PRIMARY_KEY_WORDS and not gives_true(call, "primary_key"):
            continue
        parts = [value.value for value in call.args if isinstance(value, StrExpr)]
        is_composite = word in _COMPOSITE_WORDS
        return {"primary_key": name, **({"composite_key": parts} if is_composite else {})}
    return {}


def _columns(cls: ClassDef) -> list[str]:
    return [
        value.value
        for _block, statement in statements(cls.defs)
        if isinstance(statement, AssignmentStmt) and isinstance(statement.rvalue, CallExpr)
        for name, value in zip(statement.rvalue.arg_names, statement.rvalue.args, strict=True)
        if name == "db_column" and isinstance(value, StrExpr)
    ]


def _configured_extra(cls: ClassDef) -> str | None:
    found = find_assignment(cls, "model_config")
    if found is None or not isinstance(found[1].rvalue, CallExpr):
        return None
    call = found[1].rvalue
    for name, value in zip(call.arg_names, call.args, strict=True):
        if name == "extra" and isinstance(value, StrExpr):
            return value.value
    return None
