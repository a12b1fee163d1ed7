"""What a class body says that other modules must know, kept with the class.

The body itself is not part of mypy's cache; the metadata of a class is.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple, TypeAlias

from mypy.nodes import (
    AssignmentStmt,
    CallExpr,
    ClassDef,
    Decorator,
    FuncDef,
    MemberExpr,
    NameExpr,
    StrExpr,
    TempNode,
    TypeInfo,
)
from mypy.plugin import ClassDefContext
from mypy.types import Instance, UnboundType, get_proper_type

from orm_typing.orms import ORMS
from orm_typing.plugin.support.nodes import (
    assigned_name,
    find_assignment,
    gives_true,
    is_generated,
    statements,
)

METADATA = "orm_typing"
TRACKED = "orm_typing@tracked"
"""On the model of a model's history: a variable whose type is that model."""
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
    """Names for checkers alone: below a condition, as ``if TYPE_CHECKING:``, or ``ClassVar[...]``
    without a value."""
    annotated: frozenset[str] = frozenset()
    """Those of ``declared`` that have an annotation and no value: fields, or nothing at all."""
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
    annotated: list[str] = []
    calls: list[tuple[str | None, CallExpr]] = []
    data: dict[str, object] = {"declared": declared, "hints": hints}
    has_options = False
    for block, statement in statements(ctx.cls.defs):
        if isinstance(statement, AssignmentStmt):
            name = assigned_name(statement)
            if name is not None and not is_generated(statement):
                is_hint = block is not ctx.cls.defs or is_bare_class_variable(statement)
                (hints if is_hint else declared).append(name)
                if has_no_value(statement):
                    annotated.append(name)
            if isinstance(statement.rvalue, CallExpr):
                calls.append((name, statement.rvalue))
        elif isinstance(statement, ClassDef) and statement.name == "Meta" and not has_options:
            has_options = True
            data.update(_options(statement))
        elif isinstance(statement, (FuncDef, Decorator)) and block is not ctx.cls.defs:
            hints.append(statement.name)
    if annotated:
        data["annotated"] = annotated
    if calls:
        data.update(_configuration(calls))
        data.update(_primary_key(calls))
        data.update(_columns(calls))
    ctx.cls.info.metadata[METADATA] = data


def noted(info: TypeInfo) -> Noted:
    """What was remembered; nothing for a class outside the project."""
    data = info.metadata.get(METADATA)
    if not data:
        return Noted()
    return Noted(
        frozenset(data["declared"]),
        frozenset(data["hints"]),
        frozenset(data.get("annotated", ())),
        data.get("extra"),
        data.get("abstract", False),
        data.get("proxy", False),
        data.get("primary_key"),
        frozenset(data.get("columns", ())),
        tuple(data.get("composite_key", ())),
    )


def has_no_value(statement: AssignmentStmt) -> bool:
    """``name: T`` alone."""
    return isinstance(statement.rvalue, TempNode) and statement.rvalue.no_rhs


def is_bare_class_variable(statement: AssignmentStmt) -> bool:
    """``name: ClassVar[T]``, which makes no attribute and no field."""
    annotation = statement.unanalyzed_type
    return (
        has_no_value(statement)
        and isinstance(annotation, UnboundType)
        and annotation.name.rpartition(".")[2] == "ClassVar"
    )


def with_abstract_bases(info: TypeInfo) -> Iterator[TypeInfo]:
    """The class, and those of its bases whose fields become its own."""
    yield info
    tracked = tracked_model(info)
    if tracked is not None:
        yield from with_abstract_bases(tracked)
    is_proxy = noted(info).is_proxy
    for base in info.bases:
        if is_abstract(base.type) or (is_proxy and is_project_class(base.type)):
            yield from with_abstract_bases(base.type)


def is_abstract(info: TypeInfo) -> bool:
    """Whether the model has no table, and exists for its children."""
    return noted(info).is_abstract or info.fullname in _ABSTRACT_MODELS


def tracked_model(info: TypeInfo) -> TypeInfo | None:
    """The model of whose history this is the model, and whose fields it copies."""
    symbol = info.names.get(TRACKED)
    tracked = get_proper_type(symbol.type) if symbol is not None and symbol.type else None
    return tracked.type if isinstance(tracked, Instance) else None


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


def _options(meta: ClassDef) -> Iterator[tuple[str, object]]:
    """``abstract = True`` and ``proxy = True``."""
    for option in ("abstract", "proxy"):
        found = find_assignment(meta, option)
        value = found[1].rvalue if found is not None else None
        if isinstance(value, NameExpr) and value.name == "True":
            yield option, True


_Calls: TypeAlias = "list[tuple[str | None, CallExpr]]"
"""The calls that a body assigns, with the names that they are assigned to."""


def _configuration(calls: _Calls) -> Iterator[tuple[str, object]]:
    """``model_config = ConfigDict(extra="allow")``."""
    assigned = [call for name, call in calls if name == "model_config"]
    for call in assigned[-1:]:
        for keyword, value in zip(call.arg_names, call.args, strict=True):
            if keyword == "extra" and isinstance(value, StrExpr):
                yield "extra", value.value


def _primary_key(calls: _Calls) -> Iterator[tuple[str, object]]:
    """The first field that is the primary key."""
    for name, call in calls:
        if name is None or not isinstance(call.callee, (NameExpr, MemberExpr)):
            continue
        word = call.callee.name
        if word not in _PRIMARY_KEY_WORDS and not gives_true(call, "primary_key"):
            continue
        yield "primary_key", name
        if word in _COMPOSITE_WORDS:
            parts = [value.value for value in call.args if isinstance(value, StrExpr)]
            yield "composite_key", parts
        return


def _columns(calls: _Calls) -> Iterator[tuple[str, object]]:
    """What ``db_column`` says."""
    columns = [
        value.value
        for _name, call in calls
        for keyword, value in zip(call.arg_names, call.args, strict=True)
        if keyword == "db_column" and isinstance(value, StrExpr)
    ]
    if columns:
        yield "columns", columns
