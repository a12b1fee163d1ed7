"""The checkers, as the pages call them, and the libraries."""

import re
from collections.abc import Mapping

from tests.checkers.answers import Answer
from tests.checkers.labels import Question
from tests.checkers.runners import CHECKERS
from tests.checkers.table import REPOSITORY

Answers = Mapping[str, Mapping[Question, Answer]]
"""By checker what it answers to each question."""

PLUGIN = "mypy-orm-typing"
HEADINGS = {
    PLUGIN: "mypy + orm-typing",
    "mypy-pydantic": "mypy + pydantic.mypy",
    "mypy-pydantic-typed": "the same, init_typed",
}
# Shown only where they differ from mypy.
EXTRA = ("mypy-pydantic", "mypy-pydantic-typed")
COLUMNS = tuple(checker for checker in CHECKERS if checker not in EXTRA)

PIN = re.compile(r'"([\w-]+)(?:\[\w+\])?==([\d.]+)"')

LIBRARIES = {
    "sqliter": "SQLiter",
    "dorm": "djanorm",
    "dotorm": "DotORM",
    "sqlmodel_crud_utils": "SQLModel CRUD Utilities",
}


def heading(checker: str) -> str:
    """Name a checker in the head of a table."""
    return HEADINGS.get(checker, checker)


def programs() -> dict[str, str]:
    """The programs behind the columns, with the versions that `pyproject.toml` pins."""
    names = dict.fromkeys(checker.partition("-")[0] for checker in CHECKERS)
    pins = dict(PIN.findall((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8")))
    return {name: pins[name] for name in names}
