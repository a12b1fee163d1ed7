"""mypy's side: one module with a line for each question, in both APIs."""

from __future__ import annotations

import re
import shutil
from collections.abc import Sequence
from pathlib import Path

from tests.runtime_truth.checker import run_mypy
from tests.runtime_truth.tables.models import warehouse
from tests.runtime_truth.tables.observed import in_async
from tests.runtime_truth.tables.question import Question

PRELUDE = """\
from datetime import date, datetime, time, timedelta, timezone
from decimal import Decimal
from uuid import UUID
from sqlmodel import Session, select
from sqlmodel.ext.asyncio.session import AsyncSession
from sqlmodel_crud_utils import *
from warehouse import Grade, Sample, Shelf, Size, Status, Thing, Visit
"""
_LINE = re.compile(r"^ask\.py:(\d+): error: (.*)  \[([\w-]+)\]$", re.MULTILINE)


def messages(questions: Sequence[Question], project: Path, *, is_async: bool) -> list[str]:
    """What the plugin says of each question; an empty text is silence."""
    shutil.copy(warehouse.__file__, project)
    (project / "mypy.ini").write_text("[mypy]\nplugins = orm_typing.mypy\n", encoding="utf-8")
    start = "async def ask(session: AsyncSession)" if is_async else "def ask(session: Session)"
    lines = [*PRELUDE.splitlines(), f"{start} -> None:"]
    first = len(lines) + 1
    for question in questions:
        lines.append(f"    {'await ' + in_async(question.text) if is_async else question.text}")
    (project / "ask.py").write_text("\n".join(lines) + "\n", encoding="utf-8")
    said = [""] * len(questions)
    for line, message, code in _LINE.findall(run_mypy(project, "ask.py", "warehouse.py")):
        if code.startswith("orm-"):
            said[int(line) - first] = message
    return said
