import contextvars
from typing import Any, Generic, Literal, TypeAlias, TypeVar, type_check_only

from dorm.manager import Manager
from dorm.models import Model

_Model = TypeVar("_Model", bound=Model)
_Kind: TypeAlias = Literal["+", "~", "-"]

# The attribute that the decorator adds. A plain one: rows have it too, and a manager that stands in a
# class body refuses them.
@type_check_only
class _History(Generic[_Model]):
    def __get__(self, instance: object, owner: type[Any]) -> Manager[_Model]: ...

_active_user: contextvars.ContextVar[int | None]

def set_history_user(user_id: int | None) -> contextvars.Token[int | None]: ...
def reset_history_user(token: contextvars.Token[int | None]) -> None: ...
def current_history_user() -> int | None: ...
def _build_history_model(model_cls: type[Model]) -> type[Any]: ...
def _history_mask_pii() -> bool: ...
def _redacted_value_for(field: Any) -> Any: ...
def _snapshot_kwargs(instance: Model, src_meta: Any) -> dict[str, Any]: ...
def record_history_for(instance: Model, kind: _Kind, *, user_id: int | None = None) -> None: ...
async def arecord_history_for(
    instance: Model, kind: _Kind, *, user_id: int | None = None
) -> None: ...

# The class that it is given, with the attributes `history` and `_history_model`.
def track_history(model_cls: type[_Model]) -> type[_Model]: ...

__all__ = [
    "arecord_history_for",
    "current_history_user",
    "record_history_for",
    "reset_history_user",
    "set_history_user",
    "track_history",
]
