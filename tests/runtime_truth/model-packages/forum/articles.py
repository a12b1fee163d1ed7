"""Many-to-many relations beside foreign keys."""

from sqliter import orm
from sqliter.orm import ManyToMany as Many

from forum.labels import Tag
from forum.members import Member


class Article(orm.BaseDBModel):
    title: str
    tags: Many[Tag] = Many(Tag)
    reviewers: Many[Member] = Many(Member, related_name="reviewed", through="reviews")
    author: orm.ForeignKey[Member] = orm.ForeignKey(Member)
    twins: Many[Tag] = Many(Tag, symmetrical=True, related_name="twinned", through="twins")


class Comment(orm.BaseDBModel):
    text: str
    article: orm.ForeignKey[Article] = orm.ForeignKey(Article)
    writer: orm.ForeignKey[Member | None] = orm.ForeignKey(Member)
    mentions: Many[Member] = Many(Member, related_name="mentioned_in")
