"""A package that imports by dots, and long imports."""

from __future__ import annotations

from collections import abc
from typing import (
    Final,  # of Python 3.8
    Optional,
)

from sqliter.orm import BaseDBModel

from . import places

LIMIT: Final = 3
Names = abc.Sequence[Optional[str]]


class Author(BaseDBModel):
    home: Optional[str] = None
