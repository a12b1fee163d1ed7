"""What reading a relation gives, by what the query loaded.

What a user writes::

    book = await db.select(Book).fetch_one()
    loaded = await db.select(Book).select_related("author").fetch_one()

and should see::

    reveal_type(book.author)     # AsyncLazyLoader[Author]
    reveal_type(loaded.author)   # Author

The state travels in the model's own type: ``QueryBuilder[Book]`` becomes a query over a ``Book``
whose ``extra_attrs`` say what ``author`` is. mypy carries it through chains, fetches, loops and
comprehensions as it carries any type argument; where a type is declared, the declared one counts
and the state is forgotten. ``reveal_type`` still says ``Book``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mypy.checker import TypeChecker
from mypy.nodes import MemberExpr, TypeInfo
from mypy.plugin import AttributeContext, MethodContext
from mypy.type_visitor import TypeTranslator
from mypy.typeops import make_simplified_union
from mypy.types import (
    AnyType,
    Instance,
    LiteralType,
    NoneType,
    ProperType,
    Type,
    TypeAliasType,
    UnionType,
    flatten_nested_unions,
    get_proper_type,
)

from orm_typing.messages.names import unknown_path, unknown_target
from orm_typing.orms import ORMS
from orm_typing.orms.description import LoadKind, Orm
from orm_typing.plugin.build.project import Project
from orm_typing.plugin.build.uses import use_classes
from orm_typing.plugin.load_states.extending import extend_variable
from orm_typing.plugin.load_states.origins import Claim
from orm_typing.plugin.models.accessors import complete, source_of
from orm_typing.plugin.models.foreign_keys import as_model_reads, check_assignment
from orm_typing.plugin.support.nodes import instance_of, instances_in, plain_instance, with_args
from orm_typing.plugin.support.several_models import for_each_model
from orm_typing.plugin.support.stand_ins import is_held_by_variable
from orm_typing.relations.declaration import RelationField

_PARTIAL = "orm_typing@partial"
"""Marks rows of which some columns only are read: the library then joins no foreign keys."""
_ANY_OF = "orm_typing@any of"
"""Marks rows of a class that a variable holds: what the class does not have, they may have."""
_LOAD_METHODS = frozenset(method.rpartition(".")[2] for orm in ORMS for method in orm.load_methods)


@dataclass(frozen=True)
class _Step:
    """One relation of a path: the model at its end, and what reading it gives once loaded."""

    related: Instance
    is_optional: bool
    wrapper: TypeInfo | None

    def value(self, related: Instance) -> Type:
        """The type of the attribute, given the related model with its own states."""
        if self.wrapper is not None:
            return instance_of(self.wrapper, [related])
        return UnionType([related, NoneType()]) if self.is_optional else related


def read_relation(project: Project, full_name: str, ctx: AttributeContext) -> Type:
    """What reading the attribute gives, on a value whose state may be known.

    ``full_name`` is that of the attribute: ``shop.books.Book.author``.
    """
    name = full_name.rpartition(".")[2]
    if ctx.is_lvalue:
        check_assignment(project, name, ctx)
        return ctx.default_attr_type
    found: list[Type] = []
    for instance in instances_in(ctx.type):
        state = _state(instance, name)
        if state is None or not _is_true(project, instance, name, ctx):
            return _unloaded(project, full_name, ctx)  # on one way at least, nothing was loaded
        found.append(state)
    return make_simplified_union(found) if found else _unloaded(project, full_name, ctx)


def _is_true(project: Project, instance: Instance, name: str, ctx: AttributeContext) -> bool:
    """Whether the state that mypy found is true of the value that is read here."""
    if not isinstance(ctx.context, MemberExpr) or not isinstance(ctx.api, TypeChecker):
        return True
    assigned = {
        attribute
        for base in instance.type.mro
        for relation in project.relations_declared_by(base.fullname)
        if relation.name == name and relation.constructor.has_key
        for attribute in (name, name + project.orm_of(relation).key_attribute.suffix)
    }
    claim = Claim(instance.type, name, frozenset(assigned), _LOAD_METHODS)
    return claim.holds(ctx.context.expr, ctx.api)


def _unloaded(project: Project, full_name: str, ctx: AttributeContext) -> Type:
    name = full_name.rpartition(".")[2]
    return as_model_reads(project, name, ctx, complete(project, full_name, ctx))


def load_relations(project: Project, orm: Orm, method: str, ctx: MethodContext) -> Type:
    """The query that ``select_related`` or ``prefetch_related`` returns, with its rows' states."""
    query = get_proper_type(ctx.default_return_type)
    if not isinstance(query, Instance) or not query.args:
        return ctx.default_return_type
    model = get_proper_type(query.args[0])
    if not isinstance(model, Instance):
        return ctx.default_return_type
    loader = _Loader(project, orm, method, ctx)
    for path in _literal_paths(ctx):
        model = loader.load(model, path.split(orm.path_separator))
    extend_variable(ctx, model)
    return with_args(query, [model, *query.args[1:]])


