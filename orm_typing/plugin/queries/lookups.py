"""The names that queries take: keywords of filters, and names given as strings.

What a user writes, and what they should see::

    Book.objects.filter(titel="Emma")            # "Book" has no field "titel" ...; did you mean
    Book.objects.filter(author__nmae="Jane")     # "Author" has no field "nmae" ...
    Book.objects.filter(title__contians="Em")    # no lookup "contians"; did you mean "contains"?
    Book.objects.order_by("-titel")              # "Book" has no field "titel" ...

Each step of a path is a field, the key of a foreign key, a relation in either direction, or what
``annotate`` added; a lookup may stand at the end. A step that this module can't judge ends the
check without a message.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from mypy.checker import TypeChecker
from mypy.errorcodes import ARG_TYPE
from mypy.maptype import map_instance_to_supertype
from mypy.nodes import (
    ARG_NAMED,
    ARG_STAR2,
    CallExpr,
    Context,
    DictExpr,
    Expression,
    MemberExpr,
    NameExpr,
    OpExpr,
    RefExpr,
    StrExpr,
    TypeInfo,
    UnaryExpr,
    Var,
)
from mypy.plugin import FunctionContext, MethodContext
from mypy.types import (
    FunctionLike,
    Instance,
    LiteralType,
    NoneType,
    ProperType,
    Type,
    TypeType,
    UnionType,
    get_proper_type,
)

from orm_typing.messages import queries as messages
from orm_typing.messages.names import unknown_field, unknown_path, unknown_target
from orm_typing.orms.description import NameRule, Orm
from orm_typing.plugin.build.project import Project
from orm_typing.plugin.build.uses import use_fields
from orm_typing.plugin.models.accessors import source_of
from orm_typing.plugin.queries.model_fields import UNKNOWN, ModelField, model_fields
from orm_typing.plugin.queries.row_states import row_of, with_row_attributes
from orm_typing.plugin.support.metadata import (
    has_known_fields,
    is_abstract,
    noted,
    primary_key,
    with_abstract_bases,
)
from orm_typing.plugin.support.nodes import instances_in, plain_instance, with_args

ALIAS_PREFIX = "orm_typing@alias "
"""Before the state that a name for lookups alone leaves."""
ANY_NAME = "orm_typing@any name"
"""The state that names leave which can't be read: ``annotate(**more)``."""
LOOKUP = "orm_typing@lookup"
TO_ATTR = "orm_typing@to_attr"


def check_keywords(project: Project, orm: Orm, ctx: MethodContext) -> Type:
    """Report keywords of a filter, also inside ``Q(...)``, that name nothing."""
    query = _Query.of(project, orm, ctx)
    if query is not None:
        for names, kinds, args in zip(ctx.arg_names, ctx.arg_kinds, ctx.args, strict=True):
            for name, kind, value in zip(names, kinds, args, strict=True):
                if kind is ARG_NAMED and name is not None and name not in ctx.callee_arg_names:
                    query.check_lookup(name, value)
                elif name in orm.defaults_parameters:
                    query.check_defaults(value)
                elif kind is not ARG_NAMED:
                    query.check_conditions(value)
    return ctx.default_return_type


def check_update(project: Project, orm: Orm, ctx: MethodContext) -> Type:
    """Report keywords of ``update`` that name no column, and values of another type."""
    query = _Query.of(project, orm, ctx)
    if query is not None:
        for names, kinds, args in zip(ctx.arg_names, ctx.arg_kinds, ctx.args, strict=True):
            for name, kind, value in zip(names, kinds, args, strict=True):
                if kind is ARG_NAMED and name is not None:
                    query.check_value(name, value, value)
    return ctx.default_return_type


