import typing as t

from sqliter.orm import BaseDBModel, query

if t.TYPE_CHECKING:
    from shop import books as library


class Author(BaseDBModel):
    name: str
    notes: t.Optional[str] = None

    def shelve(self, book: "library.Book") -> None: ...

    def relationship(self) -> type[query.ReverseQuery]:
        return query.ReverseQuery
