import sys
from contextvars import ContextVar
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

# The domains, in two spellings, that let everything through, and the role that only superusers have.
BYPASS_DOMAIN: list[Any]
BYPASS_DOMAIN_LEGACY: list[Any]
SUPERUSER: str

TSession = TypeVar("TSession", default=Any)

# Sessions for applications that bring none of their own.
class SystemSession:
    is_system: bool
    user_id: None

class AnonymousSession:
    is_system: bool
    user_id: None

class AccessChecker(Generic[TSession]):
    require_session: bool
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
    # Those of the names that the session may not write.
    async def check_field_access(
        self, session: TSession, model: str, operation: Operation, field_names: list[str]
    ) -> list[str]: ...

class AccessDenied(Exception):
    message: str
    def __init__(self, message: str = "Access denied") -> None: ...

_state: dict[str, Any]
_access_session: ContextVar[Any]

def set_access_checker(checker: AccessChecker[Any]) -> None: ...

# The checker is the application's own, with what its class adds, and the session is whatever that
# understands.
def get_access_checker() -> Any: ...
def set_access_session(session: Any) -> None: ...
def get_access_session() -> Any: ...
def clear_access_session() -> None: ...
