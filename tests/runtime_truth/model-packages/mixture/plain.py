"""Relations with models that the library does not register."""

from sqliter.model import BaseDBModel as PlainModel
from sqliter.orm import BaseDBModel, ForeignKey

from mixture.bases import Plain, Sync


class ToPlain(BaseDBModel):
    target: ForeignKey[Plain] = ForeignKey(Plain, related_name="never")


class FromPlain(PlainModel):
    title: str
    target: ForeignKey[Sync] = ForeignKey(Sync, related_name="from_plain")
