import sys
from enum import Enum
from typing import Any, Generic

from typing_extensions import TypeVar

# The runtime derives it from `enum.StrEnum`, which Python 3.10 lacks.
if sys.version_info >= (3, 11):
    from enum import StrEnum

    class Operation(StrEnum):
        READ = "read"
        CREATE = "create"
        UPDATE = "update"
        DELETE = "delete"

else:
    class Operation(str, Enum):
        READ = "read"
        CREATE = "create"
        UPDATE = "update"
        DELETE = "delete"

TSession = TypeVar("TSession", default=Any)

class AccessChecker(Generic[TSession]):
    async def check_access(
        self,
        session: TSession,
        model: str,
        operation: Operation,
        record_ids: list[int] | None = None,
    ) -> tuple[bool, list[Any]]: ...
    async def check_table_access(
        self, session: TSession, model: str, operation: Operation
    ) -> bool: ...
    async def check_row_access(
        self, session: TSession, model: str, operation: Operation, record_ids: list[int]
    ) -> bool: ...
    async def get_domain_filter(
        self, session: TSession, model: str, operation: Operation
    ) -> list[Any]: ...

class AccessDenied(Exception):
    message: str
    def __init__(self, message: str = "Access denied") -> None: ...

def set_access_checker(checker: AccessChecker[Any]) -> None: ...
def get_access_checker() -> AccessChecker[Any]: ...

# The session is whatever the application's checker understands.
def set_access_session(session: Any) -> None: ...
def get_access_session() -> Any: ...
def clear_access_session() -> None: ...
