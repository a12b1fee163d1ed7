"""Checks where a relation is declared, at the line of the cause.

What a user writes::

    class Book(BaseDBModel):
        author: ForeignKey[Author] = ForeignKey(Author, related_name="books")
        editor: ForeignKey[Author] = ForeignKey(Author, related_name="books")  # clash
        tags: ManyToMany[Tag] = ManyToMany("Tagg")  # no such model

mypy calls a hook for each ``ForeignKey(...)``: the relation that stands on its line is looked up,
and what is wrong with it is reported there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from mypy.checker import TypeChecker
from mypy.nodes import AssignmentStmt, Context, StrExpr, TypeInfo
from mypy.plugin import FunctionContext
from mypy.types import CallableType, Instance, Type, get_proper_type

from orm_typing.messages import models as messages
from orm_typing.messages.codes import Message
from orm_typing.orms.description import ConstructorStyle
from orm_typing.plugin.build.project import Project
from orm_typing.plugin.support.metadata import noted
from orm_typing.plugin.support.nodes import assigned_name, statements
from orm_typing.relations.declaration import RelationField, class_name
from orm_typing.relations.index import ProjectIndex


def check_declaration(project: Project, ctx: FunctionContext) -> Type:
    """Report what is wrong with the relation that this call declares; the type is mypy's own."""
    if not isinstance(ctx.api, TypeChecker):
        return ctx.default_return_type
    info = ctx.api.scope.active_class()
    if info is None:
        return ctx.default_return_type
    name = assigned_to(info, ctx.context)
    if name is None:
        return ctx.default_return_type
    relation = _relation_of(project, info, name)
    if relation is None:
        if project.see_class(info.fullname):
            _report(ctx, messages.unseen_relation(f"{info.name}.{name}"))
        return ctx.default_return_type
    for problem in (
        *_invalid_names(relation, ctx),
        *_copied_names(project, relation, info, ctx),
        *_problems(project, relation, _target(ctx)),
    ):
        _report(ctx, problem)
    return ctx.default_return_type


def index_dependent_problems(index: ProjectIndex, module: str) -> list[str]:
    """The messages about a module's relations that depend on other modules' source.

    They are part of the module's configuration data, so that a change elsewhere, which mypy can't
    know to concern this module, has it checked again.
    """
    return [
        problem.text
        for relation in index.declared_in_module(module)
        for problem in _index_problems(index, relation)
    ]


def assigned_to(info: TypeInfo, call: Context) -> str | None:
    """The name to which a class body assigns the value of this call."""
    for _block, statement in statements(info.defn.defs):
        if isinstance(statement, AssignmentStmt) and statement.rvalue is call:
            return assigned_name(statement)
    return None


def _relation_of(project: Project, info: TypeInfo, name: str) -> RelationField | None:
    for relation in project.relations_declared_by(info.fullname):
        if relation.name == name:
            return relation
    return None


def _report(ctx: FunctionContext, message: Message) -> None:
    ctx.api.fail(message.text, ctx.context, code=message.code)


def _target(ctx: FunctionContext) -> TypeInfo | None:
    """The class that is passed as the first argument."""
    if not ctx.arg_types or not ctx.arg_types[0]:
        return None
    given = get_proper_type(ctx.arg_types[0][0])
    if isinstance(given, CallableType) and given.is_type_obj():
        result = get_proper_type(given.ret_type)
        return result.type if isinstance(result, Instance) else None
    return None


def _invalid_names(relation: RelationField, ctx: FunctionContext) -> Iterator[Message]:
    constructor = relation.constructor
    if constructor.name_pattern is None:
        return
    for parameter, values in zip(ctx.callee_arg_names, ctx.args, strict=True):
        for value in values:
            if (
                parameter in constructor.name_parameters
                and isinstance(value, StrExpr)
                and value.value
                and re.fullmatch(constructor.name_pattern, value.value) is None
            ):
                yield messages.invalid_name(parameter, value.value)


def _copied_names(
    project: Project, relation: RelationField, info: TypeInfo, ctx: FunctionContext
) -> Iterator[Message]:
    """The history of a model copies its fields, and what they are told about accessors."""
    is_named = any(
        parameter == "related_name" and values
        for parameter, values in zip(ctx.callee_arg_names, ctx.args, strict=True)
    )
    for history in project.orm_of(relation).histories if is_named and relation.accessor else ():
        copy = info.names.get(history.model_attribute)
        if history.copies_fields and copy is not None and isinstance(copy.node, TypeInfo):
            target = class_name(relation.target or "")
            yield messages.accessor_is_copied(
                relation.accessor or "", target, f"{info.name}.{relation.name}", copy.node.name
            )


