import datetime
from typing import Any, Generic, Protocol, TypeVar, overload, type_check_only

from dorm.manager import Manager
from dorm.models import Model
from dorm.queryset import QuerySet

_Model = TypeVar("_Model", bound=Model)
_Model_co = TypeVar("_Model_co", bound=Model, covariant=True)

# The attribute that the decorator adds, as that of `dorm.contrib.history`.
@type_check_only
class _History(Generic[_Model]):
    def __get__(self, instance: object, owner: type[Any]) -> Manager[_Model]: ...

# A decorated model, where its attributes are known.
@type_check_only
class _Temporal(Protocol[_Model_co]):
    @property
    def _temporal_model(self) -> type[_Model_co]: ...

def _build_temporal_model(model_cls: type[Model]) -> type[Any]: ...
def _snapshot(instance: Model, src_meta: Any) -> dict[str, Any]: ...
def _close_open_version(
    temporal_cls: type[Any], source_pk_val: Any, ts: datetime.datetime, pk_name: str
) -> None: ...
async def _aclose_open_version(
    temporal_cls: type[Any], source_pk_val: Any, ts: datetime.datetime, pk_name: str
) -> None: ...

# The class that it is given, with the attributes `history` and `_temporal_model`.
def temporal(model_cls: type[_Model]) -> type[_Model]: ...
@overload
def as_of(model_cls: type[_Temporal[_Model]], ts: datetime.datetime) -> QuerySet[_Model]: ...
@overload
def as_of(model_cls: type[Model], ts: datetime.datetime) -> QuerySet[Any]: ...

__all__ = ["as_of", "temporal"]
