import datetime
from typing import Any, type_check_only

from dorm.fields import DateTimeField
from dorm.manager import Manager
from dorm.models import Model, _DefaultManager
from typing_extensions import Self, TypeVar

_M = TypeVar("_M", bound=Model, default=Any)
_Row = TypeVar("_Row", bound=Model)

# As with `Model.objects`: each gives a subclass the manager of the subclass's rows, and is a base of
# its manager so that a class body can put another one in its place.
@type_check_only
class _DefaultLive(_DefaultManager):
    def __get__(self, instance: None, owner: type[_Row]) -> SoftDeleteManager[_Row]: ...  # type: ignore[override]

class SoftDeleteManager(_DefaultLive, Manager[_M]):
    def __get__(self, instance: None, owner: type[Any]) -> Self: ...  # type: ignore[override]

@type_check_only
class _DefaultAll(_DefaultManager):
    def __get__(self, instance: None, owner: type[_Row]) -> _AllObjectsManager[_Row]: ...  # type: ignore[override]

class _AllObjectsManager(_DefaultAll, Manager[_M]):
    def __get__(self, instance: None, owner: type[Any]) -> Self: ...  # type: ignore[override]

@type_check_only
class _DefaultDeleted(_DefaultManager):
    def __get__(self, instance: None, owner: type[_Row]) -> _DeletedObjectsManager[_Row]: ...  # type: ignore[override]

class _DeletedObjectsManager(_DefaultDeleted, Manager[_M]):
    def __get__(self, instance: None, owner: type[Any]) -> Self: ...  # type: ignore[override]

class SoftDeleteModel(Model):
    deleted_at: DateTimeField[datetime.datetime | None]
    objects = _DefaultLive()
    all_objects = _DefaultAll()
    deleted_objects = _DefaultDeleted()
    def delete(
        self, using: str = "default", *, hard: bool = False, cascade: bool = False
    ) -> tuple[int, dict[str, int]]: ...
    async def adelete(
        self, using: str = "default", *, hard: bool = False, cascade: bool = False
    ) -> tuple[int, dict[str, int]]: ...
    def _cascade_soft_delete(self, using: str = "default") -> None: ...
    async def _acascade_soft_delete(self, using: str = "default") -> None: ...
    def restore(self, using: str = "default") -> None: ...
    async def arestore(self, using: str = "default") -> None: ...

__all__ = ["SoftDeleteManager", "SoftDeleteModel"]
