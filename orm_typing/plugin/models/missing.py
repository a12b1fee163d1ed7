"""Attributes that do not exist: misspelt accessors, and relations that are not loaded.

What a user writes, and what they should see::

    author.boks           # "Author" has no attribute "boks"; did you mean the relation "books"?
    book.author.name      # "Author" is not loaded here ... await ... fetch() ... select_related

mypy offers no hook for a missing attribute, but one for what a class's ``__getattr__`` gives. So
the model base and the lazy loaders get one here, in mypy's eyes only; at runtime these classes
do intercept attribute access, and raise. The hook then says what mypy itself would say, unless it
knows better.
"""

from __future__ import annotations

from mypy.checker import TypeChecker
from mypy.messages import format_type
from mypy.nodes import (
    ARG_POS,
    Argument,
    AssignmentStmt,
    Expression,
    FuncItem,
    MemberExpr,
    NameExpr,
    Node,
    TypeInfo,
    Var,
)
from mypy.plugin import AttributeContext, ClassDefContext
from mypy.plugins.common import add_method_to_class
from mypy.types import AnyType, Instance, NoneType, Type, TypeOfAny, UnionType, get_proper_type

from orm_typing.messages import models as messages
from orm_typing.messages.names import closest
from orm_typing.orms.description import LazyLoader, Orm
from orm_typing.plugin.build.project import Project
from orm_typing.plugin.build.uses import use_name
from orm_typing.plugin.models.accessors import read_on_library_model
from orm_typing.plugin.models.history import field_of_history
from orm_typing.plugin.support.nodes import (
    attribute_type,
    dotted_text,
    has_base,
    instances_in,
    plain_instance,
    statements,
)


def intercept_missing(ctx: ClassDefContext) -> None:
    """Have mypy ask about attributes that this class does not have."""
    name = Var("name", ctx.api.named_type("builtins.str"))
    add_method_to_class(
        ctx.api,
        ctx.cls,
        "__getattr__",
        [Argument(name, name.type, None, ARG_POS)],
        # Not Any: a protocol must not be satisfied by an attribute that does not exist.
        ctx.api.named_type("builtins.object"),
    )


def read_missing_on_model(project: Project, orm: Orm, name: str, ctx: AttributeContext) -> Type:
    """Report an attribute that a model does not have."""
    owners = [
        found
        for found in instances_in(ctx.type)
        if has_base(found.type, orm.registered_bases) and found.type.get(name) is None
    ]
    if not owners or _asks_for_a_protocol(ctx):
        return ctx.default_attr_type
    narrowed = _added_by_hasattr(owners, name)
    if narrowed is not None:
        return narrowed
    if len(owners) == 1 and isinstance(ctx.api, TypeChecker):
        tracked = field_of_history(orm, owners[0].type, name)
        if tracked is not None:
            use_name(project, ctx.api, tracked.get_containing_type_info(name) or tracked, name)
            found = attribute_type(ctx.api, plain_instance(tracked), name, ctx.context)
            return found or AnyType(TypeOfAny.special_form)
        on_library = read_on_library_model(project, ctx.api, owners[0], name, ctx.context)
        if on_library is not None:
            return on_library
    if all(_is_added_in_a_function(project, ctx, owner, name) for owner in owners):
        return AnyType(TypeOfAny.special_form)
    for owner in owners:  # of a union, mypy asks for each item and drops equal messages
        relations = _relation_names(project, owner.type)
        suggestion = closest(name, relations | _attribute_names(owner.type))
        if suggestion is None or suggestion not in relations or name in relations:
            ctx.api.msg.has_no_attr(ctx.type, owner, name, ctx.context)
        else:
            problem = messages.unknown_accessor(_shown(ctx, owner), name, suggestion)
            ctx.api.fail(problem.text, ctx.context, code=problem.code)
    return AnyType(TypeOfAny.from_error)


