"""SQLModel CRUD Utilities: facts about 0.4.0, each read from its source and tried on SQLite.

Facts about SQLModel are those of 0.0.50. `tests/runtime_truth/tables` asks the libraries again.
"""

from __future__ import annotations

from orm_typing.orms.release import Release
from orm_typing.orms.subscripts import Subscripts
from orm_typing.orms.tables import (
    DataUse,
    Filters,
    FilterStyle,
    NameUse,
    TableFunction,
    TableLibrary,
    ValueRule,
)

_PACKAGE = "sqlmodel_crud_utils"
_BASE = f"{_PACKAGE}.utils.QueryBuilderBase"


def _twins(name: str) -> tuple[str, ...]:
    return (f"{_PACKAGE}.sync.{name}", f"{_PACKAGE}.a_sync.{name}")


_RELATIONS = {"select_in_keys": "selectin", "lazy_load_keys": "lazy"}
_LOOKUPS = ("like", "gte", "lte", "gt", "lt", "in")

FUNCTIONS = (
    TableFunction(
        "get_row",
        _twins("get_row"),
        names={"pk_field": NameUse.COMPARED},
        default_names={"pk_field": "id"},
        relations=_RELATIONS,
    ),
    TableFunction(
        "get_rows",
        _twins("get_rows"),
        relations=_RELATIONS,
        skips_unknown_relations=True,
        filters=Filters(
            FilterStyle.MARKED,
            _LOOKUPS,
            sort_keyword="sort_field",
            options=frozenset({"sort_desc"}),
            text_parameter="text_field",
            date_word="date",
            drops_other_lists=True,
        ),
        statement="stmnt",
        ignored_beside_statement=(
            "selectin",
            "select_in_keys",
            "lazy",
            "lazy_load_keys",
            "page_size",
            "page",
            "text_field",
        ),
    ),
    TableFunction(
        "get_one_or_create",
        _twins("get_one_or_create"),
        relations={"select_in_key": "selectin"},
        data={"create_method_kwargs": DataUse.ATTRIBUTES},
        filters=Filters(FilterStyle.EXACT),
    ),
    TableFunction(
        "get_rows_within_id_list",
        _twins("get_rows_within_id_list"),
        names={"pk_field": NameUse.LISTED},
        default_names={"pk_field": "id"},
    ),
    TableFunction(
        "delete_rows_within_id_list",
        _twins("delete_rows_within_id_list"),
        names={"pk_field": NameUse.KEY},
        default_names={"pk_field": "id"},
        marks="soft",
    ),
    TableFunction(
        "bulk_update_rows",
        _twins("bulk_update_rows"),
        names={"pk_field": NameUse.KEY},
        default_names={"pk_field": "id"},
        data={"data": DataUse.UPDATES},
    ),
    TableFunction(
        "delete_row",
        _twins("delete_row"),
        names={"pk_field": NameUse.COMPARED},
        default_names={"pk_field": "id"},
    ),
    TableFunction(
        "update_row",
        _twins("update_row"),
        names={"pk_field": NameUse.COMPARED},
        default_names={"pk_field": "id"},
        data={"data": DataUse.ATTRIBUTES},
    ),
    TableFunction(
        "bulk_upsert_mappings",
        _twins("bulk_upsert_mappings"),
        names={"pk_fields": NameUse.COLUMN, "update_columns": NameUse.WRITTEN},
        default_names={"pk_fields": "id"},
        data={"payload": DataUse.COLUMNS},
    ),
    TableFunction(
        "validate_primary_key_field",
        (f"{_PACKAGE}.utils.validate_primary_key_field",),
        names={"pk_field": NameUse.KEY},
    ),
    TableFunction(
        "validate_update_columns",
        (f"{_PACKAGE}.utils.validate_update_columns",),
        data={"data": DataUse.UPDATES},
    ),
)

METHODS = (
    TableFunction(
        "where",
        (f"{_BASE}.where",),
        filters=Filters(FilterStyle.SUFFIXED, _LOOKUPS),
    ),
    TableFunction("order_by", (f"{_BASE}.order_by",), names={"columns": NameUse.COLUMN}),
    TableFunction("selectin", (f"{_BASE}.selectin",), relations={"relationships": None}),
    TableFunction("lazy", (f"{_BASE}.lazy",), relations={"relationships": None}),
)

_INT, _FLOAT, _BOOL = "builtins.int", "builtins.float", "builtins.bool"
_STR, _BYTES, _DECIMAL = "builtins.str", "builtins.bytes", "decimal.Decimal"
_DATE, _DATETIME, _TIME = "datetime.date", "datetime.datetime", "datetime.time"
_TIMEDELTA, _UUID, _ENUM = "datetime.timedelta", "uuid.UUID", "enum.Enum"
_CONTAINERS = frozenset(
    {"builtins.list", "builtins.dict", "builtins.tuple", "builtins.set", "builtins.frozenset"}
)
_NUMBERS = frozenset({_INT, _FLOAT, _BOOL, _DECIMAL})
# SQLite takes a text for a number where it looks like one.
_NUMBER = r"\s*[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?\s*"

