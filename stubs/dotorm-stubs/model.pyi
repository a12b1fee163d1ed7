from abc import ABCMeta
from collections.abc import Container
from enum import IntEnum
from typing import Any, ClassVar

from typing_extensions import Self

from .builder.builder import Builder
from .components.dialect import Dialect
from .databases.abstract.session import SessionAbstract
from .databases.clickhouse.session import NoTransactionSession as _ClickhouseSession
from .databases.mysql.session import NoTransactionSession as _MysqlSession
from .databases.postgres.session import NoTransactionSession as _PostgresSession
from .fields import Field, Many2many
from .orm.mixins.access import AccessMixin
from .orm.mixins.ddl import DDLMixin
from .orm.mixins.many2many import OrmMany2manyMixin
from .orm.mixins.primary import OrmPrimaryMixin
from .orm.mixins.relations import OrmRelationsMixin

class FieldKind(IntEnum):
    SCALAR = 0
    M2O = 1
    JSON = 2
    X2M = 3
    O2O = 4

class DefaultKind(IntEnum):
    STATIC = 0
    SYNC = 1
    ASYNC = 2

class JsonMode(IntEnum):
    FORM = 1
    LIST = 2
    CREATE = 3
    UPDATE = 4
    NESTED_LIST = 5

# A dataclass transform at runtime. A constructor made of the annotations would refuse what the real
# one takes: the keys of related records, commands for lists, fields without an annotation.
class ModelMetaclass(ABCMeta): ...

class DotModel(
    DDLMixin,
    OrmRelationsMixin,
    OrmMany2manyMixin,
    OrmPrimaryMixin,
    AccessMixin,
    metaclass=ModelMetaclass,
):
    __table__: ClassVar[str]
    __auto_create__: ClassVar[bool]
    __route__: ClassVar[str]
    __auto_crud__: ClassVar[bool]
    __database__: ClassVar[str]
    __schema__: ClassVar[Any]
    __schema_create__: ClassVar[type[Any]]
    __schema_read_output__: ClassVar[type[Any]]
    __schema_read_search_output__: ClassVar[type[Any]]
    __schema_read_search_input__: ClassVar[type[Any]]
    __schema_update__: ClassVar[type[Any]]
    __response_model_exclude__: ClassVar[set[str] | None]
    # The columns of each index over several.
    __indexes__: ClassVar[list[tuple[str, ...]]]
    # Of the driver that the model's sessions are for.
    _pool: ClassVar[Any]
    _no_transaction: ClassVar[
        type[_PostgresSession] | type[_MysqlSession] | type[_ClickhouseSession]
    ]
    _dialect: ClassVar[Dialect]
    _builder: ClassVar[Builder]
    _cache_all_fields: dict[str, Field[Any]] | None
    _cache_store_fields: list[str] | None
    _cache_store_fields_dict: dict[str, Field[Any]] | None
    _cache_relation_fields: Any
    _cache_json_fields: Any
    _cache_compute_fields: Any
    _cache_has_json_fields: bool
    _cache_has_compute_fields: bool
    @classmethod
    def _ensure_field_cache(cls) -> None: ...
    _cache_all_field_kinds: Any
    _cache_default_plan: Any
    _cache_compute_method_deps: Any
    _cache_compute_prefetch_deps: Any
    _cache_compute_writes: Any
    _cache_compute_by_dep: Any
    _cache_compute_order: list[str]
    _cache_has_compute_methods: bool
    @classmethod
    def _build_field_cache(cls) -> None: ...
    @classmethod
    def _build_compute_cache(cls) -> None: ...
    # A class variable at runtime, so that no model could declare it as a field.
    id: int
    def __init__(self, *args: Any, **kwargs: Any) -> None: ...
    @classmethod
    def _get_db_session(cls, session: SessionAbstract | None = None) -> SessionAbstract: ...
    @classmethod
    def prepare_form_id(cls, r: list[Any]) -> Self | None: ...
    @classmethod
    def prepare_list_ids(cls, rows: list[Any]) -> list[Self]: ...
    @classmethod
    def prepare_list_id(cls, r: list[Any]) -> Self: ...
    @classmethod
    def get_fields(cls) -> dict[str, Field[Any]]: ...
    @classmethod
    def get_own_fields(cls) -> dict[str, Field[Any]]: ...
    @classmethod
    def get_all_fields(cls) -> dict[str, Field[Any]]: ...
    @classmethod
    def get_compute_fields(cls) -> list[tuple[str, Field[Any]]]: ...
    @classmethod
    def get_relation_fields(cls) -> list[tuple[str, Field[Any]]]: ...
    @classmethod
    def get_relation_fields_m2m(cls) -> dict[str, Many2many[Any]]: ...
    @classmethod
    def get_relation_fields_m2m_o2m(cls) -> list[tuple[str, Field[Any]]]: ...
    @classmethod
    def get_relation_fields_attachment(cls) -> list[tuple[str, Field[Any]]]: ...
    @classmethod
    def get_store_fields(cls) -> list[str]: ...
    @classmethod
    def get_store_fields_omit_m2o(cls) -> list[str]: ...
    @classmethod
    def get_store_fields_dict(cls) -> dict[str, Field[Any]]: ...
    # The defaults themselves, although the runtime's annotation says fields.
    @classmethod
    async def get_default_values(
        cls, fields_client_nested: dict[str, list[str]]
    ) -> dict[str, Any]: ...
    @classmethod
    def get_none_update_fields_set(cls) -> set[str]: ...
    @classmethod
    def _is_field_required(cls, field_name: str, field: Field[Any]) -> bool: ...
    @classmethod
    def get_fields_info_list(cls, fields_list: list[str]) -> list[dict[str, Any]]: ...
    @classmethod
    def get_fields_info_form(cls, fields_list: list[str]) -> list[dict[str, Any]]: ...
    # What was given a value, `None` included.
    def is_assigned(self, name: str) -> bool: ...
    def assigned_fields(
        self, exclude: tuple[str, ...] = ("id",), exclude_none: bool = False
    ) -> list[str]: ...
    def get_json(
        self,
        exclude_unset: bool = False,
        only_store: bool | None = None,
        mode: JsonMode = ...,
        include: Container[str] | None = None,
        exclude: Container[str] | None = None,
    ) -> dict[str, Any]: ...
    # How a record looks within the list of another model.
    def json_list(self) -> dict[str, Any]: ...
    def json(
        self,
        include: Container[str] | None = ...,
        exclude: Container[str] | None = ...,
        exclude_none: bool = False,
        exclude_unset: bool = False,
        only_store: bool | None = None,
        mode: JsonMode = ...,
    ) -> dict[str, Any]: ...
    @classmethod
    def get_onchange_fields(cls) -> list[str]: ...
    @classmethod
    def _get_onchange_handlers(cls, field_name: str) -> list[str]: ...
    # The names of the fields that methods under `@depends` have written.
    async def recompute(
        self, changed: set[str] | None = None, session: SessionAbstract | None = None
    ) -> set[str]: ...
    async def execute_onchange(self, field_name: str) -> dict[str, Any]: ...

Model = DotModel
