"""What the body of a table says, kept with the class.

What a user writes::

    class Hero(SQLModel, table=True):
        id: int | None = Field(default=None, primary_key=True)
        name: str
        team: Team | None = Relationship(back_populates="heroes")

        @property
        def label(self) -> str: ...

The types tell that there are four attributes. That one is the key, two are columns, and two are
none, stands in calls and decorators, which mypy's cache does not have; the metadata of a class is
there.
"""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple

from mypy.nodes import (
    AssignmentStmt,
    CallExpr,
    Decorator,
    DictExpr,
    Expression,
    FuncDef,
    MemberExpr,
    MypyFile,
    NameExpr,
    OverloadedFuncDef,
    Statement,
    StrExpr,
    TypeAlias,
    TypeInfo,
    Var,
)
from mypy.plugin import ClassDefContext, SemanticAnalyzerPluginInterface
from mypy.types import RawExpressionType, Type, UnboundType, UnionType

from orm_typing.orms import TABLE_LIBRARIES
from orm_typing.orms.tables import TableLibrary
from orm_typing.plugin.build.project import Project
from orm_typing.plugin.support.nodes import (
    assigned_name,
    dotted_text,
    gives_true,
    has_base,
    is_in_packages,
    statements,
)

METADATA = "orm_typing_table"


class Kind(str, Enum):
    """What an attribute of a table is."""

    COLUMN = "column"
    RELATION = "relation"
    QUERIED = "queried"
    """No column, but something that queries understand: a hybrid property."""
    PLAIN = "plain"
    """An attribute that only rows have: a property, or a method."""
    OTHER = "other"
    """It is there, and that is all."""


class Note(NamedTuple):
    """What is known of one attribute."""

    kind: Kind
    is_key: bool | None = None
    """Whether a column is part of the primary key, where that is certain."""
    column: str | None = ""
    """What a column is called in the database if not like the attribute; ``None`` if unknown."""
    has_own_type: bool = False
    """Whether it may hold something else than the annotation says."""
    back: str | None = None
    """The other side that a relation names."""
    is_settable: bool = True


class TableNote(NamedTuple):
    """What is known of one class."""

    is_table: bool
    attributes: dict[str, Note]


def note_table(project: Project, ctx: ClassDefContext) -> None:
    """Remember what the body says, if a project uses the library.

    A daemon may have to know it later, without a class being analysed again.
    """
    for library in TABLE_LIBRARIES:
        info = ctx.cls.info
        if not has_base(info, (library.model_base,)):
            continue
        if not project.is_lazy or project.mentions(library.package, info.fullname):
            attributes = _Reader(library, ctx).read()
            is_table = _is_true(ctx.cls.keywords.get(library.table_keyword))
            info.metadata[METADATA] = {
                "is_table": is_table,
                "attributes": {name: list(note) for name, note in attributes.items()},
            }


def table_note(info: TypeInfo) -> TableNote | None:
    """What was remembered; nothing for a class that is none of the project's."""
    data = info.metadata.get(METADATA)
    if data is None:
        return None
    return TableNote(
        data["is_table"],
        {name: Note(Kind(kind), *rest) for name, (kind, *rest) in data["attributes"].items()},
    )


def note_text(info: TypeInfo) -> str:
    """All that was remembered, and the annotations, for comparison."""
    data = info.metadata.get(METADATA)
    if data is None:
        return ""
    annotations = [
        f"{name}: {statement.unanalyzed_type}"
        for _block, statement in statements(info.defn.defs)
        if isinstance(statement, AssignmentStmt) and (name := assigned_name(statement))
    ]
    return repr((data, annotations))


def _is_true(expression: Expression | None) -> bool:
    return isinstance(expression, NameExpr) and expression.name == "True"


