"""The values that the stub lets SQLiter's filters take are those that compare as meant on SQLite.

The driver binds a `date` as a text, but the column holds seconds, and no number is a text to
SQLite: `==` never holds, and `<` always does. So the stub refuses it.
"""

from __future__ import annotations

import re
import subprocess
import sys
import warnings
from pathlib import Path
from typing import Any, NamedTuple

import pytest

PRELUDE = """\
import decimal, enum, uuid
from datetime import date, datetime, time, timedelta

from sqliter import SqliterDB
from sqliter.exceptions import SqliterError
from sqliter.helpers import to_unix_timestamp
from sqliter.orm import BaseDBModel, ForeignKey


class Colour(str, enum.Enum):
    AMBER = "amber"
    MINT = "m"


class Size(enum.IntEnum):
    SMALL = 1
    LARGE = 2


class Plain(enum.Enum):
    A = "a"
    B = "b"


class Thing(BaseDBModel):
    text: str = "m"
    number: int = 2
    decimal: float = 2.5
    flag: bool = True
    data: bytes = b"m"
    day: date = date(1990, 1, 1)
    moment: datetime = datetime(1990, 1, 1, 12)


class Part(BaseDBModel):
    thing: ForeignKey[Thing] = ForeignKey(Thing, related_name="parts")


"""


class Value(NamedTuple):
    """Values of one type, and a field whose stored value is the second of them."""

    field: str
    less: str
    equal: str


VALUES = [
    Value("text", "'a'", "'m'"),
    Value("number", "1", "2"),
    Value("decimal", "1.5", "2.5"),
    Value("decimal", "2", "2.5"),
    Value("flag", "False", "True"),
    Value("data", "b'a'", "b'm'"),
    Value("data", "bytearray(b'a')", "bytearray(b'm')"),
    Value("data", "memoryview(b'a')", "memoryview(b'm')"),
    Value("number", "Size.SMALL", "Size.LARGE"),
    Value("text", "Colour.AMBER", "Colour.MINT"),
    Value("day", "date(1980, 1, 1)", "date(1990, 1, 1)"),
    Value("moment", "datetime(1980, 1, 1)", "datetime(1990, 1, 1, 12)"),
    Value("day", "to_unix_timestamp(date(1980, 1, 1))", "to_unix_timestamp(date(1990, 1, 1))"),
    Value("number", "decimal.Decimal(1)", "decimal.Decimal(2)"),
    Value("text", "Plain.A", "Plain.B"),
    Value("text", "uuid.UUID(int=1)", "uuid.UUID(int=2)"),
    Value("number", "timedelta(seconds=1)", "timedelta(seconds=2)"),
    Value("text", "time(1)", "time(2)"),
]


def queries(value: Value) -> dict[str, int]:
    """Queries with the number of rows that they find if the value compares as meant."""
    field, less, equal = value
    return {
        f"db.select(Thing).filter({field}={equal})": 1,
        f"db.select(Thing).filter({field}__gt={less})": 1,
        f"db.select(Thing).filter({field}__lte={less})": 0,
        f"db.select(Thing).filter({field}__ne={equal})": 0,
        f"db.select(Part).filter(thing__{field}={equal})": 1,
        f"db.select(Part).filter(thing__{field}__gt={less})": 1,
    }


@pytest.fixture(scope="module")
def space() -> dict[str, Any]:
    """A database with one thing that has one part."""
    names: dict[str, Any] = {"__name__": __name__}
    exec(compile(PRELUDE, "asked.py", "exec", dont_inherit=True), names)
    db = names["db"] = names["SqliterDB"](memory=True)
    for model in (names["Thing"], names["Part"]):
        db.create_table(model)
    db.insert(names["Part"](thing=db.insert(names["Thing"]())))
    return names


def compares(space: dict[str, Any], value: Value) -> bool:
    """Whether each query finds what it is meant to find."""
    with warnings.catch_warnings():  # of sqlite3, that it will not always adapt dates
        warnings.simplefilter("ignore", DeprecationWarning)
        try:
            return all(eval(code, space).count() == found for code, found in queries(value).items())
        except space["SqliterError"]:
            return False


def test_the_stub_takes_what_compares(space: dict[str, Any], tmp_path: Path) -> None:
    lines = [PRELUDE + "db = SqliterDB()"]
    asked: dict[int, Value] = {}
    for value in VALUES:
        for code in queries(value):
            lines.append(code)
            asked["\n".join(lines).count("\n") + 1] = value
    (tmp_path / "asked.py").write_text("\n".join(lines) + "\n", encoding="utf-8")
    command = [sys.executable, "-m", "mypy", "--config-file=", "asked.py"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    refused = {int(line) for line in re.findall(r"^asked\.py:(\d+): error", done.stdout, re.M)}
    assert refused <= asked.keys(), done.stdout
    taken = {
        value: {line not in refused for line in asked if asked[line] is value} for value in VALUES
    }
    assert taken == {value: {compares(space, value)} for value in VALUES}