def check_names(project: Project, orm: Orm, rule: NameRule, ctx: MethodContext) -> Type:
    """Report literal names that a query method takes as positional strings."""
    query = _Query.of(project, orm, ctx)
    result = ctx.default_return_type
    if query is not None:
        method = _method_name(ctx.context)
        if rule is NameRule.PREFETCHED:
            for types, args in zip(ctx.arg_types, ctx.args, strict=True):
                for typ, argument in zip(types, args, strict=True):
                    result = query.check_prefetch(typ, method, argument, result)
        for name, context in _literals(ctx):
            if rule is NameRule.JOINED:
                query.check_joined(name, method, context)
            elif rule is NameRule.PREFETCHED:
                query.check_prefetched(name, method, context)
            else:
                query.check_name(name, rule, context)
    return result


def add_annotations(orm: Orm, prefix: str, ctx: MethodContext) -> Type:
    """The query whose rows have what ``annotate(pages=Sum("..."))`` adds.

    With a ``prefix`` they are no attributes: ``alias(pages=...)`` adds a name for lookups alone.
    """
    added: dict[str, Type] = {
        prefix + name: _result(orm, typ)
        for names, types in zip(ctx.arg_names, ctx.arg_types, strict=True)
        for name, typ in zip(names, types, strict=True)
        if name is not None
    }
    if any(kind is ARG_STAR2 for kinds in ctx.arg_kinds for kind in kinds):
        added[ANY_NAME] = UNKNOWN
    return _with_attributes(ctx.default_return_type, added)


def _result(orm: Orm, expression: Type) -> Type:
    """What the database gives for an expression."""
    proper = get_proper_type(expression)
    for base in proper.type.mro if isinstance(proper, Instance) else ():
        if base.fullname in orm.result_classes and isinstance(proper, Instance):
            args = map_instance_to_supertype(proper, base).args
            return args[0] if args else UNKNOWN
    return UNKNOWN


def _with_attributes(query: Type, added: Mapping[str, Type]) -> Type:
    """A query whose rows have more attributes than their class."""
    proper = get_proper_type(query)
    if not isinstance(proper, Instance):
        return query
    if not proper.args:
        return with_row_attributes(proper, added)
    model = get_proper_type(proper.args[0])
    if not isinstance(model, Instance):
        return query
    args: list[Type] = []
    for argument in proper.args:  # the model itself, and what the query gives of each row
        row = get_proper_type(argument)
        if isinstance(row, Instance) and row.type is model.type:
            for name, typ in added.items():
                row = row.copy_with_extra_attr(name, typ)
            args.append(row)
        else:
            args.append(argument)
    return with_args(proper, args)


def remember_prefetch(ctx: FunctionContext) -> Type:
    """A ``Prefetch`` that knows what it was given, wherever it is used."""
    prefetch = get_proper_type(ctx.default_return_type)
    if not isinstance(prefetch, Instance):
        return ctx.default_return_type
    for parameter, state in (("lookup", LOOKUP), ("to_attr", TO_ATTR)):
        if parameter in ctx.callee_arg_names:
            types = ctx.arg_types[ctx.callee_arg_names.index(parameter)]
            if len(types) == 1:
                prefetch = prefetch.copy_with_extra_attr(state, types[0])
    return prefetch


def _literal_state(instance: Instance, name: str) -> str | None:
    states = instance.extra_attrs.attrs if instance.extra_attrs is not None else {}
    return _literal(states[name]) if name in states else None


def _literal(typ: Type) -> str | None:
    """The value of a type that is a literal string."""
    proper = get_proper_type(typ)
    if isinstance(proper, Instance) and proper.last_known_value is not None:
        proper = proper.last_known_value
    if isinstance(proper, LiteralType) and isinstance(proper.value, str):
        return proper.value
    return None


def _method_name(context: Context) -> str:
    called = context.callee if isinstance(context, CallExpr) else None
    return called.name if isinstance(called, MemberExpr) else ""


def _literals(ctx: MethodContext) -> Iterator[tuple[str, Context]]:
    for types, args in zip(ctx.arg_types, ctx.args, strict=True):
        for typ, arg in zip(types, args, strict=True):
            value = _literal(typ)
            if value is not None:
                yield value, arg


