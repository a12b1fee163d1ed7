from typing import Any, ClassVar, overload, type_check_only

from dorm.exceptions import DatabaseError
from dorm.exceptions import DoesNotExist as _DoesNotExist
from dorm.exceptions import MultipleObjectsReturned as _MultipleObjectsReturned
from dorm.fields import CompositePrimaryKey, Field
from dorm.manager import BaseManager, Manager
from typing_extensions import Self, TypeVar

_Row = TypeVar("_Row", bound=Model)

# Always true for mypy, by its name.
MYPY = False

class ReadOnlyModelError(DatabaseError): ...

_model_registry: dict[str, Any]

class Options:
    meta: type[Any] | None
    app_label: str
    model: type[Model]
    model_name: str
    db_table: str
    ordering: list[str]
    unique_together: list[tuple[str, ...]]
    indexes: list[Any]
    constraints: list[Any]
    abstract: bool
    managed: bool
    proxy: bool
    read_only: bool
    concrete_model: type[Model]
    permissions: list[tuple[str, str]]
    verbose_name: str
    verbose_name_plural: str
    db_table_comment: str
    # Fields of all classes, and composite keys. Each has attributes of its own, and in none of these
    # places is it the descriptor that its class says.
    fields: list[Any]
    pk: Any
    managers: list[Any]
    _field_cache: dict[str, Any]
    _concrete_fields_cache: list[Any] | None
    _insert_template_cache: dict[Any, str]
    def __init__(self, meta: type[Any] | None, app_label: str) -> None: ...
    def contribute_to_class(self, cls: Any, name: str) -> None: ...
    def add_field(self, field: Field[Any] | CompositePrimaryKey) -> None: ...
    def get_field(self, name: str) -> Any: ...
    def get_fields(self) -> list[Any]: ...
    @property
    def concrete_fields(self) -> list[Any]: ...
    @property
    def local_fields(self) -> list[Any]: ...

class ModelBase(type):
    def __new__(mcs, name: str, bases: tuple[type[Any], ...], attrs: dict[str, Any]) -> Any: ...

# The manager of a model that declares none. A base of `BaseManager` for the checkers' sake: it lets
# a class body put any manager in its place. On an instance, where the library raises, it gives
# what nothing can be done with: mypy compares that with what a class body puts there, and so
# accepts `Manager.from_queryset(...)()`, whose type is a queryset.
@type_check_only
class _DefaultManager:
    @overload
    def __get__(self, instance: None, owner: type[_Row]) -> Manager[_Row]: ...
    @overload
    def __get__(self, instance: Model, owner: type[_Row]) -> object: ...

class _ModelState:
    adding: bool
    db: str | None
    def __init__(self, *, adding: bool = True, db: str | None = None) -> None: ...

# `Meta` is left out: it would make every model's `class Meta` an override. So is `id`: a model with
# a primary key of its own has none, and another type for it would be an error there.
class Model(metaclass=ModelBase):
    # Its type must be inferred: a declared one would hide the methods of the managers that models
    # put here, as `objects = BookManager()` would have the declared type. Without the ClassVar,
    # mypy would refuse one in a subclass; with it, ty would take the type for a declared one.
    if MYPY:
        objects: ClassVar = _DefaultManager()
    else:
        objects = _DefaultManager()
    _default_manager: ClassVar[BaseManager[Any]]
    _meta: ClassVar[Options]
    _state: _ModelState
    DoesNotExist: ClassVar[type[_DoesNotExist]]
    MultipleObjectsReturned: ClassVar[type[_MultipleObjectsReturned]]
    # A property at runtime. As one, `pk = CompositePrimaryKey(...)` would be a wrong override.
    pk: Any
    def __init__(self, **kwargs: Any) -> None: ...
    def save(
        self,
        using: str = "default",
        force_insert: bool = False,
        force_update: bool = False,
        update_fields: list[str] | None = None,
    ) -> None: ...
    def _do_insert(self, conn: Any, meta: Any) -> None: ...
    def _do_update(self, conn: Any, meta: Any, update_fields: list[str] | None = None) -> None: ...
    def _is_unsaved(self) -> bool: ...
    def _add_pk_where_nodes(self, query: Any) -> None: ...
    def _iter_reverse_fk_descriptors(self) -> Any: ...
    def _handle_on_delete(self, using: str = "default") -> None: ...
    async def _ahandle_on_delete(self, using: str = "default") -> None: ...
    def delete(self, using: str = "default") -> tuple[int, dict[str, int]]: ...
    async def asave(
        self,
        using: str = "default",
        force_insert: bool = False,
        force_update: bool = False,
        update_fields: list[str] | None = None,
    ) -> None: ...
    async def _ado_insert(self, conn: Any, meta: Any) -> None: ...
    async def _ado_update(
        self, conn: Any, meta: Any, update_fields: list[str] | None = None
    ) -> None: ...
    async def adelete(self, using: str = "default") -> tuple[int, dict[str, int]]: ...
    @classmethod
    def _from_db_row(cls, row: Any, connection: Any = None) -> Self: ...
    @classmethod
    def from_db(cls, db: str | None, field_names: list[str], values: list[Any]) -> Self: ...
    def clean_fields(self, exclude: list[str] | None = None) -> None: ...
    def clean(self) -> None: ...
    def validate_unique(self, exclude: list[str] | None = None) -> None: ...
    def full_clean(self, exclude: list[str] | None = None) -> None: ...
    def refresh_from_db(self, using: str = "default", fields: list[str] | None = None) -> None: ...
    async def arefresh_from_db(
        self, using: str = "default", fields: list[str] | None = None
    ) -> None: ...
    def __eq__(self, other: object) -> bool: ...
    def __hash__(self) -> int: ...
