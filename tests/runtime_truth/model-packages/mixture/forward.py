"""A forward reference in one annotation makes the library overlook the others of the class."""

from sqliter.orm import BaseDBModel, ForeignKey, ManyToMany

from mixture.bases import Sync


class Forward(BaseDBModel):
    overlooked: ForeignKey[Sync | None] = ForeignKey(Sync, related_name="overlooked_by")
    seen: ForeignKey[Sync] = ForeignKey(Sync, null=True, related_name="seen_by")
    others: ManyToMany["Forward"] = ManyToMany("Forward", symmetrical=True)
