from typing import TYPE_CHECKING, ClassVar

if TYPE_CHECKING:
    from sqliter.orm.query import ReverseRelationship

def shout(text: str) -> str:
    return text.upper()


from sqliter.orm import BaseDBModel, ForeignKey


class Actor(BaseDBModel):
    name: str

    if TYPE_CHECKING:
        roles: ClassVar[ReverseRelationship["Role"]]


class Role(BaseDBModel):
    actor: ForeignKey[Actor] = ForeignKey(Actor, related_name="roles")

    if TYPE_CHECKING:
        actor_id: int = 0
