def shout(text: str) -> str:
    return text.upper()


from sqliter.orm import BaseDBModel, ForeignKey


class Actor(BaseDBModel):
    name: str


class Role(BaseDBModel):
    actor: ForeignKey[Actor] = ForeignKey(Actor, related_name="roles")
