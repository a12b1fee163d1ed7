from ..abstract.dialect import CursorType, PostgresDialect
from .pool import ContainerPostgres
from .session import (
    NoTransactionNoPoolSession,
    NoTransactionSession,
    PostgresSession,
    TransactionSession,
)
from .transaction import ContainerTransaction, get_current_session

__all__ = [
    "ContainerPostgres",
    "ContainerTransaction",
    "CursorType",
    "NoTransactionNoPoolSession",
    "NoTransactionSession",
    "PostgresDialect",
    "PostgresSession",
    "TransactionSession",
    "get_current_session",
]
