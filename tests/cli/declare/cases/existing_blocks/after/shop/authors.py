from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from sqliter.orm import BaseDBModel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqliter.orm.query import ReverseRelationship

    from shop.magazines import Column, Magazine


class Author(BaseDBModel):
    name: str

    if TYPE_CHECKING:
        # Set by the report.
        rank: int
        columns: ClassVar[ReverseRelationship[Column]]
        magazines: ClassVar[ReverseRelationship[Magazine]]

    def read(self, magazines: Sequence[Magazine]) -> None: ...
