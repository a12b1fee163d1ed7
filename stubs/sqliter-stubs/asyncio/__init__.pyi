from sqliter.asyncio.db import AsyncSqliterDB
from sqliter.asyncio.query import AsyncQueryBuilder

_IMPORT_ERROR: ImportError | None

__all__ = ["AsyncQueryBuilder", "AsyncSqliterDB"]
