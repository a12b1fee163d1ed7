from sqliter.orm import BaseDBModel


class Poem(BaseDBModel):
    author: str