def read_partially(orm: Orm, ctx: MethodContext) -> Type:
    """The query after ``only``, ``fields`` or ``exclude``: it joins no foreign keys any more."""
    query = get_proper_type(read_each(ctx))
    if not isinstance(query, Instance) or not query.args:
        return query
    model = get_proper_type(query.args[0])
    if not isinstance(model, Instance):
        return query
    if _stands_for_others(ctx):
        model = model.copy_with_extra_attr(_ANY_OF, NoneType())
        query = with_args(query, [model, *query.args[1:]])
    if not _chooses(orm, ctx):
        return query
    wrappers = frozenset(orm.prefetched.values())
    partial = _without_states(model).copy_with_extra_attr(_PARTIAL, NoneType())
    for name, value in (model.extra_attrs.attrs if model.extra_attrs else {}).items():
        kept = get_proper_type(value)
        is_prefetched = isinstance(kept, Instance) and kept.type.fullname in wrappers
        if is_prefetched or name == _ANY_OF:
            partial = partial.copy_with_extra_attr(name, kept)
    return with_args(query, [partial, *query.args[1:]])


def read_each(ctx: MethodContext) -> Type:
    """What a method gives that is given a model first, or one of several."""
    first = ctx.arg_types[0] if ctx.arg_types else []
    result = ctx.default_return_type
    return for_each_model(result, first[0]) if len(first) == 1 else result


def read_again(ctx: MethodContext) -> Type:
    """What a prefetched result gives where it asks the database again: rows without states."""
    return ctx.default_return_type.accept(_Forget())


class _Forget(TypeTranslator):
    def visit_instance(self, t: Instance, /) -> Type:
        """Drop the states of a model, also inside a query or a coroutine."""
        plain = super().visit_instance(t)
        return _without_states(plain) if isinstance(plain, Instance) else plain

    def visit_type_alias_type(self, t: TypeAliasType, /) -> Type:
        """Aliases name declared types, and these have no states."""
        return t


