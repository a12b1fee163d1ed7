"""What the warehouse does, sync."""

from __future__ import annotations

import json
from typing import Any, Dict, List, Optional, Tuple, cast

from sqlmodel import Session
from sqlmodel_crud_utils import (  # type: ignore[import-untyped]
    QueryBuilder,
    get_one_or_create,
    get_row,
    get_rows,
    get_rows_within_id_list,
    update_row,
    write_row,
)

from inventory.models import Item, Shelf


def shelf_called(session: Session, name: str) -> Shelf:
    """Find or build a shelf."""
    found = cast(Tuple[Shelf, bool], get_one_or_create(session, Shelf, name=name))
    return cast(Shelf, found[0])


def put(session: Session, shelf: Shelf, label: str, count: int) -> Item:
    """Store something."""
    result: Any = write_row(Item(label=label, count=count, shelf_id=shelf.id or 0), session)
    is_written, item = result
    assert is_written
    return cast(Item, item)


def label_of(session: Session, key: int) -> str:
    """Read a label."""
    _, row = get_row(key, session, Item)
    item = cast(Optional[Item], row)
    return item.label if item is not None else "nothing"


def place_of(session: Session, key: int) -> str:
    """Tell where something is."""
    row: Any = get_row(key, session, Item, selectin=True, select_in_keys=["shelf"])[1]
    if row is None:
        return "nowhere"
    return cast(Shelf, cast(Item, row).shelf).name


def labels(session: Session) -> List[str]:
    """List all that is there."""
    _, rows = get_rows(session, Item)
    return sorted(item.label for item in cast(List[Item], rows))


def some(session: Session, keys: List[int]) -> Dict[str, int]:
    """Count several things."""
    rows = cast("List[Item]", get_rows_within_id_list(keys, session, Item)[1])
    return {cast(str, row.label): cast(int, row.count) for row in rows}


def scarce(session: Session, limit: int) -> List[str]:
    """List what runs out."""
    builder = cast("QueryBuilder", QueryBuilder(session, Item))
    rows = cast("List[Item]", builder.where(count__lt=limit).order_by("label").all()[1])
    return [row.label for row in rows]


def first(session: Session) -> Optional[Item]:
    """Give what comes first."""
    return cast("Optional[Item]", QueryBuilder(session, Item).order_by("label").first()[1])


def how_many(session: Session, name: str) -> int:
    """Count what is on a shelf."""
    shelf = shelf_called(session, name)
    found = QueryBuilder(session, Item).where(shelf_id=shelf.id).count()
    return cast(int, found[1])


def take(session: Session, item: Item, count: int) -> int:
    """Take something away."""
    row: Any = update_row(item.id, {"count": item.count - count}, session, Item)[1]
    return cast(Item, row).count


def settings(text: str) -> Dict[str, int]:
    """This cast has nothing to do with the database."""
    return cast(Dict[str, int], json.loads(text))
