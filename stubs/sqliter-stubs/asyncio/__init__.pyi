from sqliter.asyncio.db import AsyncSqliterDB
from sqliter.asyncio.query import AsyncQueryBuilder

__all__ = ["AsyncQueryBuilder", "AsyncSqliterDB"]
