from dataclasses import dataclass
from typing import Any, Literal

from pydantic.fields import FieldInfo
from sqliter.model.model import BaseDBModel

FKAction = Literal["CASCADE", "SET NULL", "RESTRICT", "NO ACTION"]

@dataclass
class ForeignKeyInfo:
    to_model: type[BaseDBModel]
    on_delete: FKAction
    on_update: FKAction
    null: bool
    unique: bool
    related_name: str | None
    db_column: str | None

# A pydantic field with foreign key metadata, not the descriptor of `sqliter.orm`:
# it is assigned to an `author_id: int`, hence the `Any`.
def ForeignKey(
    to: type[BaseDBModel],
    *,
    on_delete: FKAction = "RESTRICT",
    on_update: FKAction = "RESTRICT",
    null: bool = False,
    unique: bool = False,
    related_name: str | None = None,
    db_column: str | None = None,
    default: Any = ...,
    **kwargs: Any,
) -> Any: ...
def get_foreign_key_info(field_info: FieldInfo) -> ForeignKeyInfo | None: ...
def get_model_field_db_column(model_class: type[BaseDBModel], field_name: str) -> str: ...
