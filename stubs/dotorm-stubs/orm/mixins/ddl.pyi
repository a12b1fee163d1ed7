from collections.abc import Callable, Coroutine
from typing import Any, ClassVar, TypeVar

from ...databases.abstract.session import SessionAbstract

_ResultT = TypeVar("_ResultT")

class DDLMixin:
    _CACHE_DATA: ClassVar[dict[Any, Any]]
    _CACHE_LAST_TIME: ClassVar[dict[Any, Any]]
    # The arguments are no part of the cache's key.
    @staticmethod
    def cache(
        name: str, ttl: int = 30
    ) -> Callable[
        [Callable[..., Coroutine[Any, Any, _ResultT]]], Callable[..., Coroutine[Any, Any, _ResultT]]
    ]: ...
    @staticmethod
    def format_default_value(value: bool | int | float | str) -> str: ...
    # The names and statements of the foreign keys that are to be made once all tables exist.
    @classmethod
    async def __create_table__(
        cls, session: SessionAbstract | None = None
    ) -> list[tuple[str, str]]: ...
