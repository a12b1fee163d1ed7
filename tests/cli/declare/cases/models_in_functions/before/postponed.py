from __future__ import annotations

from sqliter.orm import BaseDBModel, ForeignKey


class Author(BaseDBModel):
    name: str


def make_models() -> type[BaseDBModel]:
    class Team(BaseDBModel):
        name: str

    class Player(BaseDBModel):
        team: ForeignKey[Team] = ForeignKey(Team, related_name="players")
        idol: ForeignKey[Author] = ForeignKey(Author, related_name="adored_by")

    return Player
