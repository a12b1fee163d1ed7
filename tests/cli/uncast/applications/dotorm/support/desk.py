"""What the desk does."""

from __future__ import annotations

import json
from typing import Any, Dict, List, cast

from support.models import Agent, Label, Team, Ticket


async def open_ticket(subject: str, *labels: Label) -> Ticket:
    """Write down a problem."""
    key = cast(int, await Ticket.create(payload=Ticket(subject=subject)))  # type: ignore[misc]
    await Ticket.link_many2many(cast(Any, Ticket.labels), [[key, label.id] for label in labels])
    return cast(Ticket, await Ticket.get(key))  # type: ignore[call-arg, misc]


async def waiting(limit: int) -> List[str]:
    """What nobody has."""
    tickets = cast(
        "List[Ticket]",
        await Ticket.search(  # type: ignore[misc]
            fields=["id", "subject"], filter=[("agent_id", "=", None)], limit=limit
        ),
    )
    return [cast(str, cast(Ticket, ticket).subject) for ticket in tickets]


async def hand_over(ticket: Ticket, agent: Agent) -> None:
    """Give it to somebody."""
    await cast(Any, ticket).update(payload=Ticket(agent_id=agent.id))


async def roster() -> Dict[str, List[str]]:
    """Who is in which team."""
    teams: Any = await Team.search(fields=["id", "name", "agents"])  # type: ignore[misc]
    return {
        cast(Team, team).name: [cast(Agent, agent).name for agent in getattr(team, "agents")]
        for team in teams
    }


async def find(name: str) -> str:
    """Where somebody is."""
    agents = cast(List[Agent], await Agent.search(filter=[("name", "=", name)]))
    if not agents:
        return "gone"
    return cast(Agent, agents[0]).team_name()


async def count() -> int:
    """How many there are."""
    return cast(int, await Ticket.table_len())  # type: ignore[misc]


def settings(text: str) -> Dict[str, int]:
    """This cast has nothing to do with the database."""
    return cast(Dict[str, int], json.loads(text))
