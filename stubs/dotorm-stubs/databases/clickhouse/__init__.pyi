from .session import ClickhouseSession, NoTransactionSession

__all__ = ["ClickhouseSession", "NoTransactionSession"]
