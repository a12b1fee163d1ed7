"""Is a declaration left over from a relation that is gone?

Only a line in the very spelling of this command can be, and only if what it names was read as a
whole: ``books: ClassVar[ReverseRelationship["Book"]]`` where the project has no ``Book``, or one
whose every field was understood. A relation that reading the source does not find, such as one
that a function returns, has to be declared by hand, and its declaration is to be kept.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

from orm_typing.cli.declare.agreement import KEY_TYPES, accessor_parts, key_parts
from orm_typing.cli.declare.automatic_keys import is_automatic
from orm_typing.cli.declare.found import Declaration, assignments, words_in
from orm_typing.cli.declare.meaning import Meaning, Scope, is_same_class
from orm_typing.cli.declare.sources import Sources
from orm_typing.orms import ORMS
from orm_typing.orms.description import Orm
from orm_typing.relations.names import FoundClass

_CONSTRUCTORS = tuple(constructor for orm in ORMS for constructor in orm.constructors)
_DESCRIPTORS = {
    descriptor
    for constructor in _CONSTRUCTORS
    for descriptor in (constructor.reverse_descriptor, *(constructor.late_target_descriptors or ()))
    if descriptor is not None
}
_CONSTRUCTOR_WORDS = {constructor.short_name for constructor in _CONSTRUCTORS}
# A relation is the value of a call, or of a name for one.
_POSSIBLE_VALUES = (ast.Call, ast.IfExp, ast.BoolOp, ast.Name, ast.Attribute, ast.Subscript)


def is_stale(declaration: Declaration, model: FoundClass, sources: Sources) -> bool:
    """Whether the declaration, which no relation of ``model`` asks for, was made for one."""
    if sources.has_broken_files or not sources.models.ancestry(model).is_complete:
        return False
    automatic = sources.automatic_key(model)
    if automatic is not None and declaration.name == automatic[0]:
        # A field is the primary key by now.
        return is_automatic(model, sources) is False and _has_value_of_key(
            declaration, sources.scope(model)
        )
    return _is_stale_accessor(declaration, model, sources) or any(
        _is_stale_key(declaration, model, orm, sources) for orm in sources.orms_of(model)
    )


def _is_stale_accessor(declaration: Declaration, model: FoundClass, sources: Sources) -> bool:
    scope = sources.scope(model)
    generic, rows = accessor_parts(declaration.annotation, scope)
    descriptor = scope.full_name(generic)
    if isinstance(descriptor, Meaning) or len(rows) != 1:
        return False
    if not any(is_same_class(descriptor, known) for known in _DESCRIPTORS):
        return False
    if declaration.name in sources.inherited_accessors(model):
        return False
    row = scope.full_name(rows[0])
    if isinstance(row, Meaning):
        return row is Meaning.GONE
    source = sources.project_class(row)
    return source is not None and not any(
        any(_unread_fields(owner, sources)) for owner in (source, *sources.ancestors(source))
    )


def _is_stale_key(declaration: Declaration, model: FoundClass, orm: Orm, sources: Sources) -> bool:
    suffix = orm.key_attribute.suffix
    field = declaration.name.removesuffix(suffix)
    if field == declaration.name or not _has_value_of_key(declaration, sources.scope(model)):
        return False
    return not any(
        field in sources.relation_names(owner) or field in _unread_fields(owner, sources)
        for owner in (model, *sources.ancestors(model))
    )


def _has_value_of_key(declaration: Declaration, scope: Scope) -> bool:
    """Whether it is ``author_id: int = 0``, as this command writes it."""
    if declaration.value is None:
        return False
    node, type_name, nullable = key_parts(declaration.annotation, scope)
    if node is None or type_name not in KEY_TYPES:
        return False
    value = "None" if nullable else KEY_TYPES[type_name].format(type=ast.unparse(node))
    return ast.dump(declaration.value) == ast.dump(ast.parse(value, mode="eval").body)


def _unread_fields(owner: FoundClass, sources: Sources) -> Iterator[str]:
    """The fields of a class that may be relations which reading the source did not find."""
    body = sources.body(owner)
    if body is None:
        return
    known = sources.relation_names(owner)
    for relation in sources.index.declared_by(owner.full_name):
        if relation.accessor_is_unknown:
            yield relation.name
    scope = sources.scope(owner)
    for name, annotation, value in assignments(body.body):
        if name not in known and isinstance(value, _POSSIBLE_VALUES):
            if annotation is not None:
                if words_in(annotation) & _CONSTRUCTOR_WORDS:
                    yield name
            elif not _makes_something_else(value, scope, sources):
                yield name


def _makes_something_else(value: ast.expr, scope: Scope, sources: Sources) -> bool:
    """Whether it is a call of a class that is known, and no relation."""
    if not isinstance(value, ast.Call):
        return False
    name = scope.full_name(
        value.func.value if isinstance(value.func, ast.Subscript) else value.func
    )
    if isinstance(name, Meaning):
        return False
    is_library = name.startswith(("builtins.", *(orm.package for orm in ORMS)))
    return is_library or sources.project_class(name) is not None
