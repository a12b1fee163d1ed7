from .a_sync import AsyncQueryBuilder
from .a_sync import bulk_update_rows as a_bulk_update_rows
from .a_sync import bulk_upsert_mappings as a_bulk_upsert_mappings
from .a_sync import delete_row as a_delete_row
from .a_sync import delete_rows_within_id_list as a_delete_rows_within_id_list
from .a_sync import get_change_history as a_get_change_history
from .a_sync import get_one_or_create as a_get_one_or_create
from .a_sync import get_result_from_query as a_get_result_from_query
from .a_sync import get_row as a_get_row
from .a_sync import get_rows as a_get_rows
from .a_sync import get_rows_within_id_list as a_get_rows_within_id_list
from .a_sync import insert_data_rows as a_insert_data_rows
from .a_sync import update_row as a_update_row
from .a_sync import write_row as a_write_row
from .cache import CacheBackend, InMemoryCache, RedisCache, configure_cache, invalidate_cache
from .exceptions import (
    BulkOperationError,
    MultipleRecordsError,
    RecordNotFoundError,
    SQLModelCRUDError,
    TransactionError,
    ValidationError,
)
from .mixins import AuditMixin, SoftDeleteMixin, TimestampMixin
from .sync import (
    QueryBuilder,
    bulk_update_rows,
    bulk_upsert_mappings,
    delete_row,
    delete_rows_within_id_list,
    get_change_history,
    get_one_or_create,
    get_result_from_query,
    get_row,
    get_rows,
    get_rows_within_id_list,
    insert_data_rows,
    update_row,
    write_row,
)
from .tracking import HISTORY_METADATA, TrackChangesMixin, register_change_tracking
from .transactions import a_transaction, transaction

__version__: str

__all__ = [
    "HISTORY_METADATA",
    "AsyncQueryBuilder",
    "AuditMixin",
    "BulkOperationError",
    "CacheBackend",
    "InMemoryCache",
    "MultipleRecordsError",
    "QueryBuilder",
    "RecordNotFoundError",
    "RedisCache",
    "SQLModelCRUDError",
    "SoftDeleteMixin",
    "TimestampMixin",
    "TrackChangesMixin",
    "TransactionError",
    "ValidationError",
    "__version__",
    "a_bulk_update_rows",
    "a_bulk_upsert_mappings",
    "a_delete_row",
    "a_delete_rows_within_id_list",
    "a_get_change_history",
    "a_get_one_or_create",
    "a_get_result_from_query",
    "a_get_row",
    "a_get_rows",
    "a_get_rows_within_id_list",
    "a_insert_data_rows",
    "a_transaction",
    "a_update_row",
    "a_write_row",
    "bulk_update_rows",
    "bulk_upsert_mappings",
    "configure_cache",
    "delete_row",
    "delete_rows_within_id_list",
    "get_change_history",
    "get_one_or_create",
    "get_result_from_query",
    "get_row",
    "get_rows",
    "get_rows_within_id_list",
    "insert_data_rows",
    "invalidate_cache",
    "register_change_tracking",
    "transaction",
    "update_row",
    "write_row",
]
