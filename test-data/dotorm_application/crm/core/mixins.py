"""Fields that several models share. They are no models themselves."""

from __future__ import annotations

import datetime

from dotorm import Boolean, Char, Datetime, Integer


class AuditMixin:
    created_at: datetime.datetime = Datetime(default=datetime.datetime.now)
    updated_at: datetime.datetime | None = Datetime()

    def touched(self) -> datetime.datetime:
        return self.updated_at or self.created_at


class ArchivableMixin:
    active: bool = Boolean(default=True, index=True)


class SequenceMixin:
    sequence = Integer(default=10)
    code = Char(max_length=16, null=True)

    def label(self) -> str:
        return f"{self.code or '-'}/{self.sequence + 1}"
