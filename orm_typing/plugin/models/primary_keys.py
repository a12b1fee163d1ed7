"""The primary key of a model: the attribute that the library adds, and ``pk``.

What a user writes, and what they should see::

    class Author(dorm.Model):
        name = dorm.CharField(max_length=100)

    class Country(dorm.Model):
        code = dorm.CharField(max_length=2, primary_key=True)

    reveal_type(author.id)   # int
    reveal_type(country.pk)  # str

The types are those of a saved row, as Django's users have them.
"""

from __future__ import annotations

from mypy.checker import TypeChecker
from mypy.nodes import ClassDef, Context, PassStmt, TypeInfo
from mypy.plugin import AttributeContext, ClassDefContext
from mypy.types import (
    AnyType,
    Instance,
    NoneType,
    TupleType,
    Type,
    TypeOfAny,
    UnboundType,
    UnionType,
)

from orm_typing.orms.description import Orm
from orm_typing.plugin.build.project import Project
from orm_typing.plugin.build.uses import use_fields
from orm_typing.plugin.support.metadata import primary_key, with_abstract_bases
from orm_typing.plugin.support.nodes import (
    add_attribute,
    attribute_type,
    defined_names,
    find_assignment,
    find_class,
    has_base,
    instance_of,
    instances_in,
    plain_instance,
)


def add_automatic_key(orm: Orm, ctx: ClassDefContext) -> None:
    """Add the key to a model that declares none."""
    info = ctx.cls.info
    name = orm.automatic_key_name
    if name is None or not has_base(info, orm.registered_bases):
        return
    if primary_key(info) is not None:
        return
    base = orm.model_bases[0]
    _take_away_declaration(ctx.cls, name, base.automatic_key or "builtins.int")
    if name in defined_names(ctx.cls):
        return
    value = find_class(ctx.api, base.automatic_key or "builtins.int")
    field = find_class(ctx.api, base.automatic_key_field or "")
    if value is not None and field is not None:
        add_attribute(info, name, instance_of(field, [plain_instance(value)]))


def _take_away_declaration(cls: ClassDef, name: str, type_name: str) -> None:
    """Forget ``id: int = 0`` below ``if TYPE_CHECKING:``, which other checkers need.

    The field that is there at runtime takes more: ``book.id = None`` makes a new row.
    """
    found = find_assignment(cls, name)
    if found is None or found[0] is cls.defs:
        return
    block, statement = found
    declared = statement.unanalyzed_type
    if isinstance(declared, UnboundType) and declared.name == type_name.rpartition(".")[2]:
        block.body[block.body.index(statement)] = PassStmt()


def read_primary_key(project: Project, orm: Orm, ctx: AttributeContext) -> Type:
    """What ``row.pk`` is: the value of the model's primary key."""
    instances = instances_in(ctx.type)
    if len(instances) != 1 or not isinstance(ctx.api, TypeChecker):
        return ctx.default_attr_type
    found = key_type(project, orm, ctx.api, instances[0], ctx.context)
    if found is None:
        return ctx.default_attr_type
    # Without its key, a row is saved as another one.
    return UnionType.make_union([found, NoneType()]) if ctx.is_lvalue else found


def key_type(
    project: Project, orm: Orm, checker: TypeChecker, row: Instance, context: Context
) -> Type | None:
    """The type of a row's primary key; ``None`` for a class that is no model of the project."""
    info = row.type
    if orm.automatic_key_name is None or info.fullname in orm.registered_bases:
        return None
    use_fields(project, checker, info)
    declared = primary_key(info)
    if declared is None:
        return attribute_type(checker, row, orm.automatic_key_name, context)
    if declared.composite_key:
        parts = [
            _part(project, orm, checker, row, part, context) for part in declared.composite_key
        ]
        return TupleType(parts, checker.named_type("builtins.tuple"))
    assert declared.primary_key is not None
    return _part(project, orm, checker, row, declared.primary_key, context)


def _part(
    project: Project, orm: Orm, checker: TypeChecker, row: Instance, name: str, context: Context
) -> Type:
    """The value of one field of the key; of a foreign key, that is its own key."""
    if _is_foreign_key(project, row.type, name):
        name += orm.key_attribute.suffix
    return attribute_type(checker, row, name, context) or AnyType(TypeOfAny.special_form)


def _is_foreign_key(project: Project, info: TypeInfo, name: str) -> bool:
    return any(
        relation.name == name and relation.constructor.has_key
        for base in with_abstract_bases(info)
        for relation in project.relations_declared_by(base.fullname)
    )
