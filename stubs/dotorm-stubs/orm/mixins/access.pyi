from typing import Any

from ...access import Operation

class AccessMixin:
    @classmethod
    async def _check_access(
        cls,
        operation: Operation,
        record_ids: list[int] | None = None,
        filter: list[Any] | None = None,
    ) -> list[Any] | None: ...
    @classmethod
    async def _check_field_access(cls, operation: Operation, payload: Any, fields: Any) -> None: ...
