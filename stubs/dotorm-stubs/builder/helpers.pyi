from typing import Any

from ..fields import Field

def build_sql_update_from_schema(
    sql: str,
    payload_dict: dict[str, Any],
    id: int | list[int],
    fields_map: dict[str, Field[Any]] = ...,
) -> tuple[str, tuple[Any, ...]]: ...
def build_sql_create_from_schema(
    sql: str, payload_dict: dict[str, Any]
) -> tuple[str, tuple[Any, ...]]: ...
