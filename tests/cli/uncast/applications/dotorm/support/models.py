"""The tables."""

from __future__ import annotations

from typing import Any, List, Optional, cast

from dotorm import Boolean, Char, DotModel, Integer, Many2many, Many2one, One2many, Text
from dotorm.decorators import hybridmethod


class Team(DotModel):
    """Who answers."""

    __table__ = "team"

    id: int = Integer(primary_key=True)  # type: ignore[assignment]
    name: str = Char(max_length=64)  # type: ignore[assignment]
    agents: List[Agent] = One2many(lambda: Agent, "team_id")  # type: ignore[assignment, arg-type]


class Agent(DotModel):
    """Somebody who answers."""

    __table__ = "agent"

    id: int = Integer(primary_key=True)  # type: ignore[assignment]
    name: str = Char(max_length=64)  # type: ignore
    active: bool = Boolean(default=True)  # type: ignore[assignment]
    team_id: Team = Many2one(lambda: Team)  # type: ignore[assignment, arg-type]
    tickets: List[Ticket] = One2many(lambda: Ticket, "agent_id")  # type: ignore[assignment]

    def team_name(self) -> str:
        """The team."""
        return cast(str, cast(Team, self.team_id).name)

    @hybridmethod
    async def busy(self) -> List[Agent]:
        """Those who have something to do."""
        found = cast("List[Agent]", await self.search(fields=["id", "name", "tickets"]))
        return [agent for agent in found if cast("List[Ticket]", agent.tickets)]


class Label(DotModel):
    """A word on tickets."""

    __table__ = "label"

    id: int = Integer(primary_key=True)  # type: ignore[assignment]
    word: str = Char(max_length=32)  # type: ignore[assignment]


class Ticket(DotModel):
    """A problem."""

    __table__ = "ticket"

    id: int = Integer(primary_key=True)  # type: ignore[assignment]
    subject: str = Char(max_length=128)  # type: ignore[assignment]
    text: Optional[str] = Text()  # type: ignore[assignment]
    agent_id: Optional[Agent] = Many2one(lambda: Agent)  # type: ignore[assignment, arg-type]
    labels: List[Label] = Many2many(  # type: ignore[assignment]
        relation_table=lambda: Label,  # type: ignore[arg-type]
        many2many_table="ticket_label",
        column1="label_id",
        column2="ticket_id",
    )

    def words(self) -> List[str]:
        """The labels."""
        labels: Any = self.labels
        return sorted(cast(str, cast(Label, label).word) for label in labels)

    def agent_name(self) -> str:
        """Who has it."""
        agent = cast("Agent | None", self.agent_id)
        return cast(str, agent.name) if agent is not None else "nobody"
