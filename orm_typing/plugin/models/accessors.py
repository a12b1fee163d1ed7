"""Reverse accessors: attributes that another class's relation puts on a model.

What a user writes, in two modules::

    class Author(BaseDBModel): ...

    class Book(BaseDBModel):
        author: ForeignKey[Author] = ForeignKey(Author, related_name="books")

and should see::

    reveal_type(Author.books)    # ReverseRelationship[Book]
    reveal_type(author.books)    # ReverseQuery[Book]

When mypy analyses ``Author``, ``Book`` may be in a module that is not analysed yet, or not even
imported. The index of relations knows the name; :mod:`orm_typing.plugin.freshness.cache` has made
mypy load the module. So the class is looked up here, and if it is still a placeholder, mypy is
asked for another pass.
"""

from __future__ import annotations

import os
import shlex
from pathlib import Path

from mypy.checker import TypeChecker
from mypy.messages import format_type
from mypy.nodes import AssignmentStmt, Context, TypeInfo, Var
from mypy.plugin import AttributeContext, CheckerPluginInterface, ClassDefContext
from mypy.types import AnyType, Instance, ProperType, Type, TypeOfAny, get_proper_type

from orm_typing.messages import models as messages
from orm_typing.plugin.build.project import Project
from orm_typing.plugin.support.nodes import (
    add_attribute,
    defined_names,
    find_assignment,
    find_class,
    has_base,
    instance_of,
    plain_instance,
    read_descriptor,
    with_args,
)
from orm_typing.relations.accessors import accessors, is_shared
from orm_typing.relations.declaration import RelationField, class_name


def add_accessors(project: Project, ctx: ClassDefContext) -> None:
    """Put the accessors of all relations onto the class that is being analysed."""
    info = ctx.cls.info
    relations = [
        one
        for one in project.relations_onto(info.fullname)
        if not one.constructor.is_extension
        # Otherwise the library waits for a model to be registered, and installs nothing.
        and has_base(info, project.orm_of(one).registered_bases)
    ]
    defined = defined_names(ctx.cls) if relations else set[str]()
    for name, relation, is_row_known in accessors(relations):
        if name in defined:
            # What the body says wins: a declaration for checkers, or a clash that is reported
            # where the relation is declared.
            if is_row_known:
                _check_declared(ctx, relation, name)
            continue
        _add_accessor(project, ctx, info, relation, name, is_row_known=is_row_known)


def add_accessors_in_function(project: Project, ctx: ClassDefContext) -> None:
    """Put the accessors of a class in a function onto the classes of that function.

    They are analysed before it. They could wait for another pass, but mypy 1.20 forgets then what a
    class of the module with the same name takes in its constructor.
    """
    info = ctx.cls.info
    if "@" not in info.fullname:
        return
    for relation in project.relations_declared_by(info.fullname):
        if relation.target is None or relation.accessor is None or "@" not in relation.target:
            continue
        target = find_class(ctx.api, relation.target)
        if target is not None and has_base(target, project.orm_of(relation).registered_bases):
            _add_accessor(project, ctx, target, relation, relation.accessor)


def declared_by_hand(ctx: ClassDefContext, name: str) -> AssignmentStmt | None:
    """``books: ClassVar[ReverseRelationship["Book"]]`` below ``if TYPE_CHECKING:`` in the body.

    That is how other checkers are told, and it wins.
    """
    found = find_assignment(ctx.cls, name)
    if found is None or found[0] is ctx.cls.defs:
        return None
    return found[1]


def _check_declared(ctx: ClassDefContext, relation: RelationField, name: str) -> None:
    statement = declared_by_hand(ctx, name)
    symbol = ctx.cls.info.names.get(name)
    if statement is None:
        return
    if symbol is None or symbol.type is None:
        # Not analysed yet: mypy calls this before the body, on each of its passes.
        if not ctx.api.final_iteration:
            ctx.api.defer()
        return
    declared = get_proper_type(symbol.type)
    if isinstance(declared, AnyType) or _agrees(declared, relation):
        return
    expected = f"{class_name(relation.reverse_descriptor or '')}[{class_name(relation.source)}]"
    problem = messages.declared_accessor_disagrees(
        name, format_type(declared, ctx.api.options), f'"{expected}"', _path_of(ctx)
    )
    ctx.api.fail(problem.text, statement, code=problem.code)


def _path_of(ctx: ClassDefContext) -> str:
    """The file of the class, as a shell takes it."""
    path = ctx.api.modules[ctx.cls.info.module_name].path
    relative = os.path.relpath(path)
    return shlex.quote(Path(path if relative.startswith("..") else relative).as_posix())


