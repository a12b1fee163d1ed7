from __future__ import annotations

from dotorm import BigInteger, Binary, Boolean, Char, Integer, Many2one, Selection, Text

from crm.core.database import BaseModel
from crm.core.mixins import AuditMixin


class Storage(BaseModel):
    __table__ = "storage"

    id: int = Integer(primary_key=True)
    name: str = Char(max_length=64, required=True)
    kind: str = Selection(options=[("disk", "Disk"), ("cloud", "Cloud")], default="disk")
    endpoint: str | None = Text()


class Attachment(AuditMixin, BaseModel):
    __table__ = "attachment"

    id: int = Integer(primary_key=True)
    name: str | None = Char(max_length=256)
    res_model: str | None = Char(max_length=128, string="Resource model", index=True)
    res_field: str | None = Char(max_length=64, string="Resource field")
    res_id: int | None = Integer(string="Resource key")
    public: bool | None = Boolean(string="Is public")
    size: int = BigInteger(default=0)
    content: bytes | None = Binary()
    storage_id: Storage | None = Many2one(Storage)

    def url(self) -> str:
        return f"/files/{self.id}/{self.name or 'file'}"
