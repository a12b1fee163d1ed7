from typing import Annotated, Any, TypeAlias

from pydantic import BaseModel

from ..model import DotModel

def _decode_base64_input(v: Any) -> Any: ...

# Takes base64, and gives bytes.
Base64DecodedBytes: TypeAlias = Annotated[bytes, "base64"]

def dotorm_to_pydantic_nested_one(cls: type[DotModel]) -> type[BaseModel]: ...

# A type, a generic alias, or the text of an annotation: no type form says that.
def replace_custom_types(py_type: Any, class_map: dict[str, type[BaseModel]]) -> Any: ...
def convert_field_type(
    py_type: Any, field_value: Any, class_map: dict[str, type[BaseModel]]
) -> Any: ...

# `classes` is a list at runtime as well, but is only read.
def generate_pydantic_models(
    classes: list[Any], prefix: str = "Schema"
) -> dict[str, type[BaseModel]]: ...
