from .pool import ContainerMysql
from .session import (
    MysqlSession,
    NoTransactionSession,
    TransactionSession,
)
from .transaction import ContainerTransaction

__all__ = [
    "ContainerMysql",
    "ContainerTransaction",
    "MysqlSession",
    "NoTransactionSession",
    "TransactionSession",
]
