"""What the examples use to check their claims."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqliter import SqliterDB


@contextmanager
def refused(error: type[Exception], text: str = "") -> Iterator[None]:
    """Expect that the library refuses what the with block does, in words that include the text."""
    try:
        yield
    except error as refusal:
        if text not in str(refusal):
            raise
    else:
        raise AssertionError(f"no {error.__name__}")


@contextmanager
def selects(db: SqliterDB) -> Iterator[list[str]]:
    """Collect the SELECT statements that SQLite executes for the with block."""
    seen: list[str] = []

    def note(statement: str) -> None:
        if statement.startswith("SELECT"):
            seen.append(statement)

    connection = db.connect()
    connection.set_trace_callback(note)
    try:
        yield seen
    finally:
        connection.set_trace_callback(None)
