from typing import Any, Literal

from typing_extensions import Self, deprecated

from ...components.filter_parser import FilterExpression
from ...databases.abstract.session import SessionAbstract
from ...decorators import _GetWithRelations, _Search, hybridmethod

class OrmRelationsMixin:
    @_Search
    async def search(
        self,
        fields: list[str] | None = None,
        fields_nested: dict[str, list[str]] | None = None,
        start: int | None = None,
        end: int | None = None,
        limit: Any = 1000,
        order: Literal["DESC", "ASC", "desc", "asc"] | None = None,
        sort: str | None = None,
        filter: FilterExpression | None = None,
        raw: bool = False,
        session: SessionAbstract | None = None,
    ) -> list[Self]: ...
    @hybridmethod
    async def search_count(
        self, filter: FilterExpression | None = None, session: SessionAbstract | None = None
    ) -> int: ...
    @hybridmethod
    async def exists(
        self, filter: FilterExpression | None = None, session: SessionAbstract | None = None
    ) -> bool: ...
    # The README has these two, although 2.1.0 took them away: use get() with `fields_nested`, and
    # update().
    @_GetWithRelations
    async def get_with_relations(
        self,
        id: Any,
        fields: list[str] | None = None,
        fields_info: dict[str, list[str]] = {},
        session: SessionAbstract | None = None,
    ) -> Self: ...
    @deprecated("DotORM 2.1.0 removed it: use update().")
    async def update_with_relations(
        self, payload: Any, fields: list[str] = [], session: SessionAbstract | None = None
    ) -> Any: ...
    @classmethod
    async def _get_load_relations(
        cls,
        record: Any,
        fields: list[str],
        fields_nested: dict[str, list[str]],
        session: SessionAbstract,
    ) -> None: ...
    async def _update_relations(
        self, payload: Any, update_fields: list[str], session: SessionAbstract | None = None
    ) -> None: ...
