from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from sqliter.orm import BaseDBModel, ForeignKey

if TYPE_CHECKING:
    from sqliter.orm.query import ReverseRelationship


class Author(BaseDBModel):
    name: str


def make_models() -> type[BaseDBModel]:
    class Team(BaseDBModel):
        name: str

        if TYPE_CHECKING:
            players: ClassVar[ReverseRelationship[Player]]

    class Player(BaseDBModel):
        team: ForeignKey[Team] = ForeignKey(Team, related_name="players")
        idol: ForeignKey[Author] = ForeignKey(Author, related_name="adored_by")

        if TYPE_CHECKING:
            team_id: int = 0
            idol_id: int = 0

    return Player
