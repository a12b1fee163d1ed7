from typing import TYPE_CHECKING

from sqliter.orm import BaseDBModel


class Poem(BaseDBModel):
    author: str

    if TYPE_CHECKING:
        author_id: int = 0
