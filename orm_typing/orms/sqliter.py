"""SQLiter: facts about sqliter-py 0.21.0, each read from its source and tried on SQLite."""

from __future__ import annotations

from orm_typing.orms.description import (
    KeyAttribute,
    LazyLoader,
    LoadKind,
    Orm,
    vocabulary,
)
from orm_typing.orms.release import Conflict, Release
from orm_typing.orms.subscripts import Subscripts
from orm_typing.relations.vocabulary import (
    DefaultAccessor,
    ModelBase,
    RelationConstructor,
    RelationKind,
    StringTarget,
)

# sqliter/orm/fields.py, `_annotation_is_nullable`.
_ANNOTATION_PREFIXES = ("typing.", "sqliter.orm.fields.")

FOREIGN_KEY = RelationConstructor(
    full_names=(
        "sqliter.orm.fields.ForeignKey",
        "sqliter.orm.fields.ForeignKeyDescriptor",
        "sqliter.orm.foreign_key.ForeignKey",
        "sqliter.orm.ForeignKey",
    ),
    kind=RelationKind.FOREIGN_KEY,
    is_async=False,
    target_parameter="to_model",
    string_target=StringTarget.NOTHING,
    default_accessor=DefaultAccessor.PLURAL,
    reverse_descriptor="sqliter.orm.query.ReverseRelationship",
    annotation_sets_null=True,
    annotation_prefixes=_ANNOTATION_PREFIXES,
)
ASYNC_FOREIGN_KEY = RelationConstructor(
    full_names=(
        "sqliter.asyncio.orm.fields.AsyncForeignKey",
        "sqliter.asyncio.orm.AsyncForeignKey",
    ),
    kind=RelationKind.FOREIGN_KEY,
    is_async=True,
    target_parameter="to_model",
    string_target=StringTarget.NOTHING,
    default_accessor=DefaultAccessor.PLURAL,
    reverse_descriptor="sqliter.asyncio.orm.query.AsyncReverseRelationship",
    annotation_sets_null=True,
    annotation_prefixes=_ANNOTATION_PREFIXES,
)
# A many-to-many target that is created after the relation gets its accessor when it registers
# itself: a sync one (`ModelRegistry.register_model`), which an async model then replaces
# (`AsyncBaseDBModel._install_async_m2m_reverse_accessors`). The relation's own class has no say.
_LATE_MANY_TO_MANY_DESCRIPTORS = (
    "sqliter.orm.m2m.ReverseManyToMany",
    "sqliter.asyncio.orm.m2m.AsyncReverseManyToMany",
)
MANY_TO_MANY = RelationConstructor(
    full_names=(
        "sqliter.orm.m2m.ManyToMany",
        "sqliter.orm.ManyToMany",
    ),
    kind=RelationKind.MANY_TO_MANY,
    is_async=False,
    target_parameter="to_model",
    string_target=StringTarget.CLASS_NAME,
    default_accessor=DefaultAccessor.PLURAL,
    reverse_descriptor="sqliter.orm.m2m.ReverseManyToMany",
    hides_symmetrical_reverse=True,
    # `_install_async_m2m_reverse_accessors` asks for a `related_name` only.
    shows_named_symmetrical_on_async=True,
    late_target_descriptors=_LATE_MANY_TO_MANY_DESCRIPTORS,
)
ASYNC_MANY_TO_MANY = RelationConstructor(
    full_names=(
        "sqliter.asyncio.orm.m2m.AsyncManyToMany",
        "sqliter.asyncio.orm.AsyncManyToMany",
    ),
    kind=RelationKind.MANY_TO_MANY,
    is_async=True,
    target_parameter="to_model",
    string_target=StringTarget.CLASS_NAME,
    default_accessor=DefaultAccessor.PLURAL,
    reverse_descriptor="sqliter.asyncio.orm.m2m.AsyncReverseManyToMany",
    hides_symmetrical_reverse=True,
    # `_install_async_m2m_reverse_accessors` asks for a `related_name` only.
    shows_named_symmetrical_on_async=True,
    late_target_descriptors=_LATE_MANY_TO_MANY_DESCRIPTORS,
)

BASE_MODEL = ModelBase(
    full_names=("sqliter.orm.model.BaseDBModel", "sqliter.orm.BaseDBModel"),
)
ASYNC_BASE_MODEL = ModelBase(
    full_names=(
        "sqliter.asyncio.orm.model.AsyncBaseDBModel",
        "sqliter.asyncio.orm.AsyncBaseDBModel",
    ),
    is_async=True,
    # AsyncBaseDBModel.__getattribute__ makes one for a sync ForeignKey too.
    lazy_loader="sqliter.asyncio.orm.fields.AsyncLazyLoader",
)
# The base of models without relations never calls `ModelRegistry.register_model`: a foreign key to
# such a model stays in `_pending_reverses` for good.
PLAIN_BASE_MODEL = ModelBase(
    full_names=("sqliter.model.model.BaseDBModel", "sqliter.model.BaseDBModel"),
    is_registered=False,
)

_ASSIGN_THE_KEYS = "assign to the foreign key of the related objects instead"
_SET = 'call "{accessor}.set(...)" instead'
_SET_ASYNC = 'call "await {accessor}.set(...)" instead'

