"""djanorm: facts about djanorm 4.5.0, each read from its source and tried on SQLite."""

from __future__ import annotations

from orm_typing.orms.description import (
    AsyncOnly,
    ConstructorStyle,
    History,
    KeyAttribute,
    NameRule,
    Orm,
)
from orm_typing.orms.release import Release
from orm_typing.orms.subscripts import Subscripts
from orm_typing.relations.vocabulary import (
    DefaultAccessor,
    KeyField,
    LibraryModel,
    ModelBase,
    RelationConstructor,
    RelationKind,
    StringTarget,
)

# dorm/conf.py, _validate_identifier, called by `contribute_to_class` of the relation fields.
_IDENTIFIER = "[A-Za-z_][A-Za-z0-9_]{0,62}"

FOREIGN_KEY = RelationConstructor(
    full_names=("dorm.fields.ForeignKey", "dorm.ForeignKey"),
    kind=RelationKind.FOREIGN_KEY,
    is_async=False,
    target_parameter="to",
    string_target=StringTarget.LABELLED,
    default_accessor=DefaultAccessor.LOWER_SET,
    reverse_descriptor="dorm.related_managers.ReverseFKDescriptor",
    positional=("on_delete", "related_name"),
    name_pattern=_IDENTIFIER,
    name_parameters=("related_name",),
    empty_name_is_none=True,
    infers_target=True,
)
ONE_TO_ONE_FIELD = RelationConstructor(
    full_names=("dorm.fields.OneToOneField", "dorm.OneToOneField"),
    kind=RelationKind.ONE_TO_ONE,
    is_async=False,
    target_parameter="to",
    string_target=StringTarget.LABELLED,
    default_accessor=DefaultAccessor.LOWER,
    reverse_descriptor="dorm.related_managers.ReverseOneToOneDescriptor",
    positional=("on_delete",),
    name_pattern=_IDENTIFIER,
    name_parameters=("related_name",),
    empty_name_is_none=True,
    infers_target=True,
)
MANY_TO_MANY_FIELD = RelationConstructor(
    full_names=("dorm.fields.ManyToManyField", "dorm.ManyToManyField"),
    kind=RelationKind.MANY_TO_MANY,
    is_async=False,
    target_parameter="to",
    string_target=StringTarget.LABELLED,
    default_accessor=DefaultAccessor.LOWER_SET,
    # ManyToManyField.contribute_to_class installs nothing on the target, related_name or not.
    reverse_descriptor=None,
    positional=("through", "related_name"),
    name_pattern=_IDENTIFIER,
    name_parameters=("through", "related_name"),
    empty_name_is_none=True,
    infers_target=True,
)

MODEL = ModelBase(
    full_names=("dorm.models.Model", "dorm.Model"),
    # ModelBase.__new__ (dorm/models.py) contributes deep copies of the fields of direct bases that
    # are abstract.
    copies_abstract_fields=True,
    automatic_key="builtins.int",
    automatic_key_field="dorm.fields.BigAutoField",
)

# Abstract models of the library (dorm/contrib); `SoftDeleteModel` has a field of its own.
ABSTRACT_MODELS = tuple(
    MODEL._replace(full_names=(full_name,))
    for full_name in (
        "dorm.contrib.asyncmodel.AsyncModel",
        "dorm.contrib.softdelete.SoftDeleteModel",
        "dorm.contrib.tenants_row.TenantModel",
    )
)
LIBRARY_MODELS = (
    LibraryModel("dorm.contrib.auth.models.User", "auth", "builtins.int"),
    LibraryModel("dorm.contrib.auth.models.Group", "auth", "builtins.int"),
    LibraryModel("dorm.contrib.auth.models.Permission", "auth", "builtins.int"),
    LibraryModel("dorm.contrib.contenttypes.models.ContentType", "dorm", "builtins.int"),
)


def _paths(*names: str) -> tuple[str, ...]:
    return tuple(f"{module}.{name}" for name in names for module in ("dorm.fields", "dorm"))