class _Reader:
    def __init__(self, library: TableLibrary, ctx: ClassDefContext) -> None:
        self._library = library
        self._api = ctx.api
        self._cls = ctx.cls

    def read(self) -> dict[str, Note]:
        """The attributes that the body gives the class, and the module below it."""
        found: dict[str, Note] = {}
        for block, statement in statements(self._cls.defs):
            named = self._named(statement)
            if named is not None:
                name, note = named
                # Below a condition it may be there for checkers alone.
                found[name] = note if block is self._cls.defs else OTHER
        for name in _assigned_later(self._api, self._cls.info):
            found[name] = OTHER
        return found

    def _named(self, statement: Statement) -> tuple[str, Note] | None:
        if isinstance(statement, AssignmentStmt):
            name = assigned_name(statement)
            return (name, self._assigned(name, statement)) if name is not None else None
        if isinstance(statement, FuncDef):
            return statement.name, Note(Kind.PLAIN, is_settable=False)
        if isinstance(statement, Decorator):
            return statement.func.name, self._decorated(statement, is_settable=False)
        if isinstance(statement, OverloadedFuncDef):
            first = statement.items[0]
            if isinstance(first, Decorator):
                return first.func.name, self._decorated(first, is_settable=True)
        return None

    def _assigned(self, name: str, statement: AssignmentStmt) -> Note:
        annotation = statement.unanalyzed_type
        if annotation is None or name.startswith("_"):
            return OTHER
        value = statement.rvalue
        if isinstance(value, CallExpr):
            called = self._full_name(dotted_text(value.callee))
            if called in self._library.relation_functions:
                return self._relation(value)
            if called not in self._library.field_functions:
                is_value = self._is_made_by(annotation, called)
                return Note(Kind.COLUMN, is_key=False) if is_value else OTHER
        is_open = not self._is_plain(annotation)
        if is_open and self._is_class_variable(annotation):
            return OTHER
        keywords = set(value.arg_names) if isinstance(value, CallExpr) else set[str | None]()
        takes_more = isinstance(value, CallExpr) and any(kind.is_star() for kind in value.arg_kinds)
        is_own = is_open or takes_more
        return Note(
            Kind.COLUMN,
            is_key=self._is_key(value, is_open=is_own or bool(keywords & self._own_columns)),
            column=None if is_own else self._column(value),
            has_own_type=is_own or bool(keywords & self._own_columns),
        )

    def _column(self, value: Expression) -> str | None:
        """What the column is called, if not like the attribute."""
        found: list[str | None] = [
            self._name_in(argument)
            for name, argument in (
                zip(value.arg_names, value.args, strict=True) if isinstance(value, CallExpr) else ()
            )
            if name in self._library.naming_keywords
        ]
        named = [name for name in found if name != ""]
        return named[0] if named else ""

    def _name_in(self, value: Expression) -> str | None:
        """The name that ``Column("nickname")`` or ``{"name": "nickname"}`` gives."""
        if isinstance(value, DictExpr):
            keys = [key.value if isinstance(key, StrExpr) else None for key, _ in value.items]
            return None if {None, *self._library.name_keywords} & set(keys) else ""
        if not isinstance(value, CallExpr) or any(kind.is_star() for kind in value.arg_kinds):
            return None
        if self._library.name_keywords & set(value.arg_names):
            return None
        first = value.args[0] if value.args and value.arg_names[0] is None else None
        if isinstance(first, StrExpr):
            return first.value
        return "" if first is None or self._is_class(first) else None

    def _is_class(self, expression: Expression) -> bool:
        """Whether a class is named, or made an object of: then it is the column's type."""
        if isinstance(expression, CallExpr):
            expression = expression.callee
        symbol = self._api.lookup_qualified(
            dotted_text(expression), self._cls, suppress_errors=True
        )
        return symbol is not None and isinstance(symbol.node, TypeInfo)

    @property
    def _own_columns(self) -> frozenset[str]:
        return self._library.column_keywords

    def _is_key(self, value: Expression, *, is_open: bool) -> bool | None:
        if isinstance(value, CallExpr):
            if gives_true(value, self._library.key_keyword):
                return True
            if self._library.key_keyword in value.arg_names:
                given = value.args[value.arg_names.index(self._library.key_keyword)]
                is_open = is_open or not (isinstance(given, NameExpr) and given.name == "False")
        return None if is_open else False

    def _relation(self, call: CallExpr) -> Note:
        given = dict(zip(call.arg_names, call.args, strict=True))
        is_own = None in given or any(
            name in self._library.own_relation_keywords and not self._has_plain_options(value)
            for name, value in given.items()
        )
        back = given.get(self._library.back_keyword)
        name = back.value if isinstance(back, StrExpr) and not is_own else None
        return Note(Kind.RELATION, has_own_type=is_own, back=name)

    def _has_plain_options(self, value: Expression) -> bool:
        return isinstance(value, DictExpr) and all(
            isinstance(key, StrExpr) and key.value in self._library.plain_relation_options
            for key, _ in value.items
        )

    def _decorated(self, decorator: Decorator, *, is_settable: bool) -> Note:
        names = {
            self._full_name(dotted_text(one.callee if isinstance(one, CallExpr) else one))
            for one in decorator.original_decorators
        }
        if len(names) == 1 and names <= self._library.queried_decorators:
            return Note(Kind.QUERIED)
        if len(names) == 1 and names <= self._library.plain_decorators:
            return Note(Kind.PLAIN, is_settable=is_settable)
        return OTHER

    def _full_name(self, name: str) -> str | None:
        symbol = self._api.lookup_qualified(name, self._cls, suppress_errors=True)
        return symbol.fullname if symbol is not None else None

    def _is_plain(self, annotation: Type) -> bool:
        """Whether an annotation names classes alone, and nothing that may hide more."""
        if isinstance(annotation, UnionType):
            return all(self._is_plain(item) for item in annotation.items)
        if isinstance(annotation, RawExpressionType):
            return True
        if not isinstance(annotation, UnboundType):
            return False
        if annotation.name == "None":
            return True
        symbol = self._api.lookup_qualified(annotation.name, self._cls, suppress_errors=True)
        node = symbol.node if symbol is not None else None
        if isinstance(node, TypeAlias):
            return False
        if isinstance(node, Var) and node.fullname not in _UNIONS:
            return False
        return node is not None and all(self._is_plain(argument) for argument in annotation.args)

    def _is_made_by(self, annotation: Type, called: str | None) -> bool:
        """Whether a call makes a value of the column, as in ``price: Decimal = Decimal(0)``."""
        if called is None or is_in_packages(called, self._library.framework):
            return False
        items = annotation.items if isinstance(annotation, UnionType) else [annotation]
        names = {self._full_name(item.name) for item in items if isinstance(item, UnboundType)}
        return called in names and self._is_plain(annotation)

    def _is_class_variable(self, annotation: Type) -> bool:
        if not isinstance(annotation, UnboundType):
            return False
        return self._full_name(annotation.name) in _CLASS_VARIABLES


OTHER = Note(Kind.OTHER)
_UNIONS = frozenset({"typing.Optional", "typing.Union"})
_CLASS_VARIABLES = frozenset(
    {"typing.ClassVar", "typing_extensions.ClassVar", "typing.Final", "typing_extensions.Final"}
)


def _assigned_later(api: SemanticAnalyzerPluginInterface, info: TypeInfo) -> set[str]:
    """Names that the module gives the class below it: ``Team.size = column_property(...)``."""
    module: MypyFile | None = api.modules.get(info.module_name)
    return {
        target.name
        for statement in (module.defs if module is not None else ())
        if isinstance(statement, AssignmentStmt)
        for target in statement.lvalues
        if isinstance(target, MemberExpr)
        and isinstance(target.expr, NameExpr)
        and target.expr.name == info.name
    }