VALUES = {
    # SQLite turns numbers into text, and its driver dates.
    _STR: ValueRule(
        equal=frozenset({_STR, _INT, _FLOAT, _BOOL, _DATE, _DATETIME}),
        stored=frozenset({_STR, _INT, _FLOAT, _BOOL, _DATE, _DATETIME}),
        ordered=frozenset({_STR, _INT, _FLOAT, _BOOL, _BYTES, _DATE, _DATETIME}),
    ),
    _INT: ValueRule(equal=_NUMBERS | {_STR}, stored=_NUMBERS - {_DECIMAL} | {_STR}, text=_NUMBER),
    _FLOAT: ValueRule(equal=_NUMBERS | {_STR}, stored=_NUMBERS | {_STR, _BYTES}, text=_NUMBER),
    _DECIMAL: ValueRule(equal=_NUMBERS | {_STR}, stored=_NUMBERS | {_STR, _BYTES}, text=_NUMBER),
    _BOOL: ValueRule(equal=_NUMBERS | {_STR}, stored=_NUMBERS, text=_NUMBER),
    _BYTES: ValueRule(equal=frozenset({_BYTES}), stored=frozenset({_BYTES}), has_like=False),
    _DATE: ValueRule(
        equal=frozenset({_DATE, _STR}),
        stored=frozenset({_DATE}),
        text=r"\d{4}-\d\d-\d\d",
    ),
    _TIME: ValueRule(equal=frozenset({_TIME, _STR}), stored=frozenset({_TIME})),
    # An order is asked of what it is stored as, a point in time.
    _TIMEDELTA: ValueRule(
        equal=frozenset({_TIMEDELTA, _STR}),
        stored=frozenset({_TIMEDELTA}),
        ordered=_NUMBERS | {_STR, _BYTES, _TIMEDELTA, _DATE, _DATETIME, _TIME, _UUID},
    ),
    # SQLModel's own column type, and the mixins', want an object with a time zone.
    _DATETIME: ValueRule(
        equal=frozenset({_DATETIME}),
        stored=frozenset({_DATETIME}),
        has_like=False,
        ordered=frozenset({_DATETIME, _TIMEDELTA}),
    ),
    _UUID: ValueRule(equal=frozenset({_UUID}), stored=frozenset({_UUID}), has_like=False),
}

SQLMODEL_CRUD = TableLibrary(
    name="sqlmodel-crud-utilities",
    package=_PACKAGE,
    release=Release(distribution="sqlmodel-crud-utilities", tested="0.4.0"),
    model_base="sqlmodel.main.SQLModel",
    framework=("sqlmodel", "sqlalchemy", "pydantic", "builtins", "typing", "abc", _PACKAGE),
    table_keyword="table",
    field_functions=frozenset({"sqlmodel.main.Field"}),
    key_keyword="primary_key",
    column_keywords=frozenset({"sa_type", "sa_column", "sa_column_args", "sa_column_kwargs"}),
    naming_keywords=frozenset({"sa_column", "sa_column_kwargs"}),
    name_keywords=frozenset({"name", "key"}),
    relation_functions=frozenset({"sqlmodel.main.Relationship"}),
    back_keyword="back_populates",
    own_relation_keywords=frozenset(
        {"sa_relationship", "sa_relationship_args", "sa_relationship_kwargs"}
    ),
    plain_relation_options=frozenset(
        {
            "cascade",
            "foreign_keys",
            "join_depth",
            "lazy",
            "order_by",
            "passive_deletes",
            "post_update",
            "primaryjoin",
            "remote_side",
            "secondaryjoin",
            "single_parent",
            "uselist",
        }
    ),
    queried_decorators=frozenset({"sqlalchemy.ext.hybrid.hybrid_property"}),
    plain_decorators=frozenset({"builtins.property", "functools.cached_property"}),
    functions=FUNCTIONS,
    methods=METHODS,
    builders=frozenset({_BASE}),
    builder_classes=frozenset(
        {f"{_PACKAGE}.sync.QueryBuilder", f"{_PACKAGE}.a_sync.AsyncQueryBuilder"}
    ),
    model_parameter="model",
    builder_statement="stmnt",
    mark_columns=("is_deleted", "deleted_at", "deleted_by"),
    values=VALUES,
    judged_values=_CONTAINERS
    | _NUMBERS
    | {_STR, _BYTES, _DATE, _DATETIME, _TIME, _TIMEDELTA, _UUID, _ENUM},
    container_values=_CONTAINERS,
    # SQLAlchemy has no order for truth values (sqlalchemy/sql/default_comparator.py).
    unordered_values=_CONTAINERS | {_BOOL, _ENUM},
    announcements={
        # relationship(..., backref="heroes"), and the same in `sa_relationship_kwargs`
        "backref": r"\bbackref\b(?=\W{1,20}([A-Za-z_]\w*))",
        # Team.size = column_property(...)
        **{
            word: rf"\.([A-Za-z_]\w*)\s*=\s*(?:\w+\.)*{word}\("
            for word in ("column_property", "synonym", "relationship", "association_proxy")
        },
    },
    # sqlmodel_crud_utils/utils.py: a plain class.
    subscripts=Subscripts(
        refused=frozenset(
            {_BASE, f"{_PACKAGE}.sync.QueryBuilder", f"{_PACKAGE}.a_sync.AsyncQueryBuilder"}
        )
    ),
)