def read_missing_on_loader(
    project: Project, loader: LazyLoader, name: str, ctx: AttributeContext
) -> Type:
    """Report an attribute that is read from a relation that is not loaded."""
    owners = [
        found
        for found in instances_in(ctx.type)
        if found.type.has_base(loader.full_name) and found.type.get(name) is None
    ]
    if not owners or _asks_for_a_protocol(ctx):
        return ctx.default_attr_type
    narrowed = _added_by_hasattr(owners, name)
    if narrowed is not None:
        return narrowed
    owner = owners[0]
    related = get_proper_type(owner.args[0]) if owner.args else None
    if not isinstance(related, Instance) or related.type.get(name) is None:
        ctx.api.msg.has_no_attr(ctx.type, owner, name, ctx.context)
        return AnyType(TypeOfAny.from_error)
    read = ctx.context
    field = dotted_text(read.expr) if isinstance(read, MemberExpr) else "relation"
    path = _path_to(project, related.type, ctx)
    remedies = loader.remedies.format(field=field, path=f'"{path}"' if path else "...")
    problem = messages.not_loaded(related.type.name, name, remedies)
    ctx.api.fail(problem.text, ctx.context, code=problem.code)
    return AnyType(TypeOfAny.from_error)


def _asks_for_a_protocol(ctx: AttributeContext) -> bool:
    """Whether mypy compares members (`mypy.subtypes.find_member`), which filters all errors.

    `hasattr()` asks too, without a line but with an expression: it does count the errors.
    """
    return not isinstance(ctx.context, Node)


def _added_by_hasattr(owners: list[Instance], name: str) -> Type | None:
    """What ``if hasattr(author, "nickname")`` gave the attribute.

    mypy looks at it only after ``__getattr__`` (`mypy.checkmember.analyze_member_var_access`).
    """
    added = [owner.extra_attrs.attrs.get(name) for owner in owners if owner.extra_attrs]
    found = [type_ for type_ in added if type_ is not None]
    return found[0] if len(found) == len(owners) else None


def _is_added_in_a_function(
    project: Project, ctx: AttributeContext, owner: Instance, name: str
) -> bool:
    """Whether a model that is declared in a function of this module may have added the accessor."""
    return isinstance(ctx.api, TypeChecker) and any(
        relation.accessor == name and relation.source_module == ctx.api.tree.fullname
        for base in owner.type.mro
        for relation in project.relations_from_functions_onto(base.fullname)
    )


def _attribute_names(info: TypeInfo) -> set[str]:
    return {name for base in info.mro for name in base.names if "@" not in name}


def _relation_names(project: Project, info: TypeInfo) -> set[str]:
    names: set[str] = set()
    for base in info.mro:
        for relation in project.relations_onto(base.fullname):
            if relation.accessor is not None:
                names.add(relation.accessor)
        for relation in project.relations_declared_by(base.fullname):
            names.add(relation.name)
    return names


def _shown(ctx: AttributeContext, owner: Instance) -> str:
    original = get_proper_type(ctx.type)
    options = ctx.api.options
    shown = format_type(owner, options)
    if isinstance(original, UnionType):
        return f"Item {shown} of {format_type(original, options)}"
    return shown


def _path_to(project: Project, related: TypeInfo, ctx: AttributeContext) -> str | None:
    """The relations that lead to a value, as a query takes them: ``author`` of ``book.author``.

    A variable may have any name: what it was assigned tells. Else it is known where one relation
    only leads to the model.
    """
    if not isinstance(ctx.context, MemberExpr) or not isinstance(ctx.api, TypeChecker):
        return None
    path = ""
    value: Expression | None = ctx.context.expr
    seen: set[object] = set()
    while isinstance(value, (MemberExpr, NameExpr)):
        if isinstance(value, NameExpr):
            if value.node in seen:  # `a = b` and `b = a`
                break
            seen.add(value.node)
            value = _only_source(value, ctx.api)
            continue
        owners = instances_in(ctx.api.lookup_type_or_none(value.expr) or NoneType())
        relation = project.relation_named(owners[0].type, value.name) if owners else None
        if relation is None:
            break
        separator = project.orm_of(relation).path_separator
        path = f"{value.name}{separator}{path}" if path else value.name
        value = value.expr
    names = {
        one.name for one in project.relations_onto(related.fullname) if one.constructor.has_key
    }
    return path or (names.pop() if len(names) == 1 else None)


def _only_source(name: NameExpr, checker: TypeChecker) -> Expression | None:
    """What the function assigns to a variable, if it does so once and in one statement."""
    bodies = [scope.body for scope in checker.scope.stack if isinstance(scope, FuncItem)]
    sources = [
        statement.rvalue
        for body in bodies
        for _block, statement in statements(body)
        if isinstance(statement, AssignmentStmt)
        and any(isinstance(one, NameExpr) and one.node is name.node for one in statement.lvalues)
    ]
    return sources[0] if len(sources) == 1 else None
