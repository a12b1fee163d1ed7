"""`SqliterDB`: what goes in decides what comes out."""

from __future__ import annotations

import datetime
from typing import TypeVar

from sqliter import SqliterDB
from sqliter.exceptions import RecordNotFoundError, SqliterError
from sqliter.helpers import from_unix_timestamp
from sqliter.model import BaseDBModel
from typing_extensions import reveal_type

from .library import Author, Book

Model = TypeVar("Model", bound=BaseDBModel)


def store(db: SqliterDB, book: Book, books: tuple[Book, ...]) -> None:
    reveal_type(db.insert(book))  # R: insert
    reveal_type(db.bulk_insert(books))  # R: bulk-insert
    reveal_type(db.get(Book, 1, cache_ttl=60))  # R: get
    reveal_type(db.update(book))  # R: update
    reveal_type(db.update_where(Book, {"pages": 0}, {"pages": 1}))  # R: update-where
    db.delete(Book, book.pk)
    db.insert("Sult")  # E: insert-text
    db.get("Book", 1)  # E: get-text
    db.create_table(book)  # E: create-table-of-instance


def get_or_fail(db: SqliterDB, model: type[Model], key: int) -> Model:
    found = db.get(model, key)
    if found is None:
        raise RecordNotFoundError(key)
    return found


def manage() -> None:
    with SqliterDB("library.db", cache_enabled=True) as db:
        reveal_type(db)  # R: context-manager
        db.create_table(Author, force=True)
        reveal_type(get_or_fail(db, Book, 1))  # R: generic-function
        reveal_type(db.table_names)  # R: table-names
        reveal_type(db.filename)  # R: filename
        reveal_type(db.connect().total_changes)  # R: connection
        reveal_type(sorted(db.get_cache_stats()))  # R: cache-stats
    SqliterDB(memory="yes")  # E: wrong-option


def inspect(book: Book, error: SqliterError) -> None:
    reveal_type(Book.get_table_name())  # R: table-name
    reveal_type(Book.model_validate_partial({"title": "Sult"}))  # R: validate-partial
    reveal_type(Book.model_validate({"title": "Sult"}))  # R: validate
    reveal_type(book.model_copy(update={"pages": 3}))  # R: copy
    reveal_type(book.model_dump())  # R: dump
    reveal_type(book.pk)  # R: pk
    reveal_type(book.created_at)  # R: created-at
    reveal_type(error.original_exception)  # R: original-exception
    reveal_type(from_unix_timestamp(0, datetime.datetime))  # R: timestamp
    reveal_type(from_unix_timestamp(0, datetime.date))  # R: date
