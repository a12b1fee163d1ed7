"""Where the tables are."""

from __future__ import annotations

from pathlib import Path

import dorm
from dorm.db.connection import get_connection
from dorm.migrations.schema import SchemaEditor

from library_api.catalogue.models import Author, Copy, Language, Subject, Work
from library_api.lending.models import Fine, Loan, Reservation
from library_api.people.models import Branch, Card, Librarian, Member

# A table comes after the tables that its foreign keys refer to.
TABLES: tuple[type[dorm.Model], ...] = (
    Branch,
    Librarian,
    Member,
    Card,
    Language,
    Author,
    Subject,
    Work,
    Copy,
    Loan,
    Fine,
    Reservation,
)


def open_database(file: Path) -> None:
    """Use a file as the database, and create the tables in it."""
    dorm.configure(DATABASES={"default": {"ENGINE": "sqlite", "NAME": str(file)}})
    with SchemaEditor(get_connection()) as editor:
        for table in TABLES:
            editor.create_model(table)


def close_database() -> None:
    """Let go of the file."""
    get_connection().close()
