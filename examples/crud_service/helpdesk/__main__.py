"""A day and a night at the helpdesk."""

import asyncio
import logging

from sqlalchemy import StaticPool
from sqlalchemy.ext.asyncio import create_async_engine
from sqlmodel import Session, SQLModel, create_engine
from sqlmodel.ext.asyncio.session import AsyncSession
from sqlmodel_crud_utils import (
    HISTORY_METADATA,
    BulkOperationError,
    InMemoryCache,
    RecordNotFoundError,
    configure_cache,
    register_change_tracking,
)

from helpdesk import customers, tickets
from helpdesk.models import Agent, Customer
from helpdesk.overview import night_shift


def day(session: Session) -> list[str]:
    """Serve a few customers."""
    session.info["changed_by"] = "front desk"
    ann = customers.customer_of(session, "ann@example.org")
    people = [
        Customer(name="Bo", email="bo@example.org", created_by="import"),
        Customer(name="Also Ann", email="ann@example.org", created_by="import"),
    ]
    lines: list[str] = []
    try:
        customers.enrol(session, people)
    except BulkOperationError as error:
        lines.append(error.get_error_summary().splitlines()[-1].strip())
    noise = tickets.open_ticket(session, ann, "The fan is loud", priority=2)
    smoke = tickets.open_ticket(session, ann, "The fan smokes", priority=1)
    lines.append(f"labels: {', '.join(tickets.label(session, smoke, {'fan', 'fire'}))}")
    lines.append(f"labels: {', '.join(tickets.label(session, noise, {'fan', 'noise'}))}")
    lines += [f"urgent: {each.subject} ({each.customer.name})" for each in tickets.urgent(session)]
    pat = Agent(login="pat", name="Pat", created_by="admin")
    session.add(pat)
    lines.append(f"handed {tickets.hand_to(session, pat, [noise, smoke])} to {pat.name}")
    lines.append(f"{pat.name} has {tickets.load(session, pat)}")
    job = tickets.next_for(session, pat)
    if job is not None and job.id is not None:
        solved = tickets.solve(session, job.id, "Pull the plug.")
        for comment in solved.comments:
            lines.append(f"solved: {comment.text} ({comment.created_at.year > 2000})")
        lines += [f"story: {each}" for each in tickets.story(session, solved)]
        lines += [f"subject: {each}" for each in tickets.subjects(session, {job.id}).values()]
    lines.append(tickets.try_to_solve(session, 99))
    if ann.id is not None:
        lines.append(customers.rename(session, ann.id, "Anne", by="pat").name)
        lines.append(f"{customers.forget(session, [ann.id], by='pat')} left")
        lines.append(f"{customers.customer(session, ann.id).deleted_by} noted it")
    lines += [f"still here: {each.name}" for each in customers.active(session)]
    try:
        customers.customer(session, 99)
    except RecordNotFoundError as error:
        lines.append(str(error))
    return lines


async def night() -> list[str]:
    """Work through the night, on a database of its own."""
    engine = create_async_engine("sqlite+aiosqlite://", poolclass=StaticPool)
    async with engine.begin() as connection:
        await connection.run_sync(SQLModel.metadata.create_all)
        await connection.run_sync(HISTORY_METADATA.create_all)
    async with AsyncSession(engine, expire_on_commit=False) as session:
        lines = await night_shift(session)
    await engine.dispose()
    return lines


def main() -> None:
    """Print everything."""
    # The library logs what could not be written; the helpdesk says so itself.
    logging.getLogger("sqlmodel_crud_utils").addHandler(logging.NullHandler())
    register_change_tracking()
    configure_cache(InMemoryCache(default_ttl=10))
    engine = create_engine("sqlite://", poolclass=StaticPool)
    SQLModel.metadata.create_all(engine)
    HISTORY_METADATA.create_all(engine)
    with Session(engine) as session:
        print(*day(session), sep="\n")
    print(*asyncio.run(night()), sep="\n")


if __name__ == "__main__":
    main()