def _shows_its_origin(orm: Orm, query: Expression, checker: TypeChecker) -> bool:
    """Whether a query is a manager, or what the library's methods make of one here.

    What a function returns, or a variable of a declared type holds, may have annotations that the
    type does not tell.
    """
    while isinstance(query, CallExpr) and isinstance(query.callee, MemberExpr):
        method = query.callee.name
        query = query.callee.expr
        if not _is_of_library(orm, query, method, checker):
            return False
    if isinstance(query, NameExpr):
        return isinstance(query.node, Var) and query.node.is_inferred
    if not isinstance(query, MemberExpr):
        return False
    owner = get_proper_type(checker.lookup_type_or_none(query.expr))
    if isinstance(owner, (FunctionLike, TypeType)):
        return True  # `Book.objects`
    kept = instances_in(checker.lookup_type_or_none(query) or UNKNOWN)
    return bool(kept) and all(one.type.fullname in orm.managers for one in kept)


def _is_of_library(orm: Orm, query: Expression, method: str, checker: TypeChecker) -> bool:
    """Whether the library's own method is called, whose annotations are known."""
    owners = instances_in(checker.lookup_type_or_none(query) or UNKNOWN)
    definers = [owner.type.get_containing_type_info(method) for owner in owners]
    return bool(definers) and all(
        definer is not None and definer.fullname.startswith(orm.package) for definer in definers
    )


