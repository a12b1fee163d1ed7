"""SQLite as the library leaves it, whatever else was imported by the tests before."""

from __future__ import annotations

import sqlite3
from datetime import date

import pytest


@pytest.fixture(autouse=True)
def adapters_of_python_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take out the types that another library taught the module ``sqlite3``.

    djanorm has it store a ``timedelta`` (``dorm/db/backends/sqlite.py``).
    """
    for key in [key for key in sqlite3.adapters if not issubclass(key[0], date)]:
        monkeypatch.delitem(sqlite3.adapters, key)
