"""Makes SQLite as strict, and as able, as the other databases.

To SQLite ``"titel"`` is a text where no column has that name, so a misspelt name is silent; to
others it is an error. ``[titel]`` is always a name. And a driver for PostgreSQL takes a ``UUID``,
which djanorm hands over as it is where it is the key of another table's row.
"""

from __future__ import annotations

import re
import sqlite3
import uuid
from typing import Any

from dorm.db.backends import sqlite

# Texts in single quotes are no names.
_QUOTED = re.compile(r"""'(?:[^']|'')*'|"([^"]*)\"""")


def make_strict() -> None:
    """Change the library's connections to SQLite."""
    sqlite3.register_adapter(uuid.UUID, str)
    for wrapper in (sqlite.SQLiteDatabaseWrapper, sqlite.SQLiteAsyncDatabaseWrapper):
        wrapper._adapt = staticmethod(_strict(wrapper._adapt))  # type: ignore[method-assign]


def _strict(adapt: Any) -> Any:
    def strict(sql: str) -> str:
        adapted: str = adapt(sql)
        return _QUOTED.sub(lambda match: match[0] if match[1] is None else f"[{match[1]}]", adapted)

    return strict
