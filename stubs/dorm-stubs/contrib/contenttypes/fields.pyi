from typing import Any, Generic, NoReturn, overload

from dorm.fields import Field
from dorm.models import Model
from dorm.queryset import QuerySet
from typing_extensions import Self, TypeVar

_Related = TypeVar("_Related", bound=Model, default=Any)
_Row = TypeVar("_Row", bound=Model)

# Reading gives a row of any model, or None: no checker could tell which.
class GenericForeignKey(Field[Any]):
    ct_field: str
    fk_field: str
    for_concrete_model: bool
    def __new__(cls, *args: Any, **kwargs: Any) -> Self: ...
    def __init__(
        self,
        ct_field: str = "content_type",
        fk_field: str = "object_id",
        for_concrete_model: bool = True,
    ) -> None: ...
    def db_type(self, connection: Any) -> None: ...
    def get_cache_name(self) -> str: ...
    def __set__(self, instance: object, value: Model | None) -> None: ...
    async def aget(self, instance: Any) -> Any: ...

class _GenericRelatedManager(Generic[_Related]):
    related_model: type[_Related]
    instance: Model
    ct_field: str
    fk_field: str
    field_name: str | None
    def __init__(
        self,
        related_model: type[_Related],
        instance: Model,
        ct_field: str,
        fk_field: str,
        field_name: str | None = None,
    ) -> None: ...
    def _ct_filter(self) -> dict[str, Any]: ...
    async def _act_filter(self) -> dict[str, Any]: ...
    def get_queryset(self) -> QuerySet[_Related]: ...
    # A list of the same rows once the relation has been prefetched.
    def all(self) -> QuerySet[_Related]: ...
    def filter(self, *args: Any, **kwargs: Any) -> QuerySet[_Related]: ...
    def exclude(self, *args: Any, **kwargs: Any) -> QuerySet[_Related]: ...
    def count(self) -> int: ...
    def exists(self) -> bool: ...
    def first(self) -> _Related | None: ...
    def create(self, **kwargs: Any) -> _Related: ...
    async def acreate(self, **kwargs: Any) -> _Related: ...
    def add(self, *objs: _Related) -> None: ...

class GenericRelation(Field[_GenericRelatedManager[_Related]]):
    to: type[Model] | str
    content_type_field: str
    object_id_field: str
    related_query_name: str | None
    @overload
    def __new__(cls, to: type[_Row], *args: Any, **kwargs: Any) -> GenericRelation[_Row]: ...
    @overload
    def __new__(cls, *args: Any, **kwargs: Any) -> Self: ...
    @overload
    def __init__(
        self: GenericRelation[_Row],
        to: type[_Row],
        content_type_field: str = "content_type",
        object_id_field: str = "object_id",
        related_query_name: str | None = None,
    ) -> None: ...
    @overload
    def __init__(
        self: GenericRelation[Any],
        to: str,
        content_type_field: str = "content_type",
        object_id_field: str = "object_id",
        related_query_name: str | None = None,
    ) -> None: ...
    @overload
    def __init__(
        self,
        to: type[Model] | str,
        content_type_field: str = "content_type",
        object_id_field: str = "object_id",
        related_query_name: str | None = None,
    ) -> None: ...
    def db_type(self, connection: Any) -> None: ...
    def _resolve_related(self) -> type[Model]: ...
    # An assignment would have no effect.
    def __set__(self, instance: NoReturn, value: Any) -> None: ...  # type: ignore[override]

__all__ = ["GenericForeignKey", "GenericRelation"]
