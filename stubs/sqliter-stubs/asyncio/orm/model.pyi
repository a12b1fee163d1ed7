from typing import Any

from sqliter.orm.model import BaseDBModel as SyncBaseDBModel

__all__ = ["AsyncBaseDBModel"]

# Without the runtime's `__getattribute__`, as in `sqliter.orm.model`.
class AsyncBaseDBModel(SyncBaseDBModel):
    @classmethod
    def __pydantic_init_subclass__(cls, **kwargs: Any) -> None: ...
    @classmethod
    def _install_async_reverse_accessors(cls) -> None: ...
    @classmethod
    def _install_async_fk_reverse_accessors(
        cls, foreign_keys: dict[str, list[dict[str, Any]]]
    ) -> None: ...
    @classmethod
    def _install_async_m2m_reverse_accessors(
        cls, m2m_relationships: dict[str, list[dict[str, Any]]]
    ) -> None: ...
