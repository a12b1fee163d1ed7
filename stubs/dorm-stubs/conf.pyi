from typing import Any

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
    FIELD_ENCRYPTION_KEY: str
    FIELD_ENCRYPTION_KEYS: list[str]
    def configure(self, **kwargs: Any) -> None: ...
    # A project's own settings: `configure` takes any name.
    def __getattr__(self, name: str) -> Any: ...

settings: Settings

def parse_database_url(url: str) -> dict[str, Any]: ...
def configure(**kwargs: Any) -> None: ...
