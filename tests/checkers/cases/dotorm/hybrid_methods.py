"""`hybridmethod`, `onchange` and `depends`, and methods that override the model's own."""

from __future__ import annotations

from typing import Any, Literal

from dotorm import Char, DotModel, FilterExpression, Integer
from dotorm.decorators import depends, hybridmethod, onchange
from typing_extensions import Self, reveal_type


class Lead(DotModel):
    __table__ = "lead"

    id: int = Integer(primary_key=True)
    name: str = Char()
    email: str | None = Char()

    @hybridmethod
    async def find(self, email: str, *, limit: int = 1) -> Lead | None:
        model = self.__class__
        reveal_type(await self.get(1))  # R: get-in-body
        reveal_type(await model.search())  # R: search-in-body
        found = await self.search(filter=[("email", "=", email)], limit=limit)
        return found[0] if found else None

    @hybridmethod
    async def count(self, prefix: str) -> int:
        return await self.search_count([("name", "like", prefix)])

    @hybridmethod
    async def copy(self) -> Self:
        return await self.get(self.id)

    @onchange("name", "email")
    async def _onchange_name(self) -> dict[str, Any]:
        return {"email": f"{self.name}@example.com"}

    @onchange("email")
    async def _onchange_email(self) -> dict[str, str] | None:
        return None

    @depends("name", "email")
    def _display_name(self) -> str:
        return self.name


class Deal(Lead):
    """Overrides say what the library's own signatures say, or the model instead of any record."""

    @hybridmethod
    async def create(self, payload: Deal, session: Any = None) -> int:
        payload.name = payload.name.strip()
        return await super().create(payload, session)

    @hybridmethod
    async def get(
        self,
        id: int,
        fields: list[str] = [],  # noqa: B006
        fields_nested: dict[str, list[str]] | None = None,
        session: Any = None,
    ) -> Deal:
        return await super().get(id, fields, fields_nested, session)

    @hybridmethod
    async def search(
        self,
        fields: list[str] | None = None,
        fields_nested: dict[str, list[str]] | None = None,
        start: int | None = None,
        end: int | None = None,
        limit: int = 1000,
        order: Literal["DESC", "ASC", "desc", "asc"] | None = None,
        sort: str | None = None,
        filter: FilterExpression | None = None,
        raw: bool = False,
        session: Any = None,
    ) -> list[Deal]:
        return [deal for deal in await super().search(filter=filter, limit=limit) if deal.email]

    async def update(
        self, payload: Deal, fields: list[str] | None = None, session: Any = None
    ) -> None:
        await self.create(Deal(name="copy"))
        await super().update(payload, fields, session)

    async def delete(self, session: Any = None) -> None:
        await super().delete(session=session)

    @hybridmethod
    async def count(self, prefix: str) -> int:
        return await super().count(prefix) + 1


async def call(lead: Lead, deal: Deal) -> None:
    reveal_type(await Lead.find("a@example.com"))  # R: on-class
    reveal_type(await lead.find("a@example.com", limit=3))  # R: on-record
    reveal_type(await Lead.count("J"))  # R: number
    reveal_type(await lead.copy())  # R: self
    reveal_type(await Deal.copy())  # R: self-subclass
    reveal_type(await lead._onchange_name())  # R: onchange
    reveal_type(await lead._onchange_email())  # R: onchange-none
    reveal_type(lead._display_name())  # R: depends
    reveal_type(await deal.execute_onchange("name"))  # R: execute
    reveal_type(Lead.get_onchange_fields())  # R: onchange-fields
    reveal_type(await Deal.create(deal))  # R: overridden
    reveal_type(await Deal.get(1))  # R: overridden-get
    reveal_type(await Deal.search(filter=[("id", ">", 1)]))  # R: overridden-search
    await Lead.find()  # E: missing
    await Lead.find(5)  # E: wrong
    await lead.find("a@example.com", limit="3")  # E: wrong-keyword
    await Lead.find("a@example.com").name  # E: not-awaited


class Mistakes(DotModel):
    @hybridmethod  # E: sync
    def now(self) -> int:
        return 1

    @onchange("name")  # E: onchange-sync
    def _onchange_name(self) -> dict[str, Any]:
        return {}
