from collections.abc import Sequence
from typing import Any

__all__ = [
    "BulkOperationError",
    "DatabaseConnectionError",
    "MultipleRecordsError",
    "QueryExecutionError",
    "RecordNotFoundError",
    "SQLModelCRUDError",
    "TransactionError",
    "ValidationError",
    "multiple_found",
    "not_found",
    "validation_error",
]

class SQLModelCRUDError(Exception): ...

class RecordNotFoundError(SQLModelCRUDError):
    model: type[Any]
    id_value: Any
    pk_field: str
    def __init__(self, model: type[Any], id_value: Any, pk_field: str = "id") -> None: ...

class MultipleRecordsError(SQLModelCRUDError):
    model: type[Any]
    count: int
    filters: dict[str, Any] | None
    def __init__(
        self, model: type[Any], count: int, filters: dict[str, Any] | None = None
    ) -> None: ...

# The message is not kept as an attribute, whatever the class's documentation says.
class ValidationError(SQLModelCRUDError):
    field: str | None
    value: Any | None
    errors: dict[str, str] | None
    def __init__(
        self,
        message: str,
        field: str | None = None,
        value: Any | None = None,
        errors: dict[str, str] | None = None,
    ) -> None: ...

class BulkOperationError(SQLModelCRUDError):
    total: int
    failed: int
    errors: Sequence[str | Exception]
    successful: list[Any] | None
    failed_records: list[Any] | None
    # Counted and read only: the runtime's `list[str | Exception]` refuses a `list[str]`.
    def __init__(
        self,
        total: int,
        failed: int,
        errors: Sequence[str | Exception],
        successful: list[Any] | None = None,
        failed_records: list[Any] | None = None,
    ) -> None: ...
    def get_error_summary(self) -> str: ...

class TransactionError(SQLModelCRUDError):
    operation: str | None
    original_error: Exception | None
    def __init__(
        self,
        message: str | None = None,
        operation: str | None = None,
        original_error: Exception | None = None,
    ) -> None: ...

class DatabaseConnectionError(SQLModelCRUDError):
    database_url: str | None
    original_error: Exception | None
    def __init__(
        self,
        message: str | None = None,
        database_url: str | None = None,
        original_error: Exception | None = None,
    ) -> None: ...

class QueryExecutionError(SQLModelCRUDError):
    query: str | None
    original_error: Exception | None
    def __init__(
        self,
        message: str | None = None,
        query: str | None = None,
        original_error: Exception | None = None,
    ) -> None: ...

def not_found(model: type[Any], id_value: Any, pk_field: str = "id") -> RecordNotFoundError: ...
def multiple_found(
    model: type[Any], count: int, filters: dict[str, Any] | None = None
) -> MultipleRecordsError: ...
def validation_error(
    message: str,
    field: str | None = None,
    value: Any | None = None,
    errors: dict[str, str] | None = None,
) -> ValidationError: ...
