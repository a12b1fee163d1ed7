from typing_extensions import TYPE_CHECKING, ClassVar

from sqliter.orm import BaseDBModel, ForeignKey
from sqliter.orm.query import ReverseRelationship as Reverse

from shop.authors import Author

if TYPE_CHECKING:
    from shop.loans import Loan as Lending


class Book(BaseDBModel):
    title: str
    author: ForeignKey[Author] = ForeignKey(Author)
    kinds: ClassVar[list[type[Reverse]]] = []

    def lend(self) -> "Lending": ...

    if TYPE_CHECKING:
        author_id: int = 0
        loans: ClassVar[Reverse["Lending"]]
