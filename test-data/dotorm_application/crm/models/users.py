from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Annotated, Any

from dotorm import (
    Boolean,
    Char,
    Date,
    Datetime,
    Integer,
    JSONField,
    Many2many,
    Many2one,
    One2many,
    One2one,
    PolymorphicMany2one,
    PolymorphicOne2many,
    Selection,
    Text,
    Time,
)
from dotorm.decorators import depends, hybridmethod, onchange

from crm.core.database import BaseModel
from crm.core.mixins import ArchivableMixin, AuditMixin
from crm.models.attachments import Attachment

if TYPE_CHECKING:
    from crm.models.calendar import Event
    from crm.models.leads import Lead

Id = Annotated[int, 0]


def lead_model() -> type[Lead]:
    from crm.models.leads import Lead

    return Lead


def event_model() -> type[Event]:
    from crm.models.calendar import Event

    return Event


class Permission(BaseModel):
    __table__ = "permission"

    id = Integer(primary_key=True)
    name = Char(max_length=64, required=True)
    model = Char(max_length=64)
    can_read = Boolean(default=True)
    can_write = Boolean(default=False)


class Role(BaseModel):
    __table__ = "role"

    id: Id = Integer(primary_key=True)
    name: str = Char(max_length=64, required=True)
    description: str | None = Text()
    users: list[User] = One2many(lambda: User, "role_id", default=[])
    members: list["User"] = Many2many(
        store=False,
        relation_table=lambda: User,
        many2many_table="user_role",
        column1="user_id",
        column2="role_id",
        default=[],
        ondelete="cascade",
    )
    permissions = Many2many(Permission, "role_permission", "permission_id", "role_id")

    def allows(self, model: str) -> bool:
        return any(right.can_write and right.model == model for right in self.permissions)


class Team(ArchivableMixin, BaseModel):
    __table__ = "team"

    id: Id = Integer(primary_key=True)
    name: str = Char(max_length=64)
    leader_id: User | None = Many2one(lambda: User, ondelete="set null")
    members: list[User] = One2many(lambda: User, "team_id")
    backlog: list[User] = One2many(lambda: User, "teem_id")  # planted, plugin: no such field

    async def rename(self, name: str) -> None:
        await self.update(Team(name=name), fields=["name"])


class User(AuditMixin, ArchivableMixin, BaseModel):
    __table__ = "user"
    __response_model_exclude__ = {"password_hash", "password_salt"}

    id: Id = Integer(primary_key=True)
    name: str = Char(max_length=128, required=True, index=True)
    login: str = Char(max_length=64, unique=True)
    email: str | None = Char(max_length=256)
    password_hash: str = Char(max_length=256, schema_required=False)
    password_salt: str = Char(max_length=256, schema_required=False)
    is_admin: bool = Boolean(default=False)
    language: str = Selection(options=[("en", "English"), ("de", "German")], default="en")
    birthday: datetime.date | None = Date()
    starts_at: datetime.time | None = Time()
    last_login: datetime.datetime | None = Datetime()
    settings: dict[str, Any] = JSONField(default={})
    shortcuts: list[str] | None = JSONField()
    role_id: Role = Many2one(lambda: Role, required=True)
    team_id: Team | None = Many2one(relation_table=Team)
    manager_id: "User | None" = Many2one["User"](lambda: User)
    role_ids: list[Role] = Many2many(
        relation_table=lambda: Role,
        many2many_table="user_role",
        column1="role_id",
        column2="user_id",
    )
    image: Attachment | None = PolymorphicMany2one(relation_table=Attachment)
    files: list[Attachment] = PolymorphicOne2many(
        relation_table=Attachment, relation_table_field="res_id", default=None
    )
    leads: list[Lead] = One2many(lead_model, "user_id")
    events: list[Event] = One2many(event_model, "owner_id")
    preferences: Preferences | None = One2one(lambda: Preferences, "user_id")
    nickname: int = Char(max_length=32)  # planted, plugin: the field holds text
    badge: str = Char(max_length="32")  # planted: the length is a number

    @hybridmethod
    async def find_by_login(self, login: str) -> User | None:
        found = await self.search(
            fields=["id", "name", "email"], filter=[("login", "=", login)], limit=1
        )
        return found[0] if found else None

    @hybridmethod
    async def count_active(self) -> int:
        return await self.search_count(filter=[("active", "=", True)])

    @onchange("name", "email")
    async def _onchange_name(self) -> dict[str, Any]:
        if not self.email:
            return {"email": f"{self.name.lower()}@example.com"}
        return {}

    @depends("name", "login")
    def display_name(self) -> str:
        return f"{self.name} ({self.login})"

    async def change_password(self, digest: str, salt: str) -> None:
        await self.update(User(password_hash=digest, password_salt=salt))

    def age(self, today: datetime.date) -> int | None:
        if self.birthday is None:
            return None
        return today.year - self.birthday.year

    def age_next_year(self, today: datetime.date) -> int:
        return today.year + 1 - self.birthday.year  # planted: there may be no birthday


class Preferences(BaseModel):
    __table__ = "preferences"

    id = Integer(primary_key=True)
    user_id = Many2one(User, ondelete="cascade")
    theme = Selection(options=[("dark", "Dark"), ("light", "Light")], default="light")
    page_size = Integer(default=25)
    signature = Text(null=True)

    def page(self, number: int) -> tuple[int, int]:
        return number * self.page_size, (number + 1) * self.page_size

    def sign(self, text: str) -> str:
        if self.signature is None:
            return text
        return f"{text}\n-- \n{self.signature.strip()}\n{self.user_id.name}"
