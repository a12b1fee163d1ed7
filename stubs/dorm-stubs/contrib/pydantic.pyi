from typing import Any, TypeVar, overload

from dorm.models import Model
from pydantic import BaseModel
from pydantic._internal._model_construction import ModelMetaclass

_Base = TypeVar("_Base", bound=BaseModel)

# The generated fields are unknown to checkers: a schema of a base of one's own, or a `DormSchema`
# with annotations, has those that are written down.
@overload
def schema_for(
    model_cls: type[Model],
    *,
    name: str | None = None,
    exclude: tuple[str, ...] = (),
    only: tuple[str, ...] | None = None,
    optional: tuple[str, ...] = (),
) -> type[BaseModel]: ...
@overload
def schema_for(
    model_cls: type[Model],
    *,
    name: str | None = None,
    exclude: tuple[str, ...] = (),
    only: tuple[str, ...] | None = None,
    optional: tuple[str, ...] = (),
    base: type[_Base],
) -> type[_Base]: ...

class DormSchemaMeta(ModelMetaclass):
    def __new__(
        mcs, name: str, bases: tuple[type[Any], ...], namespace: dict[str, Any], **kwargs: Any
    ) -> type[Any]: ...

class DormSchema(BaseModel, metaclass=DormSchemaMeta): ...

@overload
def create_schema_for(
    model_cls: type[Model], *, name: str | None = None, exclude: tuple[str, ...] = ()
) -> type[BaseModel]: ...
@overload
def create_schema_for(
    model_cls: type[Model],
    *,
    name: str | None = None,
    exclude: tuple[str, ...] = (),
    base: type[_Base],
) -> type[_Base]: ...
@overload
def update_schema_for(
    model_cls: type[Model], *, name: str | None = None, exclude: tuple[str, ...] = ()
) -> type[BaseModel]: ...
@overload
def update_schema_for(
    model_cls: type[Model],
    *,
    name: str | None = None,
    exclude: tuple[str, ...] = (),
    base: type[_Base],
) -> type[_Base]: ...
def list_response_schema(
    item_schema: type[BaseModel], *, name: str | None = None, cursor_type: Any = ...
) -> type[BaseModel]: ...
def schema_with_computed(
    model_cls: type[Model],
    *,
    computed: dict[str, Any] | None = None,
    name: str | None = None,
    exclude: tuple[str, ...] = (),
) -> type[BaseModel]: ...
def schema_for_with_examples(
    model_cls: type[Model],
    *,
    examples: list[Any] | None = None,
    sample_count: int = 1,
    name: str | None = None,
    using: str = "default",
) -> type[BaseModel]: ...
def nested_schema_for(
    model_cls: type[Model],
    *,
    depth: int = 1,
    name: str | None = None,
    exclude: tuple[str, ...] = (),
) -> type[BaseModel]: ...

__all__ = [
    "DormSchema",
    "DormSchemaMeta",
    "create_schema_for",
    "list_response_schema",
    "nested_schema_for",
    "schema_for",
    "schema_for_with_examples",
    "schema_with_computed",
    "update_schema_for",
]
