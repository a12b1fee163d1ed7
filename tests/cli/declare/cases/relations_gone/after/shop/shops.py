from typing import TYPE_CHECKING

from sqliter.orm import BaseDBModel

if TYPE_CHECKING:
    from collections.abc import Iterable
    # Sold at the till, too.


class Shop(BaseDBModel):
    name: str

    def sell(self, names: "Iterable[str]") -> None: ...
