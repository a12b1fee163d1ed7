"""Adds Telegram to chats and users."""

from typing import Any

from dotorm import BigInteger, Boolean, Char, Many2one, Selection
from dotorm.decorators import onchange

from crm.core.extensions import extend
from crm.models.chat import Chat, Connector
from crm.models.users import User


@extend(Connector)
class TelegramConnector:
    type = Selection(selection_add=[("telegram", "Telegram")])
    bot_token: str | None = Char(max_length=128)
    webhook: str | None = Char(max_length=256)

    @onchange("type")
    async def _onchange_type(self) -> dict[str, Any]:
        return {"webhook": "/telegram"}


@extend(Chat)
class TelegramChat:
    telegram_id: int | None = BigInteger(index=True)
    silent = Boolean(default=False)


@extend(User)
class TelegramUser:
    telegram_name: str | None = Char(max_length=64)
    telegram_chat_id: Chat | None = Many2one(Chat)
    telegram_secret: str = Char(max_length=64, default=7)  # planted: the default is a text


def address(user: User) -> str | None:
    return user.telegram_name  # plugin: added by @extend(User)


def push(chat: Chat) -> bool:
    return chat.telegram_id is not None and not chat.silent  # plugin: added by @extend(Chat)


async def connectors() -> list[Connector]:
    return await Connector.search(
        fields=["id", "bot_token"],
        filter=[("type", "=", "telegram"), ("bot_token", "!=", None)],
    )
