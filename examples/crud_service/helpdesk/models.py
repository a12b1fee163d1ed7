"""The tables."""

from enum import Enum

from sqlmodel import Field, Relationship, SQLModel
from sqlmodel_crud_utils import AuditMixin, SoftDeleteMixin, TimestampMixin, TrackChangesMixin


class Status(str, Enum):
    """How far a ticket is."""

    OPEN = "open"
    WAITING = "waiting"
    SOLVED = "solved"


class Customer(SQLModel, AuditMixin, SoftDeleteMixin, table=True):
    """Somebody with a problem. Nobody is ever removed, only marked as gone."""

    id: int | None = Field(default=None, primary_key=True)
    name: str
    email: str = Field(unique=True)
    tickets: list["Ticket"] = Relationship(back_populates="customer")


class Agent(SQLModel, AuditMixin, table=True):
    """Somebody who solves problems. The login is the key."""

    login: str = Field(primary_key=True)
    name: str
    tickets: list["Ticket"] = Relationship(back_populates="agent")


class TicketLabel(SQLModel, table=True):
    """Which ticket has which label."""

    ticket_id: int | None = Field(default=None, foreign_key="ticket.id", primary_key=True)
    label_id: int | None = Field(default=None, foreign_key="label.id", primary_key=True)


class Label(SQLModel, table=True):
    """A word by which tickets are found."""

    id: int | None = Field(default=None, primary_key=True)
    word: str = Field(unique=True)
    uses: int = 0
    tickets: list["Ticket"] = Relationship(back_populates="labels", link_model=TicketLabel)


class Ticket(TrackChangesMixin, AuditMixin, SQLModel, table=True):
    """A problem. What happens to it is recorded, but for who touched it."""

    __track_exclude__ = ("created_at", "created_by", "updated_at", "updated_by")

    id: int | None = Field(default=None, primary_key=True)
    subject: str
    status: Status = Status.OPEN
    priority: int = 3
    customer_id: int = Field(foreign_key="customer.id")
    agent_login: str | None = Field(default=None, foreign_key="agent.login")
    customer: Customer = Relationship(back_populates="tickets")
    agent: Agent | None = Relationship(back_populates="tickets")
    labels: list[Label] = Relationship(back_populates="tickets", link_model=TicketLabel)
    comments: list["Comment"] = Relationship(back_populates="ticket")


class Comment(TimestampMixin, SQLModel, table=True):
    """What somebody said about a ticket. The database sets the time."""

    id: int | None = Field(default=None, primary_key=True)
    text: str
    ticket_id: int = Field(foreign_key="ticket.id")
    ticket: Ticket = Relationship(back_populates="comments")
