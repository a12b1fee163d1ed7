"""Leads from the first call to the order."""

from __future__ import annotations

import asyncio
import datetime
import decimal
from typing import Any

from dotorm import FilterExpression, JsonMode, RecordNotFound
from dotorm.databases.postgres import ContainerTransaction, get_current_session

from crm.models.leads import Call, Lead, LeadSource, LeadStage
from crm.models.partners import Partner, Tag
from crm.models.sales import Order, OrderLine, Product
from crm.models.users import Role, User


async def open_leads(user: User, text: str | None, minimum: int | None) -> list[Lead]:
    conditions: FilterExpression = [("active", "=", True), ("user_id", "=", user.id)]
    if text:
        conditions.append([("name", "ilike", text), "or", ("notes", "ilike", text)])
    if minimum is not None:
        conditions.append(("amount", ">=", minimum))
    return await Lead.search(
        fields=["id", "name", "amount", "stage_id", "partner_id", "tags"],
        fields_nested={"stage_id": ["name"], "partner_id": ["name", "email"]},
        filter=conditions,
        sort="amount",
        order="DESC",
        limit=50,
    )


async def urgent(days: int) -> list[str]:
    limit = datetime.date.today() + datetime.timedelta(days=days)
    leads = await Lead.search(
        fields=["name", "deadline"],
        filter=[("deadline", "between", [datetime.date.today(), limit])],
    )
    return [f"{lead.name}: {lead.deadline:%d %b}" for lead in leads if lead.deadline]


async def forecast() -> decimal.Decimal:
    leads, stages = await asyncio.gather(
        Lead.search(fields=["amount", "probability", "stage_id"]),
        LeadStage.search(filter=[("is_won", "=", False)]),
    )
    open_stages = {stage.id for stage in stages}
    return sum(
        (lead.amount * lead.probability / 100 for lead in leads if lead.stage_id.id in open_stages),
        decimal.Decimal(0),
    )


async def convert(lead: Lead, products: list[Product]) -> Order:
    if lead.partner_id is None:
        raise ValueError(lead.name)
    async with ContainerTransaction() as session:
        order_id = await Order.create(
            Order(name=f"SO-{lead.id}", partner_id=lead.partner_id.id, lead_id=lead.id),
            session=session,
        )
        rows = await OrderLine.create_bulk(
            [
                OrderLine(order_id=order_id, product_id=product.id, price=product.price)
                for product in products
            ],
            session=session,
        )
        if len(rows) != len(products):
            raise RuntimeError("lines are missing")
        await lead.update(Lead(kind="deal"), fields=["kind"], session=session)
    return await Order.get(order_id, fields=["id", "name", "lines"], fields_nested={"lines": []})


async def hand_over(leads: list[Lead], user: User) -> int:
    ids = [lead.id for lead in leads]
    await Lead.update_bulk(ids=ids, payload=Lead(user_id=user.id))
    if ids:
        await Lead.link_many2many(Lead.watchers, [(lead, user.id) for lead in ids])
    return await Lead.search_count([("user_id", "=", user.id)])


async def merge(keep: Lead, others: list[Lead]) -> None:
    calls = await Call.search(filter=[("lead_id", "in", [lead.id for lead in others])])
    await Call.update_bulk([call.id for call in calls], Call(lead_id=keep.id))
    await Lead.delete_bulk([lead.id for lead in others])


async def role_of(user: User) -> Role:
    return await Role.get(user.role_id, fields=["id", "name"])


async def serialise(lead_id: int) -> dict[str, Any]:
    try:
        lead = await Lead.get(lead_id)
    except RecordNotFound as missing:
        return {"error": f"{missing.model} {missing.id}"}
    return lead.json(exclude={"notes"}, exclude_none=True, mode=JsonMode.FORM)


async def by_source() -> dict[str, int]:
    sources = await LeadSource.search(fields=["id", "name", "leads"])
    return {source.name: len(source.leads) for source in sources}


async def in_transaction() -> bool:
    session = get_current_session()
    if session is None:
        return False
    count = await session.execute("SELECT count(*) FROM lead", cursor="fetchval")
    return bool(count) and await Lead.exists(filter=[("active", "=", True)], session=session)


async def retag(lead: Lead, tags: list[Tag]) -> None:
    await Lead.unlink_many2many(field=Lead.tags, ids=[tag.id for tag in lead.tags])
    await lead.link_many2many(field=Lead.tags, values=[[lead.id, tag.id] for tag in tags])
    linked = await Lead.get_many2many(
        id=lead.id, comodel=Tag, relation="lead_tag", column1="tag_id", column2="lead_id"
    )
    print([tag.name for tag in linked])


async def filter_in_a_variable(only_active: bool) -> list[Lead]:
    conditions = [("kind", "=", "lead")]
    if only_active:
        conditions.append(("user_id", "!=", None))  # plugin: a condition of another type
    return await Lead.search(filter=conditions)  # plugin: a filter in a variable


async def key_for_a_record(lead: Lead, partner: Partner) -> None:
    lead.partner_id = partner.id  # plugin: a relation takes a key
    await lead.update(lead, fields=["partner_id"])


async def mistakes(lead: Lead, user: User) -> None:
    await Lead.search(order="newest")  # planted: no such order
    await Lead.search(filter=[("name", "contains", "x")])  # planted: no such operator
    await Lead.search(filter=[("id", "in", 5)])  # planted: one value for a list
    await Lead.search(filter=[("name", "like", lead.notes)])  # planted: there may be no notes
    await Lead.search(filter=("id", "=", 5))  # planted: a condition without a list
    await Lead.search(fields="name")  # planted: a text for a list
    await Lead.search(field=["name"])  # planted: no such parameter
    (await Lead.get_or_none(5)).name  # planted: there may be no lead
    Lead.get(5).name  # planted: not awaited
    await lead.assign(lead)  # planted: a lead for a user
    await Lead.won("2024-01-01")  # planted: a text for a date
    await Lead.finish()  # planted: no such method
    lead.amout = decimal.Decimal(5)  # planted: misspelt
    print(lead.partner_id.naem)  # planted: misspelt, and there may be no partner
    lead.probability = "high"  # planted: a text for a number
    await Lead.link_many2many(field="tags", values=[(1, 2)])  # planted: the field's name
    await Lead.link_many2many(Lead.tags)  # planted: no values
    await Lead.delete_bulk(5)  # planted: one key for a list
    with ContainerTransaction():  # planted: not async
        pass
    await Lead.search(fields=["id", "amout"])  # planted, plugin: no such field
    await Lead.search(filter=[("amout", ">", 5)])  # planted, plugin: no such field
    await Lead.search(filter=[("amount", ">", "five")])  # planted, plugin: a text for a number
    await Lead.search(sort="amout", order="ASC")  # planted, plugin: no such field
    await Lead.search(fields_nested={"stage_id": ["nmae"]})  # planted, plugin: no such field
    await Lead.get("5")  # planted, plugin: a text for a key
    await Lead.get(5, fields=["idd"])  # planted, plugin: no such field
    await Lead.create(User(name="Jane"))  # planted, plugin: a record of another model
    await lead.update(Lead(nmae="x"))  # planted, plugin: no such field
    await lead.update(Lead(name=5))  # planted, plugin: a number for a text
    await lead.update(lead, fields=["nmae"])  # planted, plugin: no such field
    await Lead.link_many2many(User.role_ids, [(1, 2)])  # planted, plugin: a field of another model
    print(user.telegram_nmae)  # planted: misspelt
