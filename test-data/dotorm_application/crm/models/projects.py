from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any

from dotorm import (
    Boolean,
    Char,
    Date,
    Float,
    Integer,
    Many2many,
    Many2one,
    One2many,
    Selection,
    Text,
)
from dotorm.decorators import hybridmethod, onchange

from crm.core.database import BaseModel
from crm.core.mixins import ArchivableMixin, AuditMixin, SequenceMixin
from crm.models.partners import Partner, Tag

if TYPE_CHECKING:
    from crm.models.users import User


def user_model() -> type[User]:
    from crm.models.users import User

    return User


class Project(ArchivableMixin, BaseModel):
    __table__ = "project"

    id: int = Integer(primary_key=True)
    name: str = Char(max_length=128)
    customer_id: Partner | None = Many2one(Partner)
    tasks: list[Task] = One2many(lambda: Task, "project_id")
    budget: float | None = Float()

    def hours(self) -> float:
        return sum(task.spent() for task in self.tasks)


class Task(AuditMixin, SequenceMixin, BaseModel):
    __table__ = "task"

    id: int = Integer(primary_key=True)
    name: str = Char(max_length=256)
    details: str | None = Text()
    state: str = Selection(
        options=[("todo", "To do"), ("doing", "Doing"), ("done", "Done")], default="todo"
    )
    urgent: bool = Boolean(default=False)
    deadline: datetime.date | None = Date()
    project_id: Project = Many2one(Project, ondelete="cascade")
    parent_id: Task | None = Many2one(lambda: Task)
    subtasks: list[Task] = One2many(lambda: Task, "parent_id")
    user_id: User | None = Many2one(user_model)
    tags: list[Tag] = Many2many(Tag, "task_tag", "tag_id", "task_id")
    entries: list[TimeEntry] = One2many(lambda: TimeEntry, "task_id")

    def spent(self) -> float:
        return sum(entry.hours for entry in self.entries)

    @onchange("urgent")
    async def _onchange_urgent(self) -> dict[str, Any] | None:
        if self.urgent:
            return {"deadline": datetime.date.today().isoformat()}
        return None

    @onchange("state")  # planted: a handler is a coroutine
    def _onchange_state(self) -> dict[str, Any]:
        return {}

    @hybridmethod
    async def overdue(self, today: datetime.date) -> list[Task]:
        return await self.search(
            filter=[
                ("deadline", "<", today),
                "and",
                [("state", "=", "todo"), "or", ("state", "=", "doing")],
                ("not", [("user_id", "is null", None)]),
            ],
            limit=200,
        )

    @hybridmethod  # planted: a hybrid method is a coroutine
    def sync_count(self) -> int:
        return 0


class TimeEntry(BaseModel):
    __table__ = "time_entry"

    id = Integer(primary_key=True)
    task_id = Many2one(lambda: Task)
    user_id = Many2one(user_model, null=True)
    day = Date()
    hours = Float(default=0.0)
    billable = Boolean(default=True)

    def line(self) -> str:
        who = self.user_id.name if self.user_id else "somebody"
        return f"{self.day.isoformat()} {who}: {self.hours:.1f} h on {self.task_id.name}"


class Settings(BaseModel):
    __table__ = "settings"

    id: int = Integer(primary_key=True)
    key: str = Char(max_length=64, unique=True)
    value: str | None = Text()

    @hybridmethod
    async def read(self, key: str, default: str = "") -> str:
        found = await self.search(fields=["value"], filter=[("key", "=", key)], limit=1)
        return (found[0].value or default) if found else default
