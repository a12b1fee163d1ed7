"""Tickets are opened, labelled, handed on, and solved."""

from collections.abc import Iterable, Iterator

from sqlmodel import Session, col, or_
from sqlmodel_crud_utils import (
    QueryBuilder,
    TransactionError,
    bulk_update_rows,
    bulk_upsert_mappings,
    get_change_history,
    get_row,
    get_rows_within_id_list,
    transaction,
    write_row,
)
from sqlmodel_crud_utils.exceptions import not_found

from helpdesk.models import Agent, Comment, Customer, Label, Status, Ticket


class RefusedError(Exception):
    """The database would not take a ticket."""


def open_ticket(session: Session, customer: Customer, subject: str, priority: int = 3) -> Ticket:
    """Write down a problem."""
    if customer.id is None:
        raise RefusedError(f"{customer.name} is not enrolled")
    ticket = Ticket(
        subject=subject, priority=priority, customer_id=customer.id, created_by=customer.email
    )
    written = write_row(ticket, session)
    if written[0] is True:
        return written[1]
    raise RefusedError(subject)


def label(session: Session, ticket: Ticket, words: Iterable[str]) -> list[str]:
    """Put labels on a ticket, new ones too."""
    known = {each.word: each for each in QueryBuilder(session, Label).all()[1]}
    payload = [
        {"word": word, "uses": known[word].uses + 1 if word in known else 1}
        for word in sorted(words)
    ]
    _, labels = bulk_upsert_mappings(payload, session, Label, ["word"], update_columns=["uses"])
    ticket.labels = labels
    session.add(ticket)
    session.commit()
    return [each.word for each in ticket.labels]


def hand_to(session: Session, agent: Agent, tickets: Iterable[Ticket]) -> int:
    """Give tickets to an agent; say how many."""
    keys = [ticket.id for ticket in tickets]
    data = {"agent_login": agent.login, "updated_by": agent.login}
    _, handed = bulk_update_rows(keys, data, session, Ticket)
    return handed


def solve(session: Session, key: int, answer: str) -> Ticket:
    """Answer and close a ticket, both or neither."""
    _, ticket = get_row(key, session, Ticket, selectin=True, select_in_keys=["comments"])
    if ticket is None:
        raise not_found(Ticket, key)
    with transaction(session) as inner:
        inner.add(Comment(text=answer, ticket_id=key))
        ticket.status = Status.SOLVED
        inner.add(ticket)
    return ticket


def try_to_solve(session: Session, key: int) -> str:
    """Show what becomes of an error in a transaction."""
    try:
        with transaction(session):
            raise LookupError(f"nobody knows how to solve {key}")
    except TransactionError as error:
        return str(error.__cause__)


def urgent(session: Session, limit: int = 10) -> list[Ticket]:
    """List what can't wait, the oldest first."""
    unsolved = QueryBuilder(session, Ticket).where(col(Ticket.status) != Status.SOLVED)
    return (
        unsolved.where(or_(Ticket.priority == 1, col(Ticket.agent_login).is_(None)))
        .where(priority__lte=2)
        .selectin("customer", "labels")
        .order_by("priority", col(Ticket.created_at).asc())
        .limit(limit)
        .all()[1]
    )


def next_for(session: Session, agent: Agent) -> Ticket | None:
    """Find what an agent should do now."""
    waiting = QueryBuilder(session, Ticket).where(agent_login=agent.login, status=Status.OPEN)
    return waiting.order_by("priority", "id").first()[1]


def load(session: Session, agent: Agent) -> int:
    """Count an agent's tickets; the cache may answer."""
    return QueryBuilder(session, Ticket).where(agent_login=agent.login).cached(ttl=5).count()[1]


def subjects(session: Session, keys: set[int]) -> dict[int, str]:
    """Give what several tickets are about."""
    _, tickets = get_rows_within_id_list(keys, session, Ticket)
    return {ticket.id: ticket.subject for ticket in tickets if ticket.id is not None}


def story(session: Session, ticket: Ticket) -> Iterator[str]:
    """Tell what was done to a ticket."""
    recorded, changes = get_change_history(session, Ticket, ticket.id)
    if not recorded:
        yield "nobody kept a record"
    for change in changes:
        columns = ", ".join(sorted(change["changes"]))
        yield f"{change['operation']} by {change['changed_by'] or 'nobody'}: {columns}"
