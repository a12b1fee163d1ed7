"""Keys of foreign keys, and foreign keys that may be null.

What a user writes::

    class Book(BaseDBModel):
        author: ForeignKey[Author] = ForeignKey(Author)
        editor: ForeignKey[Person] = ForeignKey(Person, null=True)

and should see::

    reveal_type(book.author_id)  # int
    reveal_type(book.editor_id)  # int | None
    reveal_type(book.editor)     # Person | None

The library adds ``author_id`` to the class's annotations before pydantic reads them
(``sqliter/orm/model.py``, ``BaseDBModel.__init_subclass__``). The same is done here: a statement
``author_id: int = ...`` joins the class body before mypy analyses it, so that the dataclass
transform and pydantic's own plugin both see a field. ``null=True`` widens the annotation.
"""

from __future__ import annotations

from mypy.nodes import (
    AssignmentStmt,
    CastExpr,
    EllipsisExpr,
    NameExpr,
    Statement,
    SymbolTableNode,
    Var,
)
from mypy.plugin import ClassDefContext
from mypy.types import (
    AnyType,
    Instance,
    NoneType,
    ProperType,
    Type,
    TypeOfAny,
    UnboundType,
    UnionType,
    get_proper_type,
)

from orm_typing.orms.description import KeyAttribute
from orm_typing.plugin.build.project import Project
from orm_typing.plugin.support.nodes import (
    add_attribute,
    assigned_name,
    defined_names,
    find_assignment,
    find_class,
    has_base,
    instance_of,
    is_generated,
    plain_instance,
    statements,
    with_args,
)
from orm_typing.relations.declaration import RelationField


def add_keys(project: Project, ctx: ClassDefContext) -> None:
    """Add the key attributes of the class that is about to be analysed."""
    wanted = {
        relation.name + project.orm_of(relation).key_attribute.suffix: relation
        for relation in project.relations_declared_by(ctx.cls.info.fullname)
        if relation.constructor.has_key
        and has_base(ctx.cls.info, project.orm_of(relation).registered_bases)
    }
    _remove_unwanted(ctx, wanted)
    for name, relation in wanted.items():
        found = find_assignment(ctx.cls, relation.name)
        if found is None:
            continue
        block, statement = found
        if relation.nullable:
            _widen(statement)
        if find_assignment(ctx.cls, name) is not None:
            continue
        key = project.orm_of(relation).key_attribute
        key_type = _key_type(ctx, relation, key)
        if key.descriptor is None:
            position = block.body.index(statement) + 1
            block.body.insert(position, _key_statement(statement, name, key_type))
        else:
            descriptor = find_class(ctx.api, key.descriptor)
            is_generic = descriptor is not None and bool(descriptor.type_vars)
            wrapped = instance_of(descriptor, [key_type]) if descriptor and is_generic else key_type
            add_attribute(ctx.cls.info, name, wrapped)


def keep_inherited(project: Project, ctx: ClassDefContext) -> None:
    """Keep the descriptors of inherited foreign keys from being replaced in a subclass.

    pydantic's plugin gives a subclass a variable of its own for each inherited field, with the type
    that the constructor takes (``pydantic.mypy.PydanticModelTransformer.set_frozen``); it leaves
    a variable that is there. A field without an annotation is none of pydantic's.
    """
    if "pydantic.mypy" not in project.options.plugins:
        return
    info = ctx.cls.info
    defined = defined_names(ctx.cls)
    for base in info.mro[1:]:
        for relation in project.relations_declared_by(base.fullname):
            inherited = base.names.get(relation.name)
            if inherited is None or relation.name in defined or not _is_annotated(inherited):
                continue
            # Even without its type it keeps pydantic's plugin off; the next pass fills it in.
            known = inherited.type or AnyType(TypeOfAny.special_form)
            if add_attribute(info, relation.name, known) is not None and inherited.type is None:
                _ask_for_another_pass(ctx)


def _is_annotated(symbol: SymbolTableNode) -> bool:
    return isinstance(symbol.node, Var) and not symbol.node.is_inferred


def _ask_for_another_pass(ctx: ClassDefContext) -> None:
    if not ctx.api.final_iteration:
        ctx.api.defer()


def _remove_unwanted(ctx: ClassDefContext, wanted: dict[str, RelationField]) -> None:
    """Forget statements of an earlier build of a daemon, where the relation has changed since.

    One that still holds stays: mypy analyses a class in several passes, and takes a new statement
    for a second definition.
    """
    for block, statement in statements(ctx.cls.defs):
        name = assigned_name(statement)
        if not is_generated(statement) or name is None:
            continue
        relation = wanted.get(name)
        if relation is None or _is_optional(statement) != relation.nullable:
            block.body.remove(statement)
            ctx.cls.info.names.pop(name, None)


def _key_type(ctx: ClassDefContext, relation: RelationField, key: KeyAttribute) -> Type:
    name = key.type_of(relation)
    known = find_class(ctx.api, name) if name is not None else None
    plain: Type = AnyType(TypeOfAny.special_form) if known is None else plain_instance(known)
    return UnionType([plain, NoneType()]) if relation.nullable else plain


def _key_statement(foreign_key: AssignmentStmt, name: str, key_type: Type) -> AssignmentStmt:
    # The value makes the field optional: a constructor takes the object instead of its key.
    # `constructors` asks for one of the two.
    value = CastExpr(EllipsisExpr(), key_type)
    statement = AssignmentStmt([NameExpr(name)], value, type=key_type, new_syntax=True)
    for node in (statement, statement.lvalues[0], value, value.expr):
        node.set_line(foreign_key)
    return statement


def _is_optional(statement: Statement) -> bool:
    return isinstance(statement, AssignmentStmt) and isinstance(
        statement.unanalyzed_type, UnionType
    )


def _widen(statement: AssignmentStmt) -> None:
    """Turn ``ForeignKey[Author]`` into ``ForeignKey[Author | None]``, once."""
    if statement.type is not None:
        statement.type = _widened(statement.type)
    if statement.unanalyzed_type is not None:
        statement.unanalyzed_type = _widened(statement.unanalyzed_type)


def _widened(annotation: Type) -> Type:
    if isinstance(annotation, UnboundType):
        if len(annotation.args) != 1 or _may_be_none(annotation.args[0]):
            return annotation
        return UnboundType(
            annotation.name,
            [UnionType([annotation.args[0], NoneType()])],
            line=annotation.line,
            column=annotation.column,
            original_str_expr=annotation.original_str_expr,
            original_str_fallback=annotation.original_str_fallback,
        )
    proper: ProperType = get_proper_type(annotation)
    if isinstance(proper, Instance) and len(proper.args) == 1:
        if _may_be_none(proper.args[0]):
            return annotation
        return with_args(proper, [UnionType([proper.args[0], NoneType()])])
    return annotation


def _may_be_none(argument: Type) -> bool:
    if isinstance(argument, UnboundType):
        return argument.name.rpartition(".")[2] == "Optional" or argument.name == "None"
    if isinstance(argument, UnionType):
        return any(_may_be_none(item) for item in argument.items)
    return isinstance(argument, NoneType)
