"""Without the future import zuban does not find the class of a function by its quoted name."""

from sqliter.orm import BaseDBModel, ForeignKey


def make_models() -> type[BaseDBModel]:
    class Club(BaseDBModel):
        name: str

    class Member(BaseDBModel):
        club: ForeignKey[Club] = ForeignKey(Club, related_name="members")

    return Member