def _key_field(type_name: str, *names: str) -> KeyField:
    return KeyField(_paths(*names), type_name)


KEY_FIELDS = (
    KeyField(
        _paths("AutoField", "BigAutoField", "SmallAutoField"), "builtins.int", is_primary_key=True
    ),
    KeyField(_paths("CompositePrimaryKey"), None, is_primary_key=True, is_composite=True),
    _key_field("builtins.int", "IntegerField"),
    _key_field("builtins.int", "SmallIntegerField", "BigIntegerField"),
    _key_field(
        "builtins.int",
        "PositiveIntegerField",
        "PositiveSmallIntegerField",
        "PositiveBigIntegerField",
    ),
    _key_field("builtins.str", "CharField", "TextField", "CITextField"),
    _key_field("builtins.str", "EmailField", "URLField", "SlugField", "FilePathField"),
    _key_field("builtins.str", "IPAddressField", "GenericIPAddressField"),
    _key_field("uuid.UUID", "UUIDField"),
    _key_field("decimal.Decimal", "DecimalField"),
    _key_field("datetime.date", "DateField"),
    _key_field("datetime.datetime", "DateTimeField"),
    _key_field("datetime.time", "TimeField"),
    _key_field("datetime.timedelta", "DurationField"),
    _key_field("builtins.float", "FloatField"),
    _key_field("builtins.bool", "BooleanField", "NullBooleanField"),
    _key_field("builtins.bytes", "BinaryField"),
)

# The keys of dorm.lookups.LOOKUPS, the only names that may stand at the end of a lookup.
LOOKUPS = frozenset(
    [
        "exact",
        "iexact",
        "contains",
        "icontains",
        "startswith",
        "istartswith",
        "endswith",
        "iendswith",
        "gt",
        "gte",
        "lt",
        "lte",
        "in",
        "range",
        "isnull",
        "isnotnull",
        "regex",
        "iregex",
        "date",
        "year",
        "month",
        "day",
        "hour",
        "minute",
        "second",
        "week_day",
        "array_contains",
        "array_overlap",
        "json_has_key",
        "json_has_any",
        "json_has_all",
        "contained_by",
        "has_key",
        "has_keys",
        "has_any_keys",
        "overlap",
        "len",
        "search",
        "trigram_similar",
        "trigram_word_similar",
        "trigram_strict_word_similar",
        "unaccent",
    ]
)

_MANAGER = "dorm.manager.BaseManager"
_QUERYSET = "dorm.queryset.QuerySet"
_REVERSE_MANAGER = "dorm.related_managers.ReverseFKManager"
_MANY_MANAGER = "dorm.related_managers.ManyRelatedManager"


def _methods(names: str, *owners: str) -> list[str]:
    return [f"{owner}.{name}" for owner in owners for name in names.split()]


def _awaited(names: str) -> dict[str, str]:
    return {name: f'call "await {{value}}.a{name}(...)" instead' for name in names.split()}


# dorm/contrib/asyncmodel.py, _SYNC_FORBIDDEN. What the library proposes for some of them,
# `afilter` and the like, does not exist; a queryset is not forbidden, and can be awaited.
_ASYNC_ONLY_MANAGER = AsyncOnly(
    "dorm.contrib.asyncmodel.AsyncOnlyManager",
    {
        **_awaited("get create get_or_create update_or_create first last exists count"),
        **_awaited("delete update bulk_create bulk_update in_bulk values values_list aggregate"),
        "iterator": 'write "async for ... in {value}.aiterator(...)" instead',
        "all": 'write "await {value}.get_queryset()" instead',
        **{
            name: f'write "await {{value}}.get_queryset().{name}(...)" instead'
            for name in ("filter", "exclude")
        },
        "earliest": 'write "await {value}.order_by(...).afirst()" instead',
        "latest": 'write "await {value}.order_by(...).alast()" instead',
    },
)
_ASYNC_ONLY_MODEL = AsyncOnly(
    "dorm.contrib.asyncmodel.AsyncModel",
    _awaited("save delete"),
    {
        f"dorm.contrib.{base}.{name}": remedy
        for base, names in (
            ("tenants_row.TenantModel", "save"),
            ("softdelete.SoftDeleteModel", "delete restore"),
        )
        for name, remedy in _awaited(names).items()
    },
)


