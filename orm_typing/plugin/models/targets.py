"""Relations whose target is a string, and that need no annotation.

What a user writes, and what they should see::

    class Book(dorm.Model):
        author = dorm.ForeignKey("Author", null=True)

    reveal_type(book.author)  # Author | None

A checker can't look the string up. The index has; so the field is declared here, as if the user
had annotated it: ``author: ForeignKey[Author | None] = ...``.
"""

from __future__ import annotations

from mypy.nodes import AssignmentStmt
from mypy.plugin import ClassDefContext
from mypy.types import Instance, NoneType, Type, UnionType

from orm_typing.plugin.build.project import Project
from orm_typing.plugin.support.nodes import find_assignment, find_class, instance_of, plain_instance
from orm_typing.relations.declaration import RelationField


def declare_targets(project: Project, ctx: ClassDefContext) -> None:
    """Annotate the relations of the class that name their target by a string."""
    for relation in project.relations_declared_by(ctx.cls.info.fullname):
        if not names_target(relation) or relation.copied_from is not None:
            continue
        found = find_assignment(ctx.cls, relation.name)
        if found is None or not _is_ours_to_annotate(found[1]):
            continue
        annotation = _annotation(project, ctx, relation)
        statement = found[1]
        statement.type = statement.unanalyzed_type = annotation
        statement.new_syntax = annotation is not None


def names_target(relation: RelationField) -> bool:
    """Whether the target has to be looked up, and is known."""
    return (
        relation.constructor.infers_target
        and relation.target_is_string
        and relation.target is not None
    )


def _is_ours_to_annotate(statement: AssignmentStmt) -> bool:
    # What a user wrote is unbound until it is analysed; what stands here already is from an
    # earlier pass.
    return statement.unanalyzed_type is None or isinstance(statement.unanalyzed_type, Instance)


def _annotation(project: Project, ctx: ClassDefContext, relation: RelationField) -> Type | None:
    module = relation.target_module
    assert relation.target is not None
    if module is None or not project.may_load(module, relation.source_module):
        return None
    field = find_class(ctx.api, relation.constructor.full_name)
    target = find_class(ctx.api, relation.target)
    if field is None or target is None:
        if not ctx.api.final_iteration:
            ctx.api.defer()
        return None
    item: Type = plain_instance(target)
    if relation.nullable and relation.constructor.has_key:
        item = UnionType([item, NoneType()])
    return instance_of(field, [item])
