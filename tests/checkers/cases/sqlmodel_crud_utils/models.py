"""SQLModel tables with the library's mixins."""

import uuid
from datetime import datetime
from typing import Optional

from sqlmodel import Field, Relationship, SQLModel
from sqlmodel_crud_utils import AuditMixin, SoftDeleteMixin, TimestampMixin, TrackChangesMixin
from typing_extensions import reveal_type


class Team(TimestampMixin, SQLModel, table=True):  # E: bases-of-team
    id: int | None = Field(default=None, primary_key=True)
    name: str
    heroes: list["Hero"] = Relationship(back_populates="team")


class Hero(SQLModel, AuditMixin, SoftDeleteMixin, table=True):  # E: bases-of-hero
    id: int | None = Field(default=None, primary_key=True)
    name: str
    age: int | None = None
    active: bool = True
    team_id: int | None = Field(default=None, foreign_key="team.id")
    team: Optional[Team] = Relationship(back_populates="heroes")


class Secret(AuditMixin, TrackChangesMixin, SQLModel, table=True):  # E: bases-of-secret
    __track_exclude__ = ("token",)

    id: uuid.UUID = Field(default_factory=uuid.uuid4, primary_key=True)
    name: str
    token: str = ""


class Crew(SQLModel, TimestampMixin, TrackChangesMixin, table=True):  # E: bases-of-crew
    id: int | None = Field(default=None, primary_key=True)
    name: str


class Stamped(AuditMixin, SoftDeleteMixin):
    checked_by: str


class Person(SQLModel, Stamped):  # E: bases-of-person
    name: str


class Villain(Person, table=True):
    id: int | None = Field(default=None, primary_key=True)
    power: int = 0


def construct(now: datetime) -> None:
    Hero(name="Deadpond")
    Hero(name="Deadpond", created_by="me", created_at=now, updated_at=None, updated_by="me")
    Hero(name="Deadpond", is_deleted=True, deleted_by=None, deleted_at=now)
    Hero(nme="Deadpond")  # E: misspelt
    Hero(name="Deadpond", created_from="me")  # E: unknown-field
    Hero(name="Deadpond", created_by=3)  # E: wrong-type-of-mixin
    Hero(created_by="me")  # E: missing
    Hero("Deadpond")  # E: positional
    Secret(name="door", created_by="me")
    Secret(name="door", deleted_by="me")  # E: other-mixin
    Villain(name="Rhino", checked_by="me", created_by="me", power=3)
    Villain(name="Rhino", created_by="me")  # E: missing-from-own-mixin
    Person(name="Rhino", checked_by="me", deleted_by="me")
    Team(name="Preventers")
    Team(name="Preventers", created_at=now)  # E: timestamps-in-constructor
    Crew(name="Preventers", updated_at=now)  # E: timestamps-last-in-constructor


def read(hero: Hero, team: Team, crew: Crew, villain: Villain) -> None:
    reveal_type(hero.created_at)  # R: created-at
    reveal_type(hero.updated_at)  # R: updated-at
    reveal_type(hero.created_by)  # R: created-by
    reveal_type(villain.created_by)  # R: created-by-of-subclass
    reveal_type(hero.is_deleted)  # R: is-deleted
    reveal_type(hero.deleted_at)  # R: deleted-at
    reveal_type(hero.soft_delete(user="me"))  # R: soft-delete
    reveal_type(hero.restore())  # R: restore
    reveal_type(team.created_at)  # R: timestamp
    reveal_type(crew.updated_at)  # R: timestamp-last
    reveal_type(Team.created_at)  # R: timestamp-class
    reveal_type(Team.created_at.desc())  # R: timestamp-descending
    reveal_type(TrackChangesMixin.__track_exclude__)  # R: excluded
    hero.soft_delete(3)  # E: soft-delete-by-number
    team.is_deleted  # E: not-mixed-in
    hero.deletd_at  # E: misspelt-attribute


def write(hero: Hero, team: Team, now: datetime) -> None:
    hero.updated_by = "me"
    hero.created_at = now
    hero.updated_by = 3  # E: assign-number
    hero.created_at = None  # E: assign-none
    team.created_at = now  # E: assign-timestamp


def audited(row: AuditMixin) -> datetime:
    return row.created_at


def any_of(hero: Hero, secret: Secret, team: Team) -> None:
    audited(hero)
    audited(secret)
    audited(team)  # E: not-audited
