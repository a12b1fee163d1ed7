from collections.abc import Iterable
from typing import Any

from typing_extensions import Self

from ...databases.abstract.session import SessionAbstract
from ...decorators import _Get, _GetOrNone, hybridmethod

# Payloads are records of the model. They are `Any`, because an override that says `payload: Lead`
# would otherwise be an error.
# Since 2.3 all that write take `depends_jobs` as well. `*args` and `**kwargs` stand for it, so that an
# override may have it or not. They give nothing back; an override may, or hand on what `super()` gave.
class OrmPrimaryMixin:
    _depends_local_triggers: dict[str, Any]
    _depends_parent_triggers: dict[str, Any]
    _depends_prefetch: dict[str, Any]
    async def delete(
        self, session: SessionAbstract | None = None, *args: Any, **kwargs: Any
    ) -> Any | None: ...
    @hybridmethod
    async def delete_bulk(
        self, ids: list[int], session: SessionAbstract | None = None, *args: Any, **kwargs: Any
    ) -> Any | None: ...
    async def update(
        self,
        payload: Any,
        fields: list[str] | None = None,
        session: SessionAbstract | None = None,
        *args: Any,
        **kwargs: Any,
    ) -> Any | None: ...
    def _sync_after_update(self, payload: Any, fields: list[str]) -> Any: ...
    async def _update_store(self, payload: Any, fields: list[str], session: Any) -> Any: ...
    @hybridmethod
    async def update_bulk(
        self,
        ids: list[int],
        payload: Any,
        session: SessionAbstract | None = None,
        *args: Any,
        **kwargs: Any,
    ) -> Any | None: ...
    @hybridmethod
    async def create(
        self, payload: Any, session: SessionAbstract | None = None, *args: Any, **kwargs: Any
    ) -> int: ...
    def _check_translated_field(self, field_name: Any) -> Any: ...
    # Of a `TranslatedChar`, by language.
    @hybridmethod
    async def get_field_translations(
        self, field_name: str, session: SessionAbstract | None = None
    ) -> dict[str, str]: ...
    @hybridmethod
    async def update_field_translations(
        self,
        field_name: str,
        translations: dict[str, str],
        session: SessionAbstract | None = None,
    ) -> None: ...
    # The rows that the database returned, with their keys.
    @hybridmethod
    async def create_bulk(
        self, payload: list[Any], session: SessionAbstract | None = None, *args: Any, **kwargs: Any
    ) -> list[dict[str, Any]]: ...
    @staticmethod
    async def _apply_defaults(payload: Any) -> None: ...
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
    # For applications to call, once all models are known.
    @classmethod
    def _build_depends_tables(cls, models: Iterable[type[Any]]) -> None: ...
    @staticmethod
    def _depends_open(depends_jobs: Any) -> Any: ...
    @classmethod
    async def _depends_flush(cls, depends_jobs: Any, owner: Any, session: Any = None) -> None: ...
    async def _collect_and_flush(
        self, changed_fields: Any, depends_jobs: Any, session: Any = None, owner: Any = None
    ) -> None: ...
    async def _collect_depends(
        self, changed_fields: Any, depends_jobs: Any, session: Any = None
    ) -> None: ...
    async def _fire_local_depends(
        self, changed_fields: Any, depends_jobs: Any, session: Any = None
    ) -> None: ...
    def _collect_parent_depends(self, changed_fields: Any, depends_jobs: Any) -> None: ...
    @staticmethod
    async def _fire_parent_depends(depends_jobs: Any, session: Any = None) -> None: ...
    async def _fire_compute(
        self, method_name: str, depends_jobs: Any, session: Any = None
    ) -> None: ...
    async def _ensure_prefetch_for_method(self, method_name: str, session: Any = None) -> None: ...
