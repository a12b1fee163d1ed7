"""The same library with `await`: what the wall display shows."""

from collections import Counter

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession
from sqlmodel_crud_utils import (
    AsyncQueryBuilder,
    a_delete_row,
    a_get_one_or_create,
    a_get_result_from_query,
    a_get_row,
    a_get_rows,
    a_get_rows_within_id_list,
    a_insert_data_rows,
    a_transaction,
    a_update_row,
    a_write_row,
)

from helpdesk.models import Agent, Customer, Status, Ticket


async def staff(session: AsyncSession) -> list[Agent]:
    """Enrol the night shift."""
    _, written = await a_insert_data_rows(
        [Agent(login="kim", name="Kim", created_by="admin"), Agent(login="lou", name="Lou")],
        session,
    )
    return written["success"] if isinstance(written, dict) else written


async def night_shift(session: AsyncSession) -> list[str]:
    """Work on tickets for a while, and report."""
    agents = await staff(session)
    customer, existed = await a_get_one_or_create(
        session, Customer, {"name": "Robin"}, email="robin@example.org"
    )
    lines = [f"{len(agents)} agents; Robin {'came back' if existed else 'is new'}"]
    if customer.id is None:
        return lines
    for subject, priority in (("Screen is dark", 1), ("Mouse squeaks", 3)):
        ticket = Ticket(subject=subject, priority=priority, customer_id=customer.id)
        written = await a_write_row(ticket, session)
        if written[0] is True:
            lines.append(f"opened {written[1].subject!r}")
    async with a_transaction(session) as inner:
        for ticket in await unsolved(inner):
            ticket.agent_login = "kim"
            inner.add(ticket)
    lines.append(await first_line(session))
    _, solved = await a_update_row(1, {"status": Status.SOLVED}, session, Ticket)
    if solved is not None:
        lines.append(f"solved {solved.subject!r}")
    _, both = await a_get_rows_within_id_list([1, 2], session, Ticket)
    lines += [f"{ticket.subject}: {ticket.status.value}" for ticket in both]
    lines.append(f"{await oldest_subject(session)!r} is the oldest, {await busiest(session)} busy")
    lines.append("lou went home" if await a_delete_row("lou", session, Agent, "login") else "?")
    return lines


async def unsolved(session: AsyncSession) -> list[Ticket]:
    """List what is left to do."""
    query = AsyncQueryBuilder(session, Ticket).where(status__in=[Status.OPEN, Status.WAITING])
    _, tickets = await query.order_by("priority").all()
    return tickets


async def first_line(session: AsyncSession) -> str:
    """Write the display's first line."""
    first = await AsyncQueryBuilder(session, Ticket).order_by("priority").first()
    if first[0] is True:
        agent = await agent_of(session, first[1])
        return f"next: {first[1].subject} ({agent.name if agent else 'nobody'})"
    return "nothing to do"


async def agent_of(session: AsyncSession, ticket: Ticket) -> Agent | None:
    """Find who has a ticket, if somebody has."""
    if ticket.agent_login is None:
        return None
    _, agent = await a_get_row(ticket.agent_login, session, Agent, pk_field="login")
    return agent


async def oldest_subject(session: AsyncSession) -> str | None:
    """Find the subject of the oldest ticket."""
    statement = select(Ticket).order_by(col(Ticket.created_at)).limit(1)
    ticket = await a_get_result_from_query(statement, session)
    return ticket.subject if ticket is not None else None


async def busiest(session: AsyncSession) -> str:
    """Name who has most of the tickets."""
    statement = select(Ticket).where(col(Ticket.agent_login).is_not(None))
    _, handed = await a_get_rows(session, Ticket, stmnt=statement)
    return Counter(ticket.agent_login or "" for ticket in handed).most_common(1)[0][0]
