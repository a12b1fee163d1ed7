from __future__ import annotations

from typing import TYPE_CHECKING

from sqliter.orm import BaseDBModel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from shop.magazines import Magazine


class Author(BaseDBModel):
    name: str

    if TYPE_CHECKING:
        # Set by the report.
        rank: int

    def read(self, magazines: Sequence[Magazine]) -> None: ...
