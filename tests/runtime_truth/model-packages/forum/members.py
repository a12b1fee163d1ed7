"""Relations of a model with itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqliter.orm import BaseDBModel, ForeignKey, ManyToMany

if TYPE_CHECKING:
    from forum.articles import Article


class Member(BaseDBModel):
    name: str
    friends: ManyToMany[Member] = ManyToMany("Member", symmetrical=True)
    rivals: ManyToMany[Member] = ManyToMany(
        "Member", symmetrical=True, related_name="rivalled", through="rivalry"
    )
    follows: ManyToMany[Member] = ManyToMany(
        "Member", related_name="followers", through="following"
    )
    likes: ManyToMany[Article] = ManyToMany("Article", related_name="liked_by")


class Page(BaseDBModel):
    title: str
    links: ManyToMany[Page] = ManyToMany("Page")


class Profile(BaseDBModel):
    bio: str
    member: ForeignKey[Member] = ForeignKey(Member, unique=True, related_name="profile")
