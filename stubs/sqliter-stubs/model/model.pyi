from typing import Any, ClassVar, Protocol

from pydantic import BaseModel, ConfigDict, Field
from typing_extensions import Self

class SerializableField(Protocol): ...

# Left out on purpose: `Meta`. A model's own `class Meta` need not inherit from it, and four
# checkers would call that an incompatible override.
class BaseDBModel(BaseModel):
    # The assignments tell dataclass-transform checkers that constructors may omit these.
    pk: int = Field(default=0)
    created_at: int = Field(default=0)
    updated_at: int = Field(default=0)

    # Checkers that know pydantic read the values. The runtime has `from_attributes=True` too,
    # which would make ty accept any object as a foreign key.
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="ignore", populate_by_name=True, validate_assignment=True
    )

    @classmethod
    def model_validate_partial(cls, obj: dict[str, Any]) -> Self: ...
    @classmethod
    def get_table_name(cls) -> str: ...
    @classmethod
    def get_primary_key(cls) -> str: ...
    @classmethod
    def should_create_pk(cls) -> bool: ...
    @classmethod
    def serialize_field(cls, value: SerializableField) -> SerializableField: ...
    @classmethod
    def deserialize_field(
        cls, field_name: str, value: SerializableField, *, return_local_time: bool
    ) -> object: ...
