from typing import Literal

from pydantic_settings import BaseSettings  # type: ignore[import-not-found, unused-ignore]

class ContainerSettings(BaseSettings):  # type: ignore[misc, unused-ignore]
    reconnect_timeout: int = 10
    driver: Literal["asynch", "aiomysql", "asyncpg"]
    ssl: str = ""
    sync_db: bool = False

class PostgresPoolSettings(BaseSettings):  # type: ignore[misc, unused-ignore]
    host: str
    port: int
    user: str
    password: str
    database: str

class ClickhousePoolSettings(BaseSettings):  # type: ignore[misc, unused-ignore]
    host: str
    port: int
    user: str
    password: str
    database: str

class MysqlPoolSettings(BaseSettings):  # type: ignore[misc, unused-ignore]
    host: str
    port: int
    user: str
    password: str
    db: str
