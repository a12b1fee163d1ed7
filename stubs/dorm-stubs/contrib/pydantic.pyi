from typing import Annotated, Any, TypeVar, overload

from dorm.models import Model
from pydantic import BaseModel, BeforeValidator
from pydantic._internal._model_construction import ModelMetaclass

def _coerce_field_file_to_str(value: Any) -> Any: ...

_FieldFileStr = Annotated[str, BeforeValidator(_coerce_field_file_to_str)]
_FIELD_TYPE_MAP: list[tuple[type[Any], Any]]

def _base_type_for(field: Any) -> Any: ...
def _validator_kwargs(validators: list[Any]) -> dict[str, Any]: ...
def _field_constraint_kwargs(field: Any, base_type: Any) -> dict[str, Any]: ...
def _field_to_type(field: Any) -> Any: ...
def _finalize_annotation(annotation: Any, *, optional: bool) -> Any: ...
def _field_default(field: Any, *, optional: bool) -> Any: ...

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
def _resolve_user_annotations(namespace: dict[str, Any]) -> dict[str, Any]: ...
def _meta_apply(cls_name: str, namespace: dict[str, Any], meta_cls: type[Any]) -> None: ...
def _ensure_from_attributes_config(namespace: dict[str, Any]) -> None: ...

class DormSchemaMeta(ModelMetaclass):
    def __new__(
        mcs, name: str, bases: tuple[type[Any], ...], namespace: dict[str, Any], **kwargs: Any
    ) -> type[Any]: ...

class DormSchema(BaseModel, metaclass=DormSchemaMeta): ...

def _auto_pk_excludes(model_cls: type[Model]) -> tuple[str, ...]: ...
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
def _to_example_dict(row: Any) -> dict[str, Any]: ...
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
