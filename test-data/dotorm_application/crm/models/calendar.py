from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from dotorm import Boolean, Char, Datetime, Integer, Many2many, Many2one, One2many, Selection, Text

from crm.core.database import BaseModel
from crm.core.mixins import AuditMixin

if TYPE_CHECKING:
    from crm.models.leads import Lead
    from crm.models.users import User


def user_model() -> type[User]:
    from crm.models.users import User

    return User


def lead_model() -> type[Lead]:
    from crm.models.leads import Lead

    return Lead


class Room(BaseModel):
    __table__ = "room"

    id = Integer(primary_key=True)
    name = Char(max_length=64)
    seats = Integer(default=4)
    events = One2many(lambda: Event, "room_id")

    def fits(self, people: int) -> bool:
        return people <= self.seats


class Event(AuditMixin, BaseModel):
    __table__ = "event"

    id: int = Integer(primary_key=True)
    name: str = Char(max_length=128)
    starts: datetime.datetime = Datetime()
    ends: datetime.datetime | None = Datetime()
    all_day: bool = Boolean(default=False)
    privacy: str = Selection([("public", "Public"), ("private", "Private")], default="public")
    notes: str | None = Text()
    room_id: Room | None = Many2one(Room)
    owner_id: User = Many2one(user_model)
    lead_id: Lead | None = Many2one(lead_model)
    guests: list[User] = Many2many(user_model, "event_user", "user_id", "event_id")

    def duration(self) -> datetime.timedelta:
        return (self.ends or self.starts) - self.starts

    def invitation(self) -> str:
        room = self.room_id.name if self.room_id else "-"
        return f"{self.owner_id.name} invites {len(self.guests)} people to {room}"


class Reminder(BaseModel):
    __table__ = "reminder"

    id = Integer(primary_key=True)
    event_id = Many2one["Event"](Event, ondelete="cascade")
    minutes = Integer(default=15)
    sent = Boolean(default=False)

    def due(self) -> datetime.datetime:
        return self.event_id.starts - datetime.timedelta(minutes=self.minutes)
