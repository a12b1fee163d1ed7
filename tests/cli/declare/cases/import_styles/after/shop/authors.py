"""A package that imports by dots, and long imports."""

from __future__ import annotations

from collections import abc
from typing import (
    TYPE_CHECKING,
    ClassVar,
    Final,  # of Python 3.8
    Optional,
)

from sqliter.orm import BaseDBModel

from . import places

if TYPE_CHECKING:
    from sqliter.orm.query import ReverseRelationship

    from .prints import Book
    from .prints.essays import Essay

LIMIT: Final = 3
Names = abc.Sequence[Optional[str]]


class Author(BaseDBModel):
    home: Optional[str] = None

    if TYPE_CHECKING:
        books: ClassVar[ReverseRelationship[Book]]
        essays: ClassVar[ReverseRelationship[Essay]]
