import datetime
from collections.abc import Callable
from typing import Any, Protocol, TypeVar, overload, type_check_only

from dorm.models import Model
from dorm.queryset import QuerySet

_Model = TypeVar("_Model", bound=Model)
_Model_co = TypeVar("_Model_co", bound=Model, covariant=True)

_AUDIT_MODELS: dict[int, type[Any]]
_AUDIT_CONFIG: dict[int, dict[str, Any]]
_AUDIT_PRE_KEY: str

# A row of a decorated model, where the attributes of that are known.
@type_check_only
class _Audited(Protocol[_Model_co]):
    @property
    def _audit_model(self) -> type[_Model_co]: ...

# Gives the class that it is given, with the attribute `_audit_model`.
@type_check_only
class _Decorator(Protocol):
    def __call__(self, model_cls: type[_Model], /) -> type[_Model]: ...

def _build_audit_model(model_cls: type[Model], *, target_pk_field: Any) -> type[Any]: ...
def _stringify(value: object) -> str | None: ...
def _watched_fields(model_cls: type[Model], requested: list[str] | None) -> list[str]: ...
def _resolve_actor(actor_getter: Callable[[], object] | None) -> str | None: ...
def audited(
    fields: list[str] | None = None,
    *,
    actor_getter: Callable[[], object] | None = None,
    using: str = "default",
) -> _Decorator: ...
def _on_pre_save(sender: Any, instance: Any, **_kwargs: Any) -> None: ...
def _emit_diff(
    sender: Any,
    instance: Any,
    *,
    operation: str,
    audit_cls: type[Any],
    cfg: dict[str, Any],
    pre: dict[str, Any],
) -> None: ...
def _on_post_save(sender: Any, instance: Any, created: bool = False, **_kwargs: Any) -> None: ...
def _on_post_delete(sender: Any, instance: Any, **_kwargs: Any) -> None: ...
@overload
def audit_history(instance: _Audited[_Model]) -> QuerySet[_Model]: ...
@overload
def audit_history(instance: Model) -> QuerySet[Any]: ...
def _now_utc() -> datetime.datetime: ...

__all__ = ["AuditEntry", "audit_history", "audited"]

AuditEntry = Model
