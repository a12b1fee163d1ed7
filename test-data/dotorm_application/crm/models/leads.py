from __future__ import annotations

import datetime
import decimal
from typing import TYPE_CHECKING, Any

from dotorm import (
    Boolean,
    Char,
    Date,
    Decimal,
    Integer,
    Many2many,
    Many2one,
    One2many,
    Selection,
    Text,
)
from dotorm.decorators import hybridmethod, onchange
from typing_extensions import Self

from crm.core.database import BaseModel
from crm.core.mixins import ArchivableMixin, AuditMixin, SequenceMixin
from crm.models.partners import Contact, Partner, Tag

if TYPE_CHECKING:
    from crm.models.users import Team, User


def user_model() -> type[User]:
    from crm.models.users import User

    return User


def team_model() -> type[Team]:
    from crm.models.users import Team

    return Team


def expected(lead: Lead) -> decimal.Decimal:
    return lead.amount * lead.probability / 100


class LeadStage(SequenceMixin, BaseModel):
    __table__ = "lead_stage"

    id: int = Integer(primary_key=True)
    name: str = Char(max_length=64)
    is_won: bool = Boolean(default=False)
    fold: bool | None = Boolean()


class LeadSource(BaseModel):
    __table__ = "lead_source"

    id = Integer(primary_key=True)
    name = Char(max_length=64)
    leads = One2many(lambda: Lead, "source_id")

    def titles(self) -> list[str]:
        return [lead.name for lead in self.leads]


class LostReason(BaseModel):
    __table__ = "lost_reason"

    id = Integer(primary_key=True)
    name = Char(max_length=128)


class Lead(AuditMixin, ArchivableMixin, BaseModel):
    __table__ = "lead"

    id: int = Integer(primary_key=True)
    name: str = Char(max_length=256, required=True)
    kind: str = Selection(options=[("lead", "Lead"), ("deal", "Deal")], default="lead")
    amount: decimal.Decimal = Decimal(max_digits=14, decimal_places=2, default=0)
    probability: int = Integer(default=10)
    expected: decimal.Decimal = Decimal(14, 2, store=False, compute=expected)
    deadline: datetime.date | None = Date()
    notes: str | None = Text()
    stage_id: LeadStage = Many2one(LeadStage, ondelete="restrict")
    source_id: LeadSource | None = Many2one(LeadSource)
    lost_reason_id: LostReason | None = Many2one(lambda: LostReason)
    partner_id: Partner | None = Many2one(lambda: Partner)
    contact_id: Contact | None = Many2one(Contact)
    user_id: "User | None" = Many2one(user_model)
    team_id: "Team | None" = Many2one(relation_table=team_model)
    tags: list[Tag] = Many2many(
        relation_table=lambda: Tag,
        many2many_table="lead_tag",
        column1="tag_id",
        column2="lead_id",
        default=[],
    )
    watchers: list["User"] = Many2many(user_model, "lead_user", "user_id", "lead_id")
    calls: list[Call] = One2many(lambda: Call, relation_table_field="lead_id")
    rivals: list[Tag] = Many2many(Tag, "lead_rival")  # planted: no columns

    @onchange("kind")
    async def _onchange_kind(self) -> dict[str, Any]:
        if self.kind == "deal":
            return {"probability": max(self.probability, 50)}
        return {}

    @hybridmethod
    async def won(self, since: datetime.date) -> list[Lead]:
        stages = await LeadStage.search(fields=["id"], filter=[("is_won", "=", True)])
        return await self.search(
            filter=[
                ("stage_id", "in", [stage.id for stage in stages]),
                ("deadline", ">=", since),
            ],
            sort="amount",
            order="DESC",
        )

    @hybridmethod
    async def copy(self) -> Self:
        new = await self.create(payload=self)
        return await self.get(new)

    async def assign(self, user: User) -> None:
        self.user_id = user
        await self.update(Lead(user_id=user.id, team_id=user.team_id), fields=["user_id"])
        await self.link_many2many(field=Lead.watchers, values=[(self.id, user.id)])

    async def close(self, reason: LostReason | None) -> None:
        stage = await LeadStage.get_or_none(1)
        if reason:
            await self.update(Lead(lost_reason_id=reason.id, active=False))
        elif stage:
            await self.update(Lead(stage_id=stage.id, probability=100))

    def headline(self) -> str:
        partner = self.partner_id.name if self.partner_id else "unknown"
        return f"{self.name} ({partner}, {self.stage_id.name}): {self.amount:.2f}"

    def days_left(self, today: datetime.date) -> int:
        return (self.deadline - today).days  # planted: there may be no deadline


class Call(BaseModel):
    __table__ = "call"

    id = Integer(primary_key=True)
    lead_id = Many2one(Lead)
    minutes = Integer(default=0)
    summary = Text()

    def report(self) -> str:
        return f"{self.lead_id.name}: {self.minutes} min\n{self.summary[:80]}"

    def cost(self, rate: decimal.Decimal) -> decimal.Decimal:
        return self.summary * rate  # planted: the text, not the minutes
