from typing import TYPE_CHECKING, ClassVar

from sqliter.orm import BaseDBModel, ForeignKey

from ..authors import Author

if TYPE_CHECKING:
    from sqliter.orm.query import ReverseRelationship

    from .essays import Essay


class Book(BaseDBModel):
    author: ForeignKey[Author] = ForeignKey(Author)

    if TYPE_CHECKING:
        author_id: int = 0
        essays: ClassVar[ReverseRelationship["Essay"]]
