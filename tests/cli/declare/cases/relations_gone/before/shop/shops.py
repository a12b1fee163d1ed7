from typing import TYPE_CHECKING, ClassVar

from sqliter.orm import BaseDBModel

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqliter.orm.query import ReverseRelationship

    # Sold at the till, too.
    from shop.magazines import Magazine


class Shop(BaseDBModel):
    name: str

    if TYPE_CHECKING:
        magazines: ClassVar[ReverseRelationship["Magazine"]]

    def sell(self, names: "Iterable[str]") -> None: ...
