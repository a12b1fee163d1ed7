"""Customers come, are corrected, and go."""

from collections.abc import Sequence

from sqlmodel import Session
from sqlmodel_crud_utils import (
    BulkOperationError,
    delete_rows_within_id_list,
    get_one_or_create,
    get_row,
    get_rows,
    insert_data_rows,
    update_row,
)
from sqlmodel_crud_utils.exceptions import not_found

from helpdesk.models import Customer


def customer(session: Session, key: int) -> Customer:
    """Find a customer, or raise."""
    found = get_row(key, session, Customer, use_cache=True, cache_ttl=30)
    if found[0] is True:
        return found[1]
    raise not_found(Customer, key)


def customer_of(session: Session, email: str) -> Customer:
    """Find whoever writes from an address; make a customer of a stranger."""
    name = email.partition("@")[0].title()
    row, existed = get_one_or_create(session, Customer, {"name": name}, email=email)
    if existed and row.is_deleted:
        row.restore()
        session.add(row)
        session.commit()
    return row


def enrol(session: Session, customers: list[Customer]) -> list[Customer]:
    """Write all of them. If some can't be, the others are, and an error tells which."""
    _, written = insert_data_rows(customers, session)
    if isinstance(written, dict):
        failed = written["failed"]
        raise BulkOperationError(
            total=len(customers),
            failed=len(failed),
            errors=[f"{each.email} is taken" for each in failed],
            successful=written["success"],
            failed_records=failed,
        )
    return written


def rename(session: Session, key: int, name: str, by: str) -> Customer:
    """Correct a name."""
    renamed, row = update_row(key, {"name": name, "updated_by": by}, session, Customer)
    if row is None or not renamed:
        raise not_found(Customer, key)
    return row


def forget(session: Session, keys: Sequence[int], by: str) -> int:
    """Mark customers as gone; say how many were still there."""
    return delete_rows_within_id_list(keys, session, Customer, soft=True, deleted_by=by)[1]


def active(session: Session, name: str = "") -> list[Customer]:
    """List who is there, by a part of the name."""
    _, customers = get_rows(
        session, Customer, is_deleted=False, name__like=name, sort_field="name", page_size=20
    )
    return customers
