import re
from collections.abc import Callable
from typing import Any

LOOKUP_SEP: str

_SAFE_CONFIG: re.Pattern[str]

def _escape_like(value: str) -> str: ...

LOOKUPS: dict[str, tuple[str, Callable[..., Any] | None]]
VALID_LOOKUPS: set[str]

def register_lookup(
    name: str, sql_template: str, value_transform: Callable[..., Any] | None = ...
) -> None: ...
def unregister_lookup(name: str) -> None: ...

_BUILTIN_LOOKUPS: frozenset[str]

def parse_lookup_key(key: str) -> tuple[list[str], str]: ...

_PG_DATE_UNITS: dict[str, str]

def build_lookup_sql(
    col: str, lookup: str, value: Any, vendor: str = "sqlite"
) -> tuple[str, list[Any]]: ...
