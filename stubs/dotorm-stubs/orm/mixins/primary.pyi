from typing import Any

from typing_extensions import Self

from ...databases.abstract.session import SessionAbstract
from ...decorators import _Get, _GetOrNone, hybridmethod

# Payloads are records of the model. They are `Any`, because an override that says `payload: Lead`
# would otherwise be an error.
class OrmPrimaryMixin:
    async def delete(self, session: SessionAbstract | None = None) -> None: ...
    @hybridmethod
    async def delete_bulk(self, ids: list[int], session: SessionAbstract | None = None) -> None: ...
    async def update(
        self, payload: Any, fields: list[str] | None = None, session: SessionAbstract | None = None
    ) -> None: ...
    @hybridmethod
    async def update_bulk(
        self, ids: list[int], payload: Any, session: SessionAbstract | None = None
    ) -> None: ...
    @hybridmethod
    async def create(self, payload: Any, session: SessionAbstract | None = None) -> int: ...
    # The rows that the database returned, with their keys.
    @hybridmethod
    async def create_bulk(
        self, payload: list[Any], session: SessionAbstract | None = None
    ) -> list[dict[str, Any]]: ...
    @_Get
    async def get(
        self,
        id: Any,
        fields: list[str] = [],
        fields_nested: dict[str, list[str]] | None = None,
        session: SessionAbstract | None = None,
    ) -> Self: ...
    @_GetOrNone
    async def get_or_none(
        self,
        id: Any,
        fields: list[str] = [],
        fields_nested: dict[str, list[str]] | None = None,
        session: SessionAbstract | None = None,
    ) -> Self | None: ...
    @hybridmethod
    async def table_len(self, session: SessionAbstract | None = None) -> int: ...