def _agrees(declared: ProperType, relation: RelationField) -> bool:
    if not isinstance(declared, Instance):
        return False
    if declared.type.fullname != relation.reverse_descriptor or len(declared.args) != 1:
        return False
    item = get_proper_type(declared.args[0])
    return isinstance(item, AnyType) or (
        isinstance(item, Instance) and item.type.fullname == relation.source
    )


def _add_accessor(
    project: Project,
    ctx: ClassDefContext,
    info: TypeInfo,
    relation: RelationField,
    name: str,
    *,
    is_row_known: bool = True,
) -> None:
    if not project.may_load(relation.source_module, info.module_name):
        # With follow_imports=error nothing may be loaded silently: the name is known, the type not.
        add_attribute(info, name, AnyType(TypeOfAny.from_unimported_type))
        return
    if relation.reverse_descriptor is None:
        return
    descriptor = find_class(ctx.api, relation.reverse_descriptor)
    if descriptor is None:
        return
    is_completed_later = project.is_lazy and relation.source_module != info.module_name
    of_unknown_row = instance_of(descriptor, [AnyType(TypeOfAny.special_form)])
    if is_completed_later or not is_row_known:
        # In the first case `complete` names the source where the accessor is read.
        add_attribute(info, name, of_unknown_row)
        return
    source = find_class(ctx.api, relation.source)
    if source is not None:
        item: Type = plain_instance(source)
        add_attribute(info, name, instance_of(descriptor, [item]))
    elif "@" in relation.source:
        return  # `add_accessors_in_function` will do it
    elif not ctx.api.final_iteration:
        ctx.api.defer()
    elif not project.is_in_build(relation.source_module):
        # The module is skipped (follow_imports=skip) or outside of this build.
        add_attribute(info, name, of_unknown_row)


def complete(project: Project, full_name: str, ctx: AttributeContext) -> Type:
    """The type of an accessor where it is read, with its source's class in place of ``Any``."""
    known = get_proper_type(ctx.default_attr_type)
    if not project.is_lazy or not _has_unknown_row(known) or not _is_accessor(project, full_name):
        return ctx.default_attr_type
    source = source_of(project, ctx.api, full_name)
    if source is None:
        return ctx.default_attr_type
    row = plain_instance(source)
    return with_args(known, [row]) if isinstance(known, Instance) else row


def _is_accessor(project: Project, full_name: str) -> bool:
    """Whether a descriptor is there, and not what the class itself says: ``books: Any``."""
    owner, _, name = full_name.rpartition(".")
    info = project.lookup(owner)
    symbol = info.get(name) if info is not None else None
    declared = symbol.node.type if symbol is not None and isinstance(symbol.node, Var) else None
    return isinstance(get_proper_type(declared), Instance)


def _has_unknown_row(known: ProperType) -> bool:
    """Whether it is ``Any``, which a one-to-one gives, or a manager or query over that."""
    if isinstance(known, Instance) and len(known.args) == 1:
        known = get_proper_type(known.args[0])
    return isinstance(known, AnyType)


def read_on_library_model(
    project: Project, checker: TypeChecker, owner: Instance, name: str, context: Context
) -> Type | None:
    """What an accessor on a model of the library's own gives.

    Its class is in mypy's cache for all projects, so nothing is put on it.
    """
    for base in owner.type.mro:
        for relation in project.relations_onto(base.fullname):
            if relation.accessor != name or relation.reverse_descriptor is None:
                continue
            descriptor = project.lookup(relation.reverse_descriptor)
            if descriptor is None:
                return None
            source = source_of(project, checker, f"{base.fullname}.{name}")
            item: Type = AnyType(TypeOfAny.special_form)
            if source is not None:
                item = plain_instance(source)
            return read_descriptor(checker, instance_of(descriptor, [item]), owner, context)
    return None


def source_of(project: Project, checker: CheckerPluginInterface, full_name: str) -> TypeInfo | None:
    """The class whose relation made the accessor, for the module that is being checked.

    Only a module that mentions the accessor depends on its source. In others the class may be
    loaded by chance, and is not to be used: a warm run would differ from a cold one.
    """
    if not isinstance(checker, TypeChecker):
        return None
    owner, _, name = full_name.rpartition(".")
    info = project.lookup(owner)
    # mypy names the class on which an attribute of a class object is read, not its owner.
    for base in info.mro if info is not None else ():
        onto = project.relations_onto(base.fullname)
        for relation in onto:
            if relation.accessor != name:
                continue
            if is_shared(onto, relation):
                return None
            return project.lookup(relation.source) if uses(project, checker, relation) else None
    return None


def uses(project: Project, checker: TypeChecker, relation: RelationField) -> bool:
    """Whether the module that is being checked depends on the source of an accessor."""
    if not project.is_lazy:
        return True
    here = checker.tree.fullname
    used = project.accessors_used_in(here, checker.path)
    return relation.source_module == here or relation in used