HISTORIES = (
    # dorm/contrib/history.py, `_build_history_model` and `track_history`.
    History(
        decorator="dorm.contrib.history.track_history",
        attribute="history",
        descriptor="dorm.contrib.history._History",
        model_attribute="_history_model",
        model_suffix="Historical",
        fields={
            "history_id": ("dorm.fields.BigAutoField", "builtins.int"),
            "history_date": ("dorm.fields.DateTimeField", "datetime.datetime"),
            "history_type": ("dorm.fields.CharField", "builtins.str"),
            "history_user_id": ("dorm.fields.IntegerField", "builtins.int", None),
        },
    ),
    # dorm/contrib/temporal.py, `_build_temporal_model` and `temporal`.
    History(
        decorator="dorm.contrib.temporal.temporal",
        attribute="history",
        descriptor="dorm.contrib.temporal._History",
        model_attribute="_temporal_model",
        model_suffix="Temporal",
        fields={
            "temporal_id": ("dorm.fields.BigAutoField", "builtins.int"),
            "valid_from": ("dorm.fields.DateTimeField", "datetime.datetime"),
            "valid_to": ("dorm.fields.DateTimeField", "datetime.datetime", None),
            "operation": ("dorm.fields.CharField", "builtins.str"),
        },
        copies_many_to_many=False,
    ),
    # dorm/contrib/audit.py, `_build_audit_model` and `audited`.
    History(
        decorator="dorm.contrib.audit.audited",
        is_called=True,
        model_attribute="_audit_model",
        model_suffix="Audit",
        fields={
            "audit_id": ("dorm.fields.BigAutoField", "builtins.int"),
            "field": ("dorm.fields.CharField", "builtins.str"),
            "old_value": ("dorm.fields.TextField", "builtins.str", None),
            "new_value": ("dorm.fields.TextField", "builtins.str", None),
            "actor": ("dorm.fields.CharField", "builtins.str", None),
            "at": ("dorm.fields.DateTimeField", "datetime.datetime"),
            "operation": ("dorm.fields.CharField", "builtins.str"),
        },
        copies_fields=False,
        key_copy="target_id",
    ),
)

