"""The models of the other cases: annotated and not, with each kind of target."""

from __future__ import annotations

import datetime
from decimal import Decimal as Amount
from typing import Annotated, Any

from dotorm import (
    BigInteger,
    Binary,
    Boolean,
    Char,
    Date,
    Datetime,
    Decimal,
    DotModel,
    Float,
    Integer,
    JSONField,
    Many2many,
    Many2one,
    One2many,
    One2one,
    PolymorphicMany2one,
    PolymorphicOne2many,
    Selection,
    SmallInteger,
    Text,
    Time,
)

Id = Annotated[int, 0]


class Attachment(DotModel):
    __table__ = "attachment"

    id: int = Integer(primary_key=True)
    name = Char(max_length=128, required=True)
    content: bytes | None = Binary()
    res_id: int | None = Integer()


class Tag(DotModel):
    __table__ = "tag"

    id = Integer(primary_key=True)
    name = Char(max_length=32)


class Role(DotModel):
    __table__ = "role"
    __auto_crud__ = True
    __response_model_exclude__ = {"secret"}

    id: Id = Integer(primary_key=True)
    name: str = Char(max_length=64, required=True, index=True)
    secret: str | None = Char()
    users: list[User] = One2many(lambda: User, "role_id", default=[])
    people = One2many(lambda: User, relation_table_field="role_id")


class User(DotModel):
    __table__ = "user"

    id: int = Integer(primary_key=True)
    name: str = Char(max_length=100)
    email: str | None = Char(max_length=255, unique=True)
    active: bool = Boolean(default=True)
    settings: dict[str, Any] = JSONField(default={})
    labels: list[str] | None = JSONField()
    birthday: datetime.date | None = Date()
    created: datetime.datetime = Datetime(default=datetime.datetime.now)
    salary: Amount = Decimal(max_digits=10, decimal_places=2)
    role_id: Role = Many2one(lambda: Role, ondelete="cascade")
    manager_id: User | None = Many2one(relation_table=lambda: User)
    typed_id: Role = Many2one["Role"](lambda: Role)  # E: quoted-subscript
    tags: list[Tag] = Many2many(
        relation_table=lambda: Tag,
        many2many_table="user_tag",
        column1="tag_id",
        column2="user_id",
        default=[],
    )
    image: Attachment | None = PolymorphicMany2one(relation_table=Attachment)
    files: list[Attachment] = PolymorphicOne2many(Attachment, "res_id")
    profile: Profile | None = One2one(lambda: Profile, "user_id")


def describe(profile: Profile) -> str:
    return profile.nickname


class Profile(DotModel):
    """Nothing is annotated."""

    __table__ = "profile"

    id = Integer(primary_key=True)
    visits = BigInteger(default=0)
    level = SmallInteger(null=False)
    nickname = Char(required=True)
    about = Text(description="What others see")
    motto = Char(null=True)
    score = Float(required=False)
    rate = Decimal(5, 2)
    public = Boolean()
    hidden = Boolean(null=True)
    seen = Datetime()
    born = Date(null=True)
    wakes = Time()
    extra = JSONField()
    blob = Binary()
    theme = Selection(options=[("dark", "Dark"), ("light", "Light")], default="dark")
    accent = Selection(selection_add=[("red", "Red")], null=True)
    summary = Char(store=False, compute=describe)
    user_id = Many2one(lambda: User)
    backup_id = Many2one(User, null=True)
    by_table_id = Many2one("user")
    typed_id = Many2one[User]("user")
    image_id = PolymorphicMany2one(Attachment)
    files = PolymorphicOne2many(lambda: Attachment, "res_id")
    partner = One2one(lambda: Profile, "partner_id")  # E: points-back
    tags = Many2many(Tag, "profile_tag", "tag_id", "profile_id")
