from datetime import datetime
from typing import Any, ClassVar, overload

from sqlalchemy import DateTime, Dialect
from sqlalchemy.orm import InstrumentedAttribute
from sqlalchemy.types import TypeDecorator
from sqlmodel.main import SQLModelMetaclass

def _utc_now() -> datetime: ...

class UTCDateTime(TypeDecorator[datetime]):
    impl = DateTime
    cache_ok: bool | None
    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None: ...

# A `declared_attr`. SQLModel makes no field of it, so assigning to it raises: there is no `__set__`.
class _DatabaseTime:
    @overload
    def __get__(self, instance: None, owner: type[Any]) -> InstrumentedAttribute[datetime]: ...
    @overload
    def __get__(self, instance: object, owner: type[Any]) -> datetime: ...

# The database sets both columns; a constructor ignores them.
class TimestampMixin:
    created_at: ClassVar[_DatabaseTime]
    updated_at: ClassVar[_DatabaseTime]

# SQLModel makes fields of a mixin's annotations, wherever the mixin stands among the bases. This
# metaclass, which the runtime's classes lack, lets checkers do the same. To derive from SQLModel
# would do so too, but not for `class Hero(SQLModel, AuditMixin)`.
class AuditMixin(metaclass=SQLModelMetaclass):
    created_at: datetime = ...
    updated_at: datetime | None = None
    created_by: str | None = None
    updated_by: str | None = None

class SoftDeleteMixin(metaclass=SQLModelMetaclass):
    deleted_at: datetime | None = None
    deleted_by: str | None = None
    is_deleted: bool = False
    def soft_delete(self, user: str | None = None) -> None: ...
    def restore(self) -> None: ...
