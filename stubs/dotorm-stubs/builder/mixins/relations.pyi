from typing import Any

from ...fields import Field
from ..request_builder import RequestBuilder

class RelationsMixin:
    __slots__ = ()
    def build_search_relation(
        self,
        fields_relation: list[tuple[str, Field[Any]]],
        records: list[Any] | None = None,
        fields_nested: dict[str, list[str]] | None = None,
    ) -> list[RequestBuilder]: ...
