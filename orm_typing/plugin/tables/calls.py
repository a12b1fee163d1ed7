"""Functions that are given a table and names of its attributes as strings.

What a user writes, and what they should see::

    get_row(1, session, Hero, pk_field="nmae")            # no field "nmae"; did you mean "name"?
    get_row(1, session, Hero, selectin=True, select_in_keys=["taem"])  # no relation "taem"
    get_rows(session, Hero, select_in_keys=["team"])          # ignored without selectin=True
    bulk_update_rows([1], {"id": 2}, session, Hero)           # the primary key is not changed
    QueryBuilder(session, Hero).order_by("team")              # a relation, and not a column

What a wrong name leads to is the library's business, and differs: see the description. Names that
are no literals are not judged.
"""

from __future__ import annotations

from mypy.checker import TypeChecker
from mypy.maptype import map_instance_to_supertype
from mypy.nodes import CallExpr, Context, ListExpr, MemberExpr, NameExpr
from mypy.plugin import FunctionContext, MethodContext
from mypy.types import Instance, NoneType, Type, get_proper_type

from orm_typing.messages import tables as messages
from orm_typing.messages.codes import Message
from orm_typing.orms.tables import DataUse, NameUse, TableFunction, TableLibrary
from orm_typing.plugin.build.project import Project
from orm_typing.plugin.build.uses import use_name
from orm_typing.plugin.support.calls import Argument, Call, Entry, Name, may_be_none
from orm_typing.plugin.support.metadata import noted
from orm_typing.plugin.support.nodes import instances_in, with_args
from orm_typing.plugin.support.several_models import for_each_model
from orm_typing.plugin.tables.attributes import Attribute, Table, table_of
from orm_typing.plugin.tables.filters import FilterCheck
from orm_typing.plugin.tables.notes import Kind
from orm_typing.plugin.tables.results import result_of
from orm_typing.plugin.tables.values import Purpose, value_problem

QUERIED_MODEL = "orm_typing@queried model"
"""What a builder's rows carry if they are not of the model over which it works."""


def check_function(
    project: Project, library: TableLibrary, function: TableFunction, ctx: FunctionContext
) -> Type:
    """Check the names that a function is given; the result is mypy's own, where it has one."""
    if not isinstance(ctx.api, TypeChecker):
        return ctx.default_return_type
    call = Call(ctx, ctx.api)
    model = call.given(library.model_parameter)
    if model is None:
        return ctx.default_return_type
    table = table_of(project, library, ctx.api, model.typ)
    if table is not None:
        _Check(library, function, call, table).run()
    return for_each_model(result_of(function, call, model, ctx.default_return_type), model.typ)


def check_method(
    project: Project, library: TableLibrary, function: TableFunction, ctx: MethodContext
) -> Type:
    """Check the names that a method of a query builder is given."""
    if isinstance(ctx.api, TypeChecker):
        model = _model_of(library, ctx.type)
        table = table_of(project, library, ctx.api, model) if model is not None else None
        if table is not None:
            _Check(library, function, Call(ctx, ctx.api), table).run()
    return ctx.default_return_type


def remember_model(library: TableLibrary, ctx: FunctionContext) -> Type:
    """A builder whose statement selects something else than its model."""
    builder = get_proper_type(ctx.default_return_type)
    if not isinstance(builder, Instance) or not isinstance(ctx.api, TypeChecker):
        return ctx.default_return_type
    call = Call(ctx, ctx.api)
    model = call.given(library.model_parameter)
    statement = call.given(library.builder_statement)
    if model is None or len(builder.args) != 1:
        return builder
    if statement is None:
        return for_each_model(builder, model.typ)
    row = get_proper_type(builder.args[0])
    if isinstance(get_proper_type(statement.typ), NoneType) or not isinstance(row, Instance):
        return builder
    marked = row.copy_with_extra_attr(QUERIED_MODEL, model.typ)
    return with_args(builder, [marked])


