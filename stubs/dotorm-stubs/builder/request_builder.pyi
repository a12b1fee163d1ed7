from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import Any, ClassVar, TypeAlias

from ..fields import Field, Many2many, Many2one, One2many, PolymorphicMany2one, PolymorphicOne2many

class FetchMode(Enum):
    FETCHALL = 1
    FETCHONE = 2
    FETCHMANY = 3

RelationField: TypeAlias = Many2many[Any] | One2many[Any] | Many2one[Any]
FormRelationField: TypeAlias = (
    Many2many[Any]
    | One2many[Any]
    | Many2one[Any]
    | PolymorphicMany2one[Any]
    | PolymorphicOne2many[Any]
)

@dataclass(slots=True)
class RequestBuilder:
    stmt: str | None
    value: Any
    field_name: str
    field: Field[Any]
    fields: list[str] = ...
    fetch_mode: FetchMode = ...
    _PREPARE_FUNCS: ClassVar[dict[type[Any], str]]
    @property
    def function_cursor(self) -> str: ...
    @property
    def function_prepare(self) -> Callable[..., Any]: ...

def create_request_builder(
    stmt: str | None,
    value: Any,
    field_name: str,
    field: Field[Any],
    fields: list[str] | None = None,
) -> RequestBuilder: ...
