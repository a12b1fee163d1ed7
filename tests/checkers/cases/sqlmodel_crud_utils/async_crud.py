"""The twins with `a_`, over an `AsyncSession`."""

from collections.abc import Sequence
from uuid import UUID

from sqlmodel import Session, select
from sqlmodel.ext.asyncio.session import AsyncSession
from sqlmodel_crud_utils import (
    a_bulk_update_rows,
    a_bulk_upsert_mappings,
    a_delete_row,
    a_delete_rows_within_id_list,
    a_get_change_history,
    a_get_one_or_create,
    a_get_result_from_query,
    a_get_row,
    a_get_rows,
    a_get_rows_within_id_list,
    a_insert_data_rows,
    a_update_row,
    a_write_row,
)
from typing_extensions import reveal_type

from .models import Hero, Secret


async def read(session: AsyncSession, key: UUID, other: Session) -> None:
    reveal_type(await a_get_row(1, session, Hero, True, ["team"]))  # R: get-row
    reveal_type(await a_get_row(key, session, Secret))  # R: get-row-by-uuid
    reveal_type(await a_get_result_from_query(select(Hero), session))  # R: result
    reveal_type(await a_get_rows(session, Hero, age__gte=3, page_size=10))  # R: get-rows
    reveal_type(await a_get_rows(session, Hero, stmnt=select(Hero.name)))  # R: get-rows-scalar
    reveal_type(await a_get_rows_within_id_list([1, 2], session, Hero))  # R: within
    reveal_type((await a_get_rows_within_id_list([1, 2], session, Hero))[1].all())  # R: within-all
    reveal_type(await a_get_change_history(session, Secret, key))  # R: history
    len((await a_get_rows_within_id_list([1, 2], session, Hero))[1])  # E: within-length
    await a_get_row(1, other, Hero)  # E: sync-session
    await a_get_rows(other, Hero)  # E: sync-session-rows
    a_get_row(1, session, Hero)[1]  # E: index-not-awaited


async def write(session: AsyncSession, hero: Hero, heroes: list[Hero], keys: Sequence[int]) -> None:
    reveal_type(await a_write_row(hero, session))  # R: write-row
    reveal_type(await a_insert_data_rows(heroes, session))  # R: insert
    reveal_type(await a_get_one_or_create(session, Hero, name="Rusty"))  # R: get-or-create
    reveal_type(await a_update_row(1, {"name": "Rusty"}, session, Hero))  # R: update-row
    reveal_type(await a_delete_row(1, session, Hero))  # R: delete-row
    reveal_type(await a_bulk_update_rows(keys, {"age": 3}, session, Hero))  # R: bulk-update
    reveal_type(await a_delete_rows_within_id_list(keys, session, Hero))  # R: delete-within
    await a_delete_rows_within_id_list(keys, session, Hero, soft=True, deleted_by="me")
    await a_delete_rows_within_id_list(keys, session, Hero, deleted_by="me")  # E: deleted-by-alone
    reveal_type(await a_bulk_upsert_mappings([{"id": 1}], session, Hero))  # R: upsert


async def narrow(session: AsyncSession) -> str:
    found = await a_get_row(1, session, Hero)
    if found[0] is True:
        return found[1].name
    reveal_type(found[1])  # R: not-found
    return ""