def _model_of(library: TableLibrary, builder: Type) -> Type | None:
    owners = instances_in(builder)
    if len(owners) != 1:
        return None
    for base in owners[0].type.mro:
        if base.fullname in library.builders:
            row = get_proper_type(map_instance_to_supertype(owners[0], base).args[0])
            if isinstance(row, Instance) and row.extra_attrs is not None:
                return row.extra_attrs.attrs.get(QUERIED_MODEL, row)
            return row
    return None


class _Check:
    """The checks of one call."""

    def __init__(
        self, library: TableLibrary, function: TableFunction, call: Call, table: Table
    ) -> None:
        self._library = library
        self._function = function
        self._call = call
        self._table = table
        callee = call.context.callee if isinstance(call.context, CallExpr) else None
        # As the user calls it: `get_row`, or its twin `a_get_row`.
        self._name = callee.name if isinstance(callee, (NameExpr, MemberExpr)) else function.name
        self._filters = (
            None
            if function.filters is None
            else FilterCheck(library, function.filters, self._name, call, table)
        )

    def run(self) -> None:
        """Report all that is wrong with the call."""
        if self._has_own_statement():
            self._report_what_is_beside_it()
            return
        for parameter, use in self._function.names.items():
            self._check_names(parameter, use)
        for parameter, flag in self._function.relations.items():
            self._check_relations(parameter, flag)
        for parameter, data_use in self._function.data.items():
            for entries in self._call.entries(parameter):
                for entry in entries:
                    self._check_entry(entry, data_use)
        if self._filters is not None:
            self._filters.run()
        self._check_marks()

    # ---- a statement of one's own

    def _has_own_statement(self) -> bool:
        parameter = self._function.statement
        given = self._call.given(parameter) if parameter is not None else None
        return given is not None and not may_be_none(given.typ)

    def _report_what_is_beside_it(self) -> None:
        statement = self._function.statement or ""
        for parameter in self._function.ignored_beside_statement:
            given = self._call.given(parameter)
            if given is not None and not may_be_none(given.typ):
                self._ignored_beside(parameter, statement, given)
        for keyword, given in self._call.keywords.items():
            self._ignored_beside(keyword, statement, given)

    def _ignored_beside(self, argument: str, other: str, given: Argument) -> None:
        self._report(messages.ignored_beside(self._name, argument, other), given.value)

    # ---- names

    def _check_names(self, parameter: str, use: NameUse) -> None:
        for name in self._call.names_in(parameter):
            problem = self._problem(name.text, use, None)
            if problem is not None:
                self._report(problem, name.context)
        default = self._function.default_names.get(parameter)
        if default is not None and not self._call.is_given(parameter):
            problem = self._problem(default, use, parameter)
            if problem is not None:
                self._report(problem, self._call.context)

    def _problem(self, name: str, use: NameUse, default_of: str | None) -> Message | None:
        """What is wrong with a name; ``default_of`` is the parameter that was left out."""
        table = self._table
        found = self._find(name)
        if found is None:
            columns = table.of(Kind.COLUMN)
            if default_of is not None:
                return messages.no_default_field(
                    self._name, table.name, name, default_of, table.keys()
                )
            if use in (NameUse.KEY, NameUse.WRITTEN) and table.may_have_column(name):
                return None
            return messages.no_such_field(self._name, table.name, name, columns)
        if found.kind is Kind.OTHER:
            return None
        if found.kind is Kind.COLUMN:
            return self._column_problem(found, use, default_of)
        if found.kind is Kind.QUERIED and use in (NameUse.COMPARED, NameUse.LISTED):
            return None
        if found.kind is Kind.RELATION and use is NameUse.COMPARED and self._looks_for_none():
            return None
        if found.kind is Kind.PLAIN and use is NameUse.COMPARED:
            return messages.never_equal(self._name, table.name, name)
        return messages.unsuitable(self._name, table.name, name, found.described, "a column")

    def _column_problem(
        self, found: Attribute, use: NameUse, default_of: str | None
    ) -> Message | None:
        if found.note.column != "":
            return None
        if use is NameUse.KEY and found.note.is_key is False:
            if default_of is not None:
                return messages.no_default_key(
                    self._name, self._table.name, found.name, default_of, self._table.keys()
                )
            return messages.no_primary_key(
                self._name, self._table.name, found.name, self._table.keys()
            )
        if use is NameUse.WRITTEN and found.note.is_key:
            return messages.protected_key(self._name, self._table.name, found.name)
        return None

    def _looks_for_none(self) -> bool:
        """Whether the value is ``None``, with which a relation can be compared."""
        given = self._call.given(self._function.key_parameter)
        return given is None or isinstance(get_proper_type(given.typ), NoneType)

    def _find(self, name: str) -> Attribute | None:
        use_name(self._table.project, self._call.checker, self._table.info, name)
        return self._table.get(name)

    # ---- relations

    def _check_relations(self, parameter: str, flag: str | None) -> None:
        given = self._call.given(parameter)
        if flag is not None:
            if given is None:
                if self._call.is_on(flag) and not self._call.is_given(parameter):
                    problem = messages.ignored_alone(self._name, f"{flag}=True", parameter)
                    self._report(problem, self._call.context)
                return
            is_empty = isinstance(given.value, ListExpr) and not given.value.items
            if self._call.is_off(flag) and not is_empty and not may_be_none(given.typ):
                problem = messages.ignored_alone(self._name, parameter, f"{flag}=True")
                self._report(problem, given.value)
                return
        for name in self._call.names_in(parameter):
            self._check_relation(name)

    def _check_relation(self, name: Name) -> None:
        found = self._find(name.text)
        if found is not None and found.kind in (Kind.RELATION, Kind.OTHER):
            return
        self._report(
            messages.unloadable(
                self._name,
                self._table.name,
                name.text,
                self._table.of(Kind.RELATION),
                is_skipped=self._function.skips_unknown_relations,
            ),
            name.context,
        )

    # ---- dictionaries

    def _check_entry(self, entry: Entry, use: DataUse) -> None:
        problem = self._entry_problem(entry, use)
        if problem is not None:
            self._report(problem, entry.name.context)

    def _entry_problem(self, entry: Entry, use: DataUse) -> Message | None:
        name = entry.name.text
        table = self._table
        if use is not DataUse.ATTRIBUTES:
            written = NameUse.WRITTEN if use is DataUse.UPDATES else NameUse.COLUMN
            if table.get(name) is None and table.may_have_column(name):
                return None
            problem = self._problem(name, written, None)
        else:
            problem = self._assignment_problem(name)
        found = self._find(name)
        if problem is None and found is not None:
            self._check_value(found, entry)
        return problem

    def _assignment_problem(self, name: str) -> Message | None:
        found = self._find(name)
        table = self._table
        if found is None:
            if any(noted(base).extra == "allow" for base in table.info.mro):
                return None
            candidates = table.of(Kind.COLUMN, Kind.RELATION)
            return messages.no_such_field(self._name, table.name, name, candidates)
        if found.kind is Kind.PLAIN and not found.note.is_settable:
            return messages.unsuitable(
                self._name, table.name, name, found.described, "one that can be set"
            )
        return None

    def _check_value(self, found: Attribute, entry: Entry) -> None:
        if entry.value is not None:
            problem = self._value_problem(found, entry)
            if problem is not None:
                self._report(problem, entry.value.value)

    def _value_problem(self, found: Attribute, entry: Entry) -> Message | None:
        if entry.value is None:
            return None
        return value_problem(
            self._library,
            self._call,
            self._table,
            found,
            entry.value,
            Purpose.STORED,
            self._name,
        )

    # ---- marks

    def _check_marks(self) -> None:
        flag = self._function.marks
        if flag is None or not self._call.is_on(flag):
            return
        for name in self._library.mark_columns:
            if self._find(name) is None and not self._table.may_have_column(name):
                given = self._call.given(flag)
                problem = messages.missing_mark(self._name, self._table.name, name, flag)
                self._report(problem, given.value if given is not None else self._call.context)
                return

    def _report(self, message: Message, context: Context) -> None:
        self._call.report(message, context)