@dataclass(frozen=True)
class _Query:
    """A query whose rows are of a model that is known."""

    project: Project
    orm: Orm
    checker: TypeChecker
    row: Instance
    is_whole: bool
    """Whether the code shows all that was done to the query: then all its annotations are known."""

    @classmethod
    def of(cls, project: Project, orm: Orm, ctx: MethodContext) -> _Query | None:
        owners = instances_in(ctx.type)
        row = row_of(orm, owners[0]) if len(owners) == 1 else None
        if row is None or not isinstance(ctx.api, TypeChecker):
            return None
        callee = ctx.context.callee if isinstance(ctx.context, CallExpr) else None
        if is_abstract(row.type):
            return None
        is_whole = isinstance(callee, MemberExpr) and _shows_its_origin(orm, callee.expr, ctx.api)
        return cls(project, orm, ctx.api, row, is_whole)

    def check_conditions(self, value: Expression) -> None:
        """Look into ``Q(...) | ~Q(...)``."""
        if isinstance(value, OpExpr):
            self.check_conditions(value.left)
            self.check_conditions(value.right)
        elif isinstance(value, UnaryExpr):
            self.check_conditions(value.expr)
        elif isinstance(value, CallExpr) and isinstance(value.callee, RefExpr):
            if value.callee.fullname not in self.orm.condition_classes:
                return
            for name, argument in zip(value.arg_names, value.args, strict=True):
                if name is None:
                    self.check_conditions(argument)
                elif not name.startswith("_"):  # Q's own options
                    self.check_lookup(name, argument)

    def check_defaults(self, value: Expression) -> None:
        """Look into ``defaults={"name": ...}``."""
        if isinstance(value, DictExpr):
            for key, item in value.items:
                if isinstance(key, StrExpr):
                    self.check_value(key.value, item, key)

    def check_value(self, name: str, value: Expression, context: Context) -> None:
        """Report a field that there is not, and a value that it does not take."""
        info = self.row.type
        fields = self._fields(info)
        field = fields.get(name)
        if field is None:
            is_other = info.get(name) is not None and name not in self._accessors(info)
            if name == self.orm.primary_key_alias or not has_known_fields(info) or is_other:
                return
            problem = unknown_field(info.name, name, fields)
            self.checker.fail(problem.text, context, code=problem.code)
            return
        given = get_proper_type(self.checker.lookup_type_or_none(value))
        if given is None or self._is_expression(given):
            return
        self.checker.check_subtype(
            given,
            field.accepted,
            value,
            f'Incompatible value for "{name}" of "{info.name}"',
            "it has type",
            "expected",
            code=ARG_TYPE,
        )

    def _is_expression(self, given: ProperType) -> bool:
        """Whether the database computes the value: ``F("pages") + 1``."""
        return isinstance(given, Instance) and given.type.fullname.startswith(self.orm.package)

    def check_lookup(self, keyword: str, context: Context) -> None:
        """Report the first step of ``author__name__icontains`` that is nothing."""
        steps = keyword.split(self.orm.path_separator)
        if not all(steps):
            return
        has_lookup = len(steps) > 1 and steps[-1] in self._lookups
        lookup = steps[-1:] if has_lookup else []
        self._follow(steps[:-1] if has_lookup else steps, context, lookup=lookup)

    def check_name(self, name: str, rule: NameRule, context: Context) -> None:
        """Report the first step of a name that is given as a string."""
        bare = name.removeprefix("-") if rule is NameRule.ORDERING else name
        steps = bare.split(self.orm.path_separator)
        if bare.isidentifier() and all(steps):
            self._follow(steps, context, rule=rule)

    @property
    def _lookups(self) -> frozenset[str]:
        return self.orm.lookups | self.project.own_lookups

    def _follow(
        self,
        steps: list[str],
        context: Context,
        *,
        lookup: list[str] | None = None,
        rule: NameRule = NameRule.FIELD,
    ) -> None:
        """Report the first step that is nothing.

        ``lookup`` is the known one behind the steps, or empty where one may be among them. By the
        ``rule`` a relation may not stand alone.
        """
        info = self.row.type
        states = self.row.extra_attrs.attrs if self.row.extra_attrs is not None else {}
        for position, step in enumerate(steps):
            if position == 0 and (
                step in states
                or ALIAS_PREFIX + step in states
                or step == self.orm.primary_key_alias
                or ANY_NAME in states
            ):
                return
            if not has_known_fields(info):
                return
            fields = self._fields(info)
            field = fields.get(step)
            rest = steps[position + 1 :]
            if field is not None:
                if not rest:
                    if rule is NameRule.COLUMN and field.is_joined and position == 0:
                        self._report_relation(info.name, field, context)
                    return
                if field.related is None:
                    if self._reports_target(info, step, context):
                        return
                    if lookup is not None and not field.takes_any_path:
                        self._report_lookup(info.name, step, rest + lookup, context)
                    return
                info = field.related
                continue
            accessors = self._accessors(info)
            if step in accessors:
                source = source_of(self.project, self.checker, f"{accessors[step]}.{step}")
                if rule is not NameRule.FIELD and len(steps) == 1:
                    problem = messages.accessor_is_no_column(info.name, step)
                    self.checker.fail(problem.text, context, code=problem.code)
                if source is None:
                    return
                info = source
                continue
            if any(step in noted(base).columns for base in with_abstract_bases(info)):
                return
            if step in self._passing_accessors(info) or (position == 0 and not self.is_whole):
                return
            if step == self.orm.primary_key_alias:
                self._report_key_alias(info, step, context)
            elif info.get(step) is None:
                known = {name.removeprefix(ALIAS_PREFIX) for name in states}
                candidates = {*fields, *accessors, *(known if position == 0 else ())}
                problem = unknown_field(info.name, step, candidates)
                self.checker.fail(problem.text, context, code=problem.code)
            return

    def check_joined(self, path: str, method: str, context: Context) -> None:
        """Report a step that is no foreign key: the library ignores it, and all after it."""
        info = self.row.type
        for step in path.split(self.orm.path_separator):
            if not has_known_fields(info):
                return
            fields = self._fields(info)
            keys = {name for name, field in fields.items() if field.is_joined}
            if step not in keys:
                if step not in fields or not fields[step].takes_any_path:
                    self._report_path(info, step, method, keys, context)
                return
            related = fields[step].related
            if related is None:
                self._reports_target(info, step, context)
                return
            info = related

    def check_prefetched(self, name: str, method: str, context: Context) -> None:
        """Report a name that is no relation: the library raises once there is a row."""
        info = self.row.type
        if not has_known_fields(info):
            return
        fields = self._fields(info)
        relations = {one for one in fields if self.project.relation_named(info, one) is not None}
        relations.update(self._accessors(info))
        is_attribute = info.get(name) is not None and name not in fields
        if name in relations or is_attribute or (name in fields and fields[name].takes_any_path):
            self._reports_target(info, name, context)
            return
        self._report_path(info, name, method, relations, context)

    def check_prefetch(self, given: Type, method: str, context: Context, result: Type) -> Type:
        """Check ``Prefetch("books", to_attr="read")``, and give the rows what it adds."""
        prefetch = get_proper_type(given)
        if not isinstance(prefetch, Instance):
            return result
        if prefetch.type.fullname not in self.orm.prefetch_classes:
            return result
        lookup, attribute = (_literal_state(prefetch, name) for name in (LOOKUP, TO_ATTR))
        if lookup is None:
            return result
        self.check_prefetched(lookup, method, context)
        related = self._prefetched_type(lookup)
        if attribute is None or related is None:
            return result
        return _with_attributes(result, {attribute: related})

    def _prefetched_type(self, name: str) -> Type | None:
        """What ``to_attr`` holds: a list, or of a foreign key one row."""
        info = self.row.type
        field = self._fields(info).get(name)
        if field is not None and field.related is not None:
            row = plain_instance(field.related)
            if field.is_joined:
                return UnionType([row, NoneType()])
            return self.checker.named_generic_type("builtins.list", [row])
        owner = self._accessors(info).get(name)
        if owner is None:
            return None
        source = source_of(self.project, self.checker, f"{owner}.{name}")
        row_type: Type = UNKNOWN if source is None else plain_instance(source)
        return self.checker.named_generic_type("builtins.list", [row_type])

    def _reports_target(self, info: TypeInfo, name: str, context: Context) -> bool:
        """Report a relation whose target is no model that anybody knows."""
        relation = self.project.relation_named(info, name)
        if relation is None or not relation.lacks_target:
            return False
        problem = unknown_target(info.name, name, relation.target_text)
        self.checker.fail(problem.text, context, code=problem.code)
        return True

    def _fields(self, info: TypeInfo) -> dict[str, ModelField]:
        use_fields(self.project, self.checker, info)
        return model_fields(self.project, self.orm, info)

    def _accessors(self, info: TypeInfo) -> dict[str, str]:
        """Reverse accessors of a model, with the class on which each is."""
        return {
            relation.accessor: base.fullname
            for base in info.mro
            for relation in self.project.relations_onto(base.fullname)
            if relation.accessor is not None
        }

    def _passing_accessors(self, info: TypeInfo) -> set[str]:
        """Accessors of models that are declared in functions."""
        return {
            relation.accessor or ""
            for base in info.mro
            for relation in self.project.relations_from_functions_onto(base.fullname)
        }

    def _report_path(
        self, info: TypeInfo, step: str, method: str, candidates: set[str], context: Context
    ) -> None:
        problem = unknown_path(info.name, step, method, candidates)
        self.checker.fail(problem.text, context, code=problem.code)

    def _report_lookup(self, model: str, field: str, rest: list[str], context: Context) -> None:
        if len(rest) == 1:
            problem = messages.unknown_lookup(model, field, rest[0], self._lookups)
        elif self._lookups.issuperset(rest):
            problem = messages.chained_lookup(model, field, self.orm.path_separator.join(rest))
        else:
            return
        self.checker.fail(problem.text, context, code=problem.code)

    def _report_key_alias(self, info: TypeInfo, alias: str, context: Context) -> None:
        declared = primary_key(info)
        name = self.orm.automatic_key_name if declared is None else declared.primary_key
        if name is not None:
            problem = messages.key_alias_in_path(info.name, alias, name)
            self.checker.fail(problem.text, context, code=problem.code)

    def _report_relation(self, model: str, field: ModelField, context: Context) -> None:
        key = field.name + self.orm.key_attribute.suffix
        problem = messages.relation_is_no_column(model, field.name, key)
        self.checker.fail(problem.text, context, code=problem.code)
