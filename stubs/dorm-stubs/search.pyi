import re
from typing import Any, Literal

_SAFE_CONFIG: re.Pattern[str]
_CONFIG_RE: re.Pattern[str]

def _validate_config(value: str) -> str: ...

class SearchVector:
    fields: list[str]
    config: str
    weight: str | None
    def __init__(
        self,
        field: str,
        /,
        *fields: str,
        config: str = "english",
        weight: Literal["A", "B", "C", "D"] | None = None,
    ) -> None: ...
    def as_sql(self, table_alias: str | None = None, **kwargs: Any) -> tuple[str, list[Any]]: ...

class SearchQuery:
    value: str
    config: str
    search_type: str
    invert: bool
    _TYPES: dict[str, str]
    def __init__(
        self,
        value: str,
        *,
        config: str = "english",
        search_type: Literal["plain", "websearch", "raw"] = "plain",
        invert: bool = False,
    ) -> None: ...
    def __invert__(self) -> SearchQuery: ...
    def as_sql(self, table_alias: str | None = None, **kwargs: Any) -> tuple[str, list[Any]]: ...

class SearchRank:
    vector: SearchVector
    query: SearchQuery
    cover_density: bool
    def __init__(
        self, vector: SearchVector, query: SearchQuery, *, cover_density: bool = False
    ) -> None: ...
    def as_sql(self, table_alias: str | None = None, **kwargs: Any) -> tuple[str, list[Any]]: ...

class SearchHeadline:
    expression: Any
    query: SearchQuery
    config: str
    options: dict[str, Any]
    def __init__(
        self,
        expression: Any,
        query: SearchQuery,
        *,
        config: str = "english",
        options: dict[str, Any] | None = None,
    ) -> None: ...
    def as_sql(self, table_alias: str | None = None, **kwargs: Any) -> tuple[str, list[Any]]: ...

class TrigramSimilarity:
    expression: Any
    value: str
    def __init__(self, expression: Any, value: str) -> None: ...
    def as_sql(self, table_alias: str | None = None, **kwargs: Any) -> tuple[str, list[Any]]: ...

class TrigramWordSimilarity:
    value: str
    expression: Any
    def __init__(self, value: str, expression: Any) -> None: ...
    def as_sql(self, table_alias: str | None = None, **kwargs: Any) -> tuple[str, list[Any]]: ...

def search_index(
    table: str, *fields: str, name: str | None = None, config: str = "english"
) -> str: ...

__all__ = [
    "SearchHeadline",
    "SearchQuery",
    "SearchRank",
    "SearchVector",
    "TrigramSimilarity",
    "TrigramWordSimilarity",
    "search_index",
]
