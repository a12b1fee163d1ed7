import contextvars
from contextlib import AbstractAsyncContextManager, AbstractContextManager
from dataclasses import dataclass

from dorm.exceptions import DatabaseError

class BudgetExceeded(DatabaseError): ...

@dataclass(frozen=True, slots=True)
class _BudgetState:
    timeout_ms: int | None
    max_rows: int | None

_BUDGET_STACK: contextvars.ContextVar[tuple[_BudgetState, ...]]

def _effective() -> _BudgetState | None: ...
def current() -> _BudgetState | None: ...
def budget(
    *, timeout_ms: int | None = None, max_rows: int | None = None, using: str = "default"
) -> AbstractContextManager[_BudgetState, None]: ...
def abudget(
    *, timeout_ms: int | None = None, max_rows: int | None = None, using: str = "default"
) -> AbstractAsyncContextManager[_BudgetState, None]: ...
def check_rowcount(n: int) -> None: ...

__all__ = ["BudgetExceeded", "abudget", "budget", "check_rowcount", "current"]
