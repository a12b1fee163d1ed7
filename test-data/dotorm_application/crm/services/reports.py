"""Numbers and texts from many models."""

import datetime
import decimal
from collections import defaultdict

from dotorm import POSTGRES, DotModel, Field, FilterParser
from dotorm.components import get_dialect

from crm.models.calendar import Event, Reminder, Room
from crm.models.chat import Chat, Message, Reaction
from crm.models.partners import BankAccount, Contact, Country, Currency, Partner
from crm.models.projects import Project, Settings, Task, TimeEntry
from crm.models.sales import Category, Order, Payment, Pricelist, Product, Stock
from crm.models.users import Permission, Preferences, Role, Team, User


async def turnover(year: int) -> dict[str, decimal.Decimal]:
    result: defaultdict[str, decimal.Decimal] = defaultdict(decimal.Decimal)
    payments = await Payment.search(
        fields=["amount", "order_id"],
        filter=[
            ("paid_at", ">=", datetime.datetime(year, 1, 1)),
            ("paid_at", "<", datetime.datetime(year + 1, 1, 1)),
        ],
    )
    for payment in payments:
        result[payment.order_id.partner_id.name] += payment.amount
    return dict(result)


async def stock_list() -> list[str]:
    lines = []
    for stock in await Stock.search(filter=[("quantity", ">", 0)]):
        product = stock.product_id
        category = product.category_id.path() if product.category_id else ""
        lines.append(f"{category} {product.name} {stock.free():.1f} {product.unit_id.name}")
    return lines


async def addresses() -> list[str]:
    partners = await Partner.search(
        filter=[
            ("active", "=", True),
            "and",
            [("kind", "=", "company"), "or", ("parent_id", "is null", None)],
        ]
    )
    contacts = await Contact.search(filter=[("primary", "=", True)])
    return [partner.address() for partner in partners] + [
        f"{contact.full_name()}, {contact.partner_id.address()}" for contact in contacts
    ]


async def balances() -> dict[str, decimal.Decimal]:
    totals: dict[str, decimal.Decimal] = {}
    for account in await BankAccount.search():
        converted = account.currency_id.convert(account.balance)
        totals[account.partner_id.name] = totals.get(account.partner_id.name, 0) + converted
    return totals


async def hours(user: User) -> float:
    entries = await TimeEntry.search(filter=[("user_id", "=", user.id), ("billable", "=", True)])
    return sum(entry.hours for entry in entries)


async def busy_rooms(day: datetime.date) -> list[str]:
    rooms = await Room.search(fields=["id", "name", "seats", "events"])
    return [
        f"{room.name}: {len(room.events)}"
        for room in rooms
        if any(event.starts.date() == day for event in room.events)
    ]


async def reminders() -> list[datetime.datetime]:
    return [reminder.due() for reminder in await Reminder.search(filter=[("sent", "=", False)])]


async def talkative(chat: Chat) -> dict[str, int]:
    counts: dict[str, int] = {}
    for message in await Message.search(filter=[("chat_id", "=", chat.id)]):
        counts[message.author_id.name] = counts.get(message.author_id.name, 0) + 1
    return counts


async def emojis(message: Message) -> str:
    return "".join(
        reaction.emoji
        for reaction in await Reaction.search(filter=[("message_id", "=", message.id)])
    )


async def count_all(models: list[type[DotModel]]) -> dict[str, int]:
    return {model.__table__: await model.table_len() for model in models}


async def overview() -> dict[str, int]:
    return await count_all([User, Role, Team, Partner, Product, Order, Project, Task, Event])


async def allowed(user: User) -> list[Permission]:
    rights: list[Permission] = []
    for role in user.role_ids:
        rights += role.permissions
    return rights


async def preferences_of(user: User) -> Preferences | None:
    found = await Preferences.search(filter=[("user_id", "=", user.id)], limit=1)
    return found[0] if found else None


async def prices(day: datetime.datetime) -> list[str]:
    lists = await Pricelist.search()
    return [f"{entry.name} ({entry.currency_id.symbol})" for entry in lists if entry.is_valid(day)]


async def tree() -> list[str]:
    return sorted(category.path() for category in await Category.search())


async def company() -> str:
    return await Settings.read("company", "unnamed")


async def countries() -> dict[str, str]:
    return {country.code: country.name for country in await Country.search(order="asc")}


async def rates() -> dict[str, decimal.Decimal]:
    return {currency.name: currency.rate for currency in await Currency.search()}


def columns(model: type[DotModel]) -> dict[str, str]:
    return {name: field.sql_type for name, field in model.get_fields().items() if field.store}


def is_set(task: Task) -> bool:
    return not isinstance(task.name, Field)


def where(user: User) -> tuple[str, tuple[object, ...]]:
    return FilterParser(POSTGRES).parse([("user_id", "=", user.id), "or", ("active", "=", False)])


def quoted(name: str) -> str:
    return get_dialect("mysql").escape_identifier(name)


async def mistakes(room: Room, entry: TimeEntry, message: Message) -> None:
    print(room.name + room.seats)  # planted: a text and a number
    print(entry.user_id.name)  # planted: there may be no user
    entry.hours = "two"  # planted: a text for a number
    entry.task_id = "task"  # planted: a text for a task
    room.events = [entry]  # planted: time entries for events
    print(message.reply_to_id.body)  # planted: there may be no message
    print(Room.name.max_lenght)  # planted, plugin: misspelt attribute of a field
    await Task.overdue("today")  # planted: a text for a date
    await Settings.read()  # planted: no key
    get_dialect(5)  # planted: a number for a text
    (await Task.search())[0].titel  # planted: misspelt