CONSTRUCTORS = (FOREIGN_KEY, ASYNC_FOREIGN_KEY, MANY_TO_MANY, ASYNC_MANY_TO_MANY)

SQLITER = Orm(
    name="SQLiter",
    package="sqliter.",
    release=Release(
        distribution="sqliter-py",
        tested="0.21.0",
        conflicts=(Conflict("pydantic", (2, 14), "fails at runtime"),),
    ),
    model_bases=(BASE_MODEL, ASYNC_BASE_MODEL, PLAIN_BASE_MODEL),
    constructors=CONSTRUCTORS,
    # sqliter/orm/model.py, BaseDBModel.__init_subclass__: the annotation is int, or int | None.
    key_attribute=KeyAttribute(suffix="_id", type_name="builtins.int"),
    # sqliter/model/model.py, BaseDBModel.model_config.
    field_functions=frozenset({"pydantic.fields.Field"}),
    populates_by_name=True,
    load_methods={
        "sqliter.query.query.QueryBuilder.select_related": LoadKind.SELECT,
        "sqliter.query.query.QueryBuilder.prefetch_related": LoadKind.PREFETCH,
        "sqliter.asyncio.query.AsyncQueryBuilder.select_related": LoadKind.SELECT,
        "sqliter.asyncio.query.AsyncQueryBuilder.prefetch_related": LoadKind.PREFETCH,
    },
    # QueryBuilder adds the joined columns only when all fields are read; a row read with
    # only(), fields() or exclude() has a lazy loader even after select_related().
    partial_methods=frozenset(
        f"{query}.{method}"
        for query in ("sqliter.query.query.QueryBuilder", "sqliter.asyncio.query.AsyncQueryBuilder")
        for method in ("only", "fields", "exclude")
    )
    | {"sqliter.sqliter.SqliterDB.select", "sqliter.asyncio.db.AsyncSqliterDB.select"},
    column_parameters=frozenset({"field", "fields", "exclude"}),
    row_methods=frozenset(
        {"sqliter.sqliter.SqliterDB.get", "sqliter.asyncio.db.AsyncSqliterDB.get"}
    ),
    requery_methods=frozenset(
        {
            "sqliter.orm.query.PrefetchedResult.filter",
            "sqliter.orm.m2m.PrefetchedM2MResult.filter",
            "sqliter.asyncio.orm.query.AsyncPrefetchedResult.filter",
            "sqliter.asyncio.orm.m2m.AsyncPrefetchedM2MResult.filter",
        }
    ),
    path_separator="__",
    prefetched={
        "sqliter.orm.query.ReverseRelationship": "sqliter.orm.query.PrefetchedResult",
        "sqliter.orm.m2m.ManyToMany": "sqliter.orm.m2m.PrefetchedM2MResult",
        "sqliter.orm.m2m.ReverseManyToMany": "sqliter.orm.m2m.PrefetchedM2MResult",
        "sqliter.asyncio.orm.query.AsyncReverseRelationship": (
            "sqliter.asyncio.orm.query.AsyncPrefetchedResult"
        ),
        "sqliter.asyncio.orm.m2m.AsyncManyToMany": (
            "sqliter.asyncio.orm.m2m.AsyncPrefetchedM2MResult"
        ),
        "sqliter.asyncio.orm.m2m.AsyncReverseManyToMany": (
            "sqliter.asyncio.orm.m2m.AsyncPrefetchedM2MResult"
        ),
    },
    # ReverseRelationship.__set__ (sqliter/orm/query.py) and those of sqliter/orm/m2m.py raise.
    read_only={
        "sqliter.orm.query.ReverseRelationship": _ASSIGN_THE_KEYS,
        "sqliter.asyncio.orm.query.AsyncReverseRelationship": _ASSIGN_THE_KEYS,
        "sqliter.orm.m2m.ManyToMany": _SET,
        "sqliter.orm.m2m.ReverseManyToMany": _SET,
        "sqliter.asyncio.orm.m2m.AsyncManyToMany": _SET_ASYNC,
        "sqliter.asyncio.orm.m2m.AsyncReverseManyToMany": _SET_ASYNC,
    },
    lazy_loaders=(
        LazyLoader(
            full_name="sqliter.asyncio.orm.fields.AsyncLazyLoader",
            remedies=(
                'write "(await {field}.fetch())" or load it with the query: .select_related({path})'
            ),
        ),
    ),
    implicit_modules={
        "sqliter.orm.fields": ("sqliter.orm.query",),
        "sqliter.asyncio.orm.fields": ("sqliter.asyncio.orm.query",),
    },
    # Plain classes, without typing.Generic.
    subscripts=Subscripts(
        refused=frozenset(
            {
                "sqliter.orm.query.PrefetchedResult",
                "sqliter.orm.query.ReverseQuery",
                "sqliter.orm.query.ReverseRelationship",
                "sqliter.orm.m2m.ReverseManyToMany",
                "sqliter.asyncio.orm.query.AsyncPrefetchedResult",
                "sqliter.asyncio.orm.query.AsyncReverseQuery",
                "sqliter.asyncio.orm.query.AsyncReverseRelationship",
                "sqliter.asyncio.orm.m2m.AsyncReverseManyToMany",
            }
        )
    ),
)

VOCABULARY = vocabulary((SQLITER,))
