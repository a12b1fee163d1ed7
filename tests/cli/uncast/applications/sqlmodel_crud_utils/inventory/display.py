"""What the wall display shows, async."""

from __future__ import annotations

from typing import List, Optional, cast

from sqlmodel.ext.asyncio.session import AsyncSession
from sqlmodel_crud_utils import (  # type: ignore[import-untyped]
    AsyncQueryBuilder,
    a_get_row,
    a_get_rows,
    a_write_row,
)

from inventory.models import Item, Shelf


async def fill(session: AsyncSession) -> Item:
    """Put something on a shelf."""
    shelf = cast(Shelf, (await a_write_row(Shelf(name="top"), session))[1])
    item = await a_write_row(Item(label="lamp", count=3, shelf_id=shelf.id or 0), session)
    return cast(Item, item[1])


async def show(session: AsyncSession) -> List[str]:
    """Write the lines."""
    rows = cast(List[Item], (await a_get_rows(session, Item))[1])
    first = cast(
        Optional[Item],
        (await AsyncQueryBuilder(session, Item).order_by("label").first())[1],
    )
    again = cast("Optional[Item]", (await a_get_row(1, session, Item))[1])
    assert first is not None
    assert again is not None
    return [*(row.label for row in rows), first.label, cast(Item, again).label]