def _problems(
    project: Project, relation: RelationField, target: TypeInfo | None
) -> Iterator[Message]:
    if relation.nullability_is_lost:
        yield messages.lost_nullability(f"{class_name(relation.source)}.{relation.name}")
    if relation.accessor_is_unknown:
        yield messages.unknown_accessor_name(f"{class_name(relation.source)}.{relation.name}")
    for index in project.indexes():
        if relation in index.declared_by(relation.source):
            problems = list(_index_problems(index, relation))
            yield from problems
            if not problems and target is not None:
                yield from _attribute_clash(project, index, relation, target)


def _index_problems(index: ProjectIndex, relation: RelationField) -> Iterator[Message]:
    yield from _target_problems(index, relation)
    yield from _accessor_clashes(index, relation)
    yield from _shared_accessor(index, relation)


def _target_problems(index: ProjectIndex, relation: RelationField) -> Iterator[Message]:
    if relation.target is not None or not relation.target_is_string:
        return
    if not relation.lacks_target:
        yield messages.string_target_not_supported(
            relation.target_text, relation.constructor.short_name
        )
        return
    candidates = index.classes_named(relation.target_text)
    if len(candidates) > 1:
        yield messages.ambiguous_target(relation.target_text, candidates)
    else:
        yield messages.unresolved_target(relation.target_text, index.class_names)


def _accessor_clashes(index: ProjectIndex, relation: RelationField) -> Iterator[Message]:
    """Another relation has the same accessor on the same class; in one file, the later says so."""
    if relation.target is None or relation.accessor is None:
        return
    if relation.constructor.is_extension:
        return  # the last one wins, as the extensions' author means it
    for other in index.onto(relation.target):
        if (
            other.constructor.is_extension
            or other.accessor != relation.accessor
            or other == relation
            or other.home != relation.home
        ):
            continue
        same_file = other.source_module == relation.source_module
        if same_file and (other.line, other.column) > (relation.line, relation.column):
            continue
        yield messages.accessor_clashes_with_accessor(
            relation.accessor,
            class_name(relation.target),
            class_name(relation.source),
            relation.name,
            f"{class_name(other.source) if same_file else other.source}.{other.name}",
            is_default=relation.accessor_is_default,
        )
        return


def _shared_accessor(index: ProjectIndex, relation: RelationField) -> Iterator[Message]:
    """Children of an abstract model have copies of the relation, with one accessor among them."""
    accessors = {
        copy.source: copy.accessor
        for copy in (index.onto(relation.target) if relation.target else ())
        if copy.copied_from == relation.source
        and copy.name == relation.name
        and copy.accessor is not None
        and not copy.accessor_is_default
    }
    if len(accessors) > 1:
        yield messages.accessor_is_shared(
            next(iter(accessors.values())),
            class_name(relation.target or ""),
            class_name(relation.source),
            relation.name,
            map(class_name, accessors),
        )


def _attribute_clash(
    project: Project, index: ProjectIndex, relation: RelationField, target: TypeInfo
) -> Iterator[Message]:
    if relation.accessor is None or target.fullname != relation.target:
        return
    has_fields = project.orm_of(relation).constructor_style is ConstructorStyle.DATACLASS
    if not _has_other_attribute(index, target, relation.accessor, has_fields):
        return
    yield messages.accessor_clashes_with_attribute(
        relation.accessor,
        target.name,
        class_name(relation.source),
        relation.name,
        is_default=relation.accessor_is_default,
    )


def _has_other_attribute(
    index: ProjectIndex, target: TypeInfo, name: str, annotations_are_fields: bool
) -> bool:
    """Whether something else than this accessor has its name, in the class or above it.

    A declaration for checkers alone is the accessor. What plugins generated may be left from before
    an edit (under the daemon), so the index says what is.
    """
    own = target.names.get(name)
    if own is not None and not own.plugin_generated:
        return _makes_attribute(target, name, annotations_are_fields)
    for base in target.mro[1:]:
        inherited = base.names.get(name)
        is_written = inherited is not None and not inherited.plugin_generated
        if is_written and _makes_attribute(base, name, annotations_are_fields):
            return True
        if any(other.accessor == name for other in index.onto(base.fullname)):
            return True
    return False


def _makes_attribute(info: TypeInfo, name: str, annotations_are_fields: bool) -> bool:
    """Whether what a class body says of a name is there at runtime."""
    said = noted(info)
    return name not in said.hints and (annotations_are_fields or name not in said.annotated)
