from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dotorm import (
    BigInteger,
    Boolean,
    Char,
    Datetime,
    Field,
    Integer,
    JSONField,
    Many2many,
    Many2one,
    One2many,
    PolymorphicOne2many,
    Selection,
    Text,
)
from dotorm.decorators import hybridmethod

from crm.core.database import BaseModel
from crm.core.mixins import ArchivableMixin, AuditMixin
from crm.models.attachments import Attachment

if TYPE_CHECKING:
    from crm.models.users import User


def user_model() -> type[User]:
    from crm.models.users import User

    return User


class Connector(ArchivableMixin, BaseModel):
    __table__ = "chat_connector"

    id: int = Integer(primary_key=True)
    name: str = Char(max_length=64)
    type: str = Selection(options=[("internal", "Internal")], default="internal")
    secret: str | None = Char(max_length=128)
    options: dict[str, Any] = JSONField(default={})


class Chat(AuditMixin, ArchivableMixin, BaseModel):
    __table__ = "chat"

    id: int = Integer(primary_key=True)
    name: str | None = Char(max_length=128)
    is_group: bool = Boolean(default=False)
    connector_id: Connector | None = Many2one(Connector)
    members: list[User] = Many2many(
        relation_table=user_model,
        many2many_table="chat_user",
        column1="user_id",
        column2="chat_id",
    )
    messages: list[Message] = One2many(lambda: Message, "chat_id")

    @hybridmethod
    async def direct(self, first: int, second: int) -> Chat:
        for chat in await self.search(fields=["id", "members"], filter=[("is_group", "=", False)]):
            if {member.id for member in chat.members} == {first, second}:
                return chat
        created = await self.create(Chat(is_group=False))
        await self.link_many2many(Chat.members, [[created, first], [created, second]])
        return await self.get(created)

    async def post(self, author: User, text: str) -> int:
        return await Message.create(
            payload=Message(chat_id=self.id, author_id=author.id, body=text)
        )

    async def leave(self, user: User) -> None:
        await self.unlink_many2many(Chat.members, ids=[user.id])


class Message(AuditMixin, BaseModel):
    __table__ = "chat_message"

    id: int = Integer(primary_key=True)
    external_id: int | None = BigInteger()
    body: str = Text()
    edited: bool = Boolean(default=False)
    chat_id: Chat = Many2one(lambda: Chat, ondelete="cascade", index=True)
    author_id: User = Many2one(user_model)
    reply_to_id: Message | None = Many2one["Message"](lambda: Message)
    reactions: list[Reaction] = One2many(lambda: Reaction, "message_id", default=[])
    files: list[Attachment] = PolymorphicOne2many(Attachment, "res_id")

    def preview(self) -> str:
        reply = f"> {self.reply_to_id.body}\n" if self.reply_to_id else ""
        return f"{reply}{self.author_id.name}: {self.body[:40]}"

    def was_loaded(self) -> bool:
        return not isinstance(self.body, Field)


class Reaction(BaseModel):
    __table__ = "chat_reaction"

    id = Integer(primary_key=True)
    emoji = Char(max_length=8, required=True)
    message_id = Many2one(Message)
    user_id = Many2one(user_model)
    at = Datetime()

    def line(self) -> str:
        return f"{self.user_id.name} {self.emoji} {self.at:%H:%M} {self.message_id.preview()}"


class MessageTemplate(BaseModel):
    __table__ = "message_template"

    id = Integer(primary_key=True)
    name = Char(max_length=64)
    body = Text()
    author_id = Many2one("user")
    options = Selection(options=["a", "b"])  # planted: options are pairs

    def render(self, **values: str) -> str:
        return self.body.format(**values)