DORM = Orm(
    name="djanorm",
    package="dorm.",
    release=Release(distribution="djanorm", tested="4.5.0"),
    model_bases=(MODEL, *ABSTRACT_MODELS),
    constructors=(FOREIGN_KEY, ONE_TO_ONE_FIELD, MANY_TO_MANY_FIELD),
    filtering_methods=frozenset(
        {
            *_methods("filter exclude get aget get_or_none aget_or_none", _MANAGER, _QUERYSET),
            *_methods("filter", _REVERSE_MANAGER, _MANY_MANAGER),
            *_methods(
                "get_or_create aget_or_create update_or_create aupdate_or_create",
                _MANAGER,
                _QUERYSET,
                _REVERSE_MANAGER,
            ),
        }
    ),
    updating_methods=frozenset(_methods("update aupdate", _MANAGER, _QUERYSET)),
    defaults_parameters=frozenset({"defaults", "create_defaults"}),
    prefetch_classes=frozenset({"dorm.queryset.Prefetch"}),
    naming_methods={
        **dict.fromkeys(_methods("order_by", _MANAGER, _QUERYSET), NameRule.ORDERING),
        **dict.fromkeys(_methods("values values_list only", _MANAGER, _QUERYSET), NameRule.COLUMN),
        **dict.fromkeys(_methods("defer", _MANAGER, _QUERYSET), NameRule.FIELD),
        **dict.fromkeys(_methods("select_related", _MANAGER, _QUERYSET), NameRule.JOINED),
        **dict.fromkeys(_methods("prefetch_related", _MANAGER, _QUERYSET), NameRule.PREFETCHED),
    },
    annotating_methods=frozenset(_methods("annotate", _MANAGER, _QUERYSET)),
    alias_methods=frozenset(_methods("alias", _MANAGER, _QUERYSET)),
    condition_classes=frozenset({"dorm.expressions.Q"}),
    lookups=LOOKUPS,
    primary_key_alias="pk",
    document_fields=frozenset(
        {
            "dorm.fields.JSONField",
            "dorm.fields.HStoreField",
            # What they lead to depends on the row.
            "dorm.contrib.contenttypes.fields.GenericForeignKey",
            "dorm.contrib.contenttypes.fields.GenericRelation",
        }
    ),
    inherits_keys=True,
    key_fields=KEY_FIELDS,
    result_classes=frozenset(
        {"dorm.aggregates.Aggregate", "dorm.functions.Func", "dorm.expressions.Value"}
    ),
    histories=HISTORIES,
    options_class="Meta",
    options_attribute="_meta",
    field_getters=frozenset({"dorm.models.Options.get_field"}),
    key_getters=frozenset({"dorm.models.Options.pk"}),
    # QuerySet.__getitem__ (dorm/queryset.py) raises for all else.
    forward_slices=frozenset({"dorm.queryset.QuerySet.__getitem__"}),
    abstract_models=frozenset(base.full_names[0] for base in ABSTRACT_MODELS),
    library_models=LIBRARY_MODELS,
    # RelatedField.contribute_to_class (dorm/fields.py): the attname, whatever the column is called.
    key_attribute=KeyAttribute(
        suffix="_id", type_name=None, descriptor="dorm.fields._ForeignKeyIdDescriptor"
    ),
    path_separator="__",
    constructor_style=ConstructorStyle.FIELDS,
    field_base="dorm.fields.Field",
    collections=frozenset({_MANAGER, _QUERYSET, _REVERSE_MANAGER, _MANY_MANAGER}),
    managers=frozenset({"dorm.manager.Manager", _MANAGER, _REVERSE_MANAGER, _MANY_MANAGER}),
    creating_methods=frozenset(
        {
            *(
                f"{owner}.create"
                for owner in (_MANAGER, _QUERYSET, _REVERSE_MANAGER, _MANY_MANAGER)
            ),
            *(f"{owner}.acreate" for owner in (_MANAGER, _QUERYSET, _MANY_MANAGER)),
        }
    ),
    # ModelBase.__new__ (dorm/models.py) leaves abstract models without.
    default_manager="objects",
    automatic_key_name="id",
    queryset_managers={"dorm.manager._ManagerFromQuerySet": "dorm.manager.Manager"},
    # dorm/related_managers.py: these raise AttributeError.
    read_only={
        "dorm.related_managers.ReverseFKDescriptor": 'call "{accessor}.set(...)" instead',
        "dorm.related_managers.ManyToManyDescriptor": 'call "{accessor}.set(...)" instead',
        "dorm.fields.ManyToManyField": 'call "{accessor}.set(...)" instead',
    },
    async_only=(_ASYNC_ONLY_MANAGER, _ASYNC_ONLY_MODEL),
    implicit_modules={"dorm.fields": ("dorm.related_managers",)},
    # Only the bases of fields, managers and querysets are written with typing.Generic.
    subscripts=Subscripts(
        taken=frozenset(
            {
                "dorm.fields.Field",
                "dorm.fields.EnumField",
                "dorm.manager.BaseManager",
                "dorm.manager.Manager",
                "dorm.manager.ManagerDescriptor",
                "dorm.queryset.CombinedQuerySet",
                "dorm.queryset.CursorPage",
                "dorm.queryset.QuerySet",
                "dorm.queryset.RawQuerySet",
            }
        )
    ),
)
