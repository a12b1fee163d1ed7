import contextvars
from contextlib import AbstractContextManager
from typing import Any, overload, type_check_only

from dorm.contrib.asyncmodel import AsyncOnlyManager
from dorm.fields import CharField
from dorm.manager import Manager
from dorm.models import Model, _DefaultManager
from typing_extensions import TypeVar

_M = TypeVar("_M", bound=Model, default=Any)
_Row = TypeVar("_Row", bound=Model)
_Tenant = TypeVar("_Tenant")

class NoActiveTenantError(RuntimeError): ...

_ACTIVE_TENANT: contextvars.ContextVar[Any]

def current_tenant(tenant_id: _Tenant) -> AbstractContextManager[_Tenant, None]: ...
def get_active_tenant() -> Any | None: ...

# As with `Model.objects`: each gives a subclass the manager of the subclass's rows.
@type_check_only
class _DefaultScoped(_DefaultManager):
    @overload
    def __get__(self, instance: None, owner: type[_Row]) -> TenantManager[_Row]: ...
    @overload
    def __get__(self, instance: Model, owner: type[_Row]) -> object: ...

class TenantManager(Manager[_M]):
    tenant_field: str
    def _resolved_field(self) -> str: ...

@type_check_only
class _DefaultUnscoped(_DefaultManager):
    @overload
    def __get__(self, instance: None, owner: type[_Row]) -> _UnscopedManager[_Row]: ...
    @overload
    def __get__(self, instance: Model, owner: type[_Row]) -> object: ...

class _UnscopedManager(Manager[_M]): ...

@type_check_only
class _AsyncTenantManager(TenantManager[_M], AsyncOnlyManager[_M]): ...

def make_async_tenant_manager() -> type[_AsyncTenantManager[Any]]: ...

class TenantModel(Model):
    tenant_id: CharField
    objects = _DefaultScoped()
    unscoped = _DefaultUnscoped()
    def _autofill_tenant(self) -> None: ...
    def save(self, *args: Any, **kwargs: Any) -> None: ...
    async def asave(self, *args: Any, **kwargs: Any) -> None: ...

__all__ = [
    "NoActiveTenantError",
    "TenantManager",
    "TenantModel",
    "current_tenant",
    "get_active_tenant",
    "make_async_tenant_manager",
]
