import logging
from typing import Any, ClassVar, Generic, Protocol, TypeVar, overload, runtime_checkable

from pydantic import GetCoreSchemaHandler
from pydantic_core import core_schema
from sqliter.model.foreign_key import FKAction, ForeignKeyInfo
from sqliter.sqliter import SqliterDB
from typing_extensions import Self

# Unbound, as at runtime: a nullable key is a `ForeignKey[Author | None]`.
T = TypeVar("T")

logger: logging.Logger

def _split_top_level(text: str, sep: str) -> list[str]: ...
def _annotation_is_nullable(raw: str) -> bool: ...

# Its members are only read, so they are properties here: a model's `pk` is an `int`.
@runtime_checkable
class HasPK(Protocol):
    @property
    def pk(self) -> int | None: ...

class LazyLoader(Generic[T]):
    _instance: object
    _to_model: type[T]
    _fk_id: int | None
    _db: SqliterDB | None
    _cached: T | None
    def __init__(
        self,
        instance: object,
        to_model: type[T],
        fk_id: int | None,
        db_context: SqliterDB | None,
    ) -> None: ...
    @property
    def db_context(self) -> SqliterDB | None: ...
    def __getattr__(self, name: str) -> Any: ...
    def _load(self) -> None: ...
    def __eq__(self, other: object) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]

class ForeignKey(Generic[T]):
    to_model: type[T]
    fk_info: ForeignKeyInfo
    related_name: str | None
    name: str | None
    owner: type | None
    def __init__(
        self,
        to_model: type[T],
        *,
        on_delete: FKAction = "RESTRICT",
        on_update: FKAction = "RESTRICT",
        null: bool = False,
        unique: bool = False,
        related_name: str | None = None,
        db_column: str | None = None,
    ) -> None: ...
    @classmethod
    def __get_pydantic_core_schema__(
        cls, source_type: type[Any], handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema: ...
    def _detect_nullable_from_annotation(self, owner: type, name: str) -> None: ...
    def __set_name__(self, owner: type, name: str) -> None: ...

    # The runtime answers with a `LazyLoader`, a transparent proxy of the related object.
    @overload
    def __get__(self, instance: None, owner: type[object]) -> Self: ...
    @overload
    def __get__(self, instance: object, owner: type[object]) -> T: ...

    # Narrower than the runtime's `object`: it refuses everything else, and None unless the
    # key is nullable. Constructors take their keyword's type from here.
    def __set__(self, instance: object, value: T | int) -> None: ...

ForeignKeyDescriptor = ForeignKey
