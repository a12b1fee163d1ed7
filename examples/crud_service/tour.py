"""What mypy knows about the helpdesk, line by line.

Run `mypy tour.py` here and compare. Nothing below is meant to be run: the functions are never
called.
"""

from helpdesk.models import Agent, Comment, Customer, Ticket
from sqlmodel import Session, select
from sqlmodel.ext.asyncio.session import AsyncSession
from sqlmodel_crud_utils import (
    AsyncQueryBuilder,
    QueryBuilder,
    a_get_row,
    a_get_rows_within_id_list,
    get_one_or_create,
    get_row,
    get_rows,
    insert_data_rows,
    transaction,
    update_row,
)
from typing_extensions import reveal_type


def pairs(session: Session) -> None:
    """A flag, and what it promises."""
    found = get_row(1, session, Ticket)
    reveal_type(found)  # tuple[Literal[True], Ticket] | tuple[Literal[False], None]
    if found[0] is True:
        reveal_type(found[1])  # Ticket
    else:
        reveal_type(found[1])  # None
    _, ticket = get_row(1, session, Ticket)
    reveal_type(ticket)  # Ticket | None: two names lose the connection, so ask the row itself
    _, tickets = get_rows(session, Ticket, priority__lte=2, sort_field="priority")
    reveal_type(tickets)  # list[Ticket]: empty if the flag is False
    _, updated = update_row(1, {"priority": 1}, session, Ticket)
    reveal_type(updated)  # Ticket | None: a row that was found but not written is given too
    reveal_type(get_one_or_create(session, Agent, login="kim"))  # tuple[Agent, bool]


def inserts(session: Session, customers: list[Customer]) -> None:
    """A report, if not all of them could be written."""
    _, rows = insert_data_rows(customers, session)
    reveal_type(rows)  # list[Customer] | dict[str, list[Customer]]
    if isinstance(rows, dict):
        reveal_type(rows["failed"])  # list[Customer]


def builders(session: Session) -> None:
    """The model survives the chain; a statement may ask for something else."""
    query = QueryBuilder(session, Ticket).where(priority__lte=2).selectin("customer").limit(3)
    reveal_type(query)  # QueryBuilder[Ticket]
    reveal_type(query.all()[1])  # list[Ticket]
    reveal_type(query.count())  # tuple[bool, int]
    subjects = QueryBuilder(session, Ticket, select(Ticket.subject))
    reveal_type(subjects.first()[1])  # str | None


async def awaited(session: AsyncSession) -> None:
    """The twins, which differ in one place."""
    reveal_type((await a_get_row(1, session, Agent, pk_field="login"))[1])  # Agent | None
    reveal_type((await AsyncQueryBuilder(session, Agent).all())[1])  # list[Agent]
    _, tickets = await a_get_rows_within_id_list([1, 2], session, Ticket)
    reveal_type(tickets)  # ScalarResult[Ticket]: to be read once


def mixins(customer: Customer, comment: Comment) -> None:
    """Fields that nobody declared here."""
    Customer(name="Ann", email="ann@example.org", created_by="import", is_deleted=False)
    reveal_type(customer.created_at)  # datetime.datetime
    reveal_type(customer.deleted_by)  # str | None
    reveal_type(comment.created_at)  # datetime.datetime
    reveal_type(Comment.created_at.desc())  # UnaryExpression[datetime.datetime]


def transactions(session: Session) -> str:
    """The session that was given; an error is raised, so nothing has to follow."""
    with transaction(session) as inner:
        reveal_type(inner)  # Session
        return "done"
