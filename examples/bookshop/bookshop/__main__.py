"""Open the shop, print a report, close it."""

import asyncio

from sqliter.asyncio import AsyncSqliterDB

from bookshop.events.service import plan_season
from bookshop.report import event_report, order_report, shop_report
from bookshop.sample_data import open_shop


async def season() -> list[str]:
    """Report on the events."""
    db = AsyncSqliterDB(memory=True)
    try:
        await plan_season(db)
        return await event_report(db)
    finally:
        await db.close()


def main() -> None:
    """Print everything."""
    db = open_shop()
    print(*shop_report(db), *order_report(db), sep="\n")
    db.close()
    print(*asyncio.run(season()), sep="\n")


if __name__ == "__main__":
    main()
