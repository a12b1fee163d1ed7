from .sqliter import SqliterDB

__all__ = ["SqliterDB"]
