"""`sqliter.model`: models without the ORM, whose foreign keys are plain integer fields."""

from __future__ import annotations

from sqliter.model import BaseDBModel, ForeignKey, get_foreign_key_info, unique
from typing_extensions import reveal_type


class Team(BaseDBModel):
    name: str = unique()


class Player(BaseDBModel):
    team_id: int = ForeignKey(Team, on_delete="CASCADE")
    captain_id: int | None = ForeignKey(Team, null=True)
    number: int = unique(default=0)


def use(player: Player) -> None:
    Player(team_id=1)
    reveal_type(player.team_id)  # R: key
    reveal_type(player.captain_id)  # R: nullable-key
    reveal_type(get_foreign_key_info(Player.model_fields["team_id"]))  # R: metadata
    Player(team_id="first")  # E: wrong-key
    print(player.team)  # E: no-accessor
    print(player.db_context)  # E: no-context


def declare() -> None:
    class Match(BaseDBModel):
        home_id: int = ForeignKey(Team, on_delete="DELETE")  # E: wrong-action
        away_id: int = ForeignKey("Team")  # E: text-target
