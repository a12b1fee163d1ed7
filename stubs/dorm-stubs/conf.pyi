import logging
import re
from pathlib import Path
from typing import Any

_logger: logging.Logger
_DOTTED_PATH_RE: re.Pattern[str]

def _validate_dotted_path(value: str, *, kind: str = "module path") -> str: ...

_SAFE_IDENTIFIER_RE: re.Pattern[str]
_MAX_IDENTIFIER_LEN: int

def _validate_identifier(value: str, *, kind: str = "identifier") -> str: ...

_AUTODISCOVER_EXCLUDE: set[str]

def _discover_apps(root: Path) -> list[str]: ...

class Settings:
    DATABASES: dict[str, Any]
    INSTALLED_APPS: list[str]
    DEFAULT_AUTO_FIELD: str
    DATABASE_ROUTERS: list[Any]
    STORAGES: dict[str, Any]
    TIME_ZONE: str
    USE_TZ: bool
    SEARCH_CONFIG: str
    CACHES: dict[str, Any]
    CACHE_SIGNING_KEY: str
    SECRET_KEY: str
    CACHE_INSECURE_PICKLE: bool
    CACHE_REQUIRE_SIGNING_KEY: bool
    SLOW_QUERY_MS: float | None
    RETRY_ATTEMPTS: int
    RETRY_BACKOFF: float
    QUERY_COUNT_WARN: int | None
    READ_AFTER_WRITE_WINDOW: float | None
    # Bytes are taken as well.
    FIELD_ENCRYPTION_KEY: str | Any
    FIELD_ENCRYPTION_KEYS: list[Any]
    _explicit_settings: set[str]
    _configured: bool
    def __init__(self) -> None: ...
    def configure(self, **kwargs: Any) -> None: ...
    # A project's own settings: `configure` takes any name.
    def __getattr__(self, name: str) -> Any: ...

settings: Settings

def parse_database_url(url: str) -> dict[str, Any]: ...
def configure(**kwargs: Any) -> None: ...
def _autodiscover_settings() -> bool: ...
