import datetime
from typing import Any, overload, type_check_only

from dorm.fields import DateTimeField
from dorm.manager import Manager
from dorm.models import Model, _DefaultManager
from typing_extensions import TypeVar

_M = TypeVar("_M", bound=Model, default=Any)
_Row = TypeVar("_Row", bound=Model)

# As with `Model.objects`: each gives a subclass the manager of the subclass's rows.
@type_check_only
class _DefaultLive(_DefaultManager):
    @overload
    def __get__(self, instance: None, owner: type[_Row]) -> SoftDeleteManager[_Row]: ...
    @overload
    def __get__(self, instance: Model, owner: type[_Row]) -> object: ...

class SoftDeleteManager(Manager[_M]): ...

@type_check_only
class _DefaultAll(_DefaultManager):
    @overload
    def __get__(self, instance: None, owner: type[_Row]) -> _AllObjectsManager[_Row]: ...
    @overload
    def __get__(self, instance: Model, owner: type[_Row]) -> object: ...

class _AllObjectsManager(Manager[_M]): ...

@type_check_only
class _DefaultDeleted(_DefaultManager):
    @overload
    def __get__(self, instance: None, owner: type[_Row]) -> _DeletedObjectsManager[_Row]: ...
    @overload
    def __get__(self, instance: Model, owner: type[_Row]) -> object: ...

class _DeletedObjectsManager(Manager[_M]): ...

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
