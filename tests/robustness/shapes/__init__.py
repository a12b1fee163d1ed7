"""Odd modules: each shape is the text of a module below a common header."""

from __future__ import annotations

from tests.robustness.shapes import bodies, calls, classes, names, targets, uses

HEADER = """\
from __future__ import annotations
import enum
import typing as t
from dataclasses import dataclass
from typing import *
import sqliter.orm as o
from pydantic import BaseModel, Field
from sqliter import SqliterDB
from sqliter.asyncio import AsyncSqliterDB
from sqliter.asyncio.orm import AsyncBaseDBModel, AsyncForeignKey, AsyncManyToMany
from sqliter.orm import BaseDBModel, ForeignKey, ManyToMany

class Author(BaseDBModel):
    name: str

class AsyncAuthor(AsyncBaseDBModel):
    name: str

db = SqliterDB(memory=True)
async_db = AsyncSqliterDB(memory=True)
"""

SHAPES: dict[str, str] = {
    f"{subject.__name__.rpartition('.')[2]}_{name}": text
    for subject in (bodies, calls, classes, names, targets, uses)
    for name, text in subject.SHAPES.items()
}