@dataclass(frozen=True)
class _Loader:
    project: Project
    orm: Orm
    method: str
    ctx: MethodContext

    @property
    def kind(self) -> LoadKind:
        return self.orm.load_methods[self.method]

    def load(self, model: Instance, path: list[str]) -> Instance:
        """``model`` with the state that loading ``path`` gives its rows."""
        name, *rest = path
        step = self._step(model, name)
        if step is None:
            if _state(model, _ANY_OF) is None:
                self._report(model.type, name)
            return model
        related = step.related
        earlier = _state(model, name)
        if earlier is not None:
            related = _loaded_model(earlier, step) or related
        if rest:
            related = self.load(related, rest)
        if self.kind is LoadKind.SELECT and _state(model, _PARTIAL) is not None:
            return model
        return model.copy_with_extra_attr(name, step.value(related))

    def _step(self, model: Instance, name: str) -> _Step | None:
        if self.kind is LoadKind.SELECT and name not in self._own_foreign_keys(model.type):
            return None
        if self._without_target(model.type, name) is not None:
            return None
        symbol = model.type.get(name)
        descriptor = get_proper_type(symbol.type) if symbol is not None and symbol.type else None
        if not isinstance(descriptor, Instance) or not descriptor.args:
            return None
        related, is_optional = _without_none(descriptor.args[0])
        if isinstance(related, AnyType):
            source = self._source_of(model.type, name)
            related = plain_instance(source) if source is not None else related
        if not isinstance(related, Instance):
            return None
        if self.kind is LoadKind.SELECT:
            return _Step(related, is_optional, None)
        wrapper = self._wrapper(descriptor.type)
        return None if wrapper is None else _Step(related, False, wrapper)

    def _without_target(self, info: TypeInfo, name: str) -> RelationField | None:
        relation = self.project.relation_named(info, name)
        source = self.project.lookup(relation.source) if relation is not None else None
        if source is not None and isinstance(self.ctx.api, TypeChecker):
            use_classes(self.project, self.ctx.api, [source])
        return relation if relation is not None and relation.lacks_target else None

    def _source_of(self, info: TypeInfo, name: str) -> TypeInfo | None:
        owner = info.get_containing_type_info(name)
        if owner is None or not isinstance(self.ctx.api, TypeChecker):
            return None
        return source_of(self.project, self.ctx.api, f"{owner.fullname}.{name}")

    def _wrapper(self, descriptor: TypeInfo) -> TypeInfo | None:
        for base in descriptor.mro:
            full_name = self.orm.prefetched.get(base.fullname)
            if full_name is not None:
                return self.project.lookup(full_name)
        return None

    def _own_foreign_keys(self, info: TypeInfo) -> set[str]:
        # Not inherited: QueryBuilder asks the class for its own `fk_descriptors`.
        return {
            relation.name
            for relation in self.project.relations_declared_by(info.fullname)
            if relation.constructor.has_key
        }

    def _loadable(self, info: TypeInfo) -> Iterator[str]:
        if self.kind is LoadKind.SELECT:
            yield from self._own_foreign_keys(info)
            return
        for base in info.mro:
            for name, symbol in base.names.items():
                typ = get_proper_type(symbol.type) if symbol.type is not None else None
                if isinstance(typ, Instance) and self._wrapper(typ.type) is not None:
                    yield name

    def _report(self, info: TypeInfo, name: str) -> None:
        if not self.project.see_class(info.fullname):
            return
        loadable = set(self._loadable(info))
        relation = self._without_target(info, name)
        if name not in loadable:
            short = self.method.rpartition(".")[2]
            problem = unknown_path(info.name, name, short, loadable)
        elif relation is not None:
            problem = unknown_target(info.name, name, relation.target_text)
        else:
            return  # it leads to a class that nothing is known of
        self.ctx.api.fail(problem.text, self.ctx.context, code=problem.code)


def _state(instance: Instance, name: str) -> Type | None:
    attributes = instance.extra_attrs
    return attributes.attrs.get(name) if attributes is not None else None


def _without_states(model: Instance) -> Instance:
    bare = with_args(model, list(model.args))
    bare.extra_attrs = None
    return bare


def _loaded_model(state: Type, step: _Step) -> Instance | None:
    """The related model inside a state that an earlier call gave."""
    proper = get_proper_type(state)
    if step.wrapper is not None and isinstance(proper, Instance) and proper.args:
        proper = get_proper_type(proper.args[0])
    else:
        proper, _is_optional = _without_none(proper)
    return proper if isinstance(proper, Instance) else None


def _without_none(typ: Type) -> tuple[ProperType, bool]:
    items = [get_proper_type(item) for item in flatten_nested_unions([typ])]
    rest = [item for item in items if not isinstance(item, NoneType)]
    if len(rest) == 1:
        return rest[0], len(items) > 1
    return get_proper_type(typ), False


def _literal_paths(ctx: MethodContext) -> Iterator[str]:
    """The paths that are known; of others, nothing is claimed."""
    for typ in ctx.arg_types[0] if ctx.arg_types else ():
        proper = get_proper_type(typ)
        if isinstance(proper, Instance) and proper.last_known_value is not None:
            proper = proper.last_known_value
        if isinstance(proper, LiteralType) and isinstance(proper.value, str):
            yield proper.value


def _stands_for_others(ctx: MethodContext) -> bool:
    """Whether the class whose rows are asked for is one that a variable holds."""
    if not ctx.args:
        return False
    first = zip(ctx.args[0], ctx.arg_types[0], strict=True)
    return any(is_held_by_variable(expression, typ) for expression, typ in first)


def _chooses(orm: Orm, ctx: MethodContext) -> bool:
    """Whether the call names columns: ``fields(None)`` reads them all."""
    return any(
        not isinstance(get_proper_type(typ), NoneType)
        for name, types in zip(ctx.callee_arg_names, ctx.arg_types, strict=True)
        if name in orm.column_parameters
        for typ in types
    )
