"""Functions over a `Session`."""

from collections.abc import Sequence
from typing import TypeVar
from uuid import UUID

from sqlmodel import Session, SQLModel, col, select
from sqlmodel.ext.asyncio.session import AsyncSession
from sqlmodel_crud_utils import (
    bulk_update_rows,
    bulk_upsert_mappings,
    delete_row,
    delete_rows_within_id_list,
    get_change_history,
    get_one_or_create,
    get_result_from_query,
    get_row,
    get_rows,
    get_rows_within_id_list,
    insert_data_rows,
    update_row,
    write_row,
)
from typing_extensions import reveal_type

from .models import Hero, Secret, Team

Model = TypeVar("Model", bound=SQLModel)


def read(session: Session, key: UUID, hero: Hero) -> None:
    reveal_type(get_row(1, session, Hero))  # R: get-row
    reveal_type(get_row("1", session, Hero, True, ["team"], pk_field="id"))  # R: get-row-loaded
    reveal_type(get_row(id_str=key, session_inst=session, model=Secret))  # R: get-row-by-uuid
    get_row(hero.id, session, Hero, selectin=True, select_in_keys="team")
    get_row(1, session, Hero, lazy=True, lazy_load_keys=["team"], use_cache=True, cache_ttl=1.5)
    get_row(hero, session, Hero)  # E: get-row-by-row
    get_row([1], session, Hero)  # E: get-row-by-list
    get_row(1, session, "Hero")  # E: get-row-of-text
    get_row(1, session, hero)  # E: get-row-of-instance
    get_row(1, session, int)  # E: get-row-of-int
    get_row(1, Hero, session)  # E: get-row-swapped
    get_row(1, session, Hero, select_in_keys=("team",))  # E: get-row-tuple-of-keys
    get_row(1, session, Hero, pk_field=1)  # E: get-row-key-number
    get_row(1, session, Hero, fields=["name"])  # E: get-row-unknown-option
    reveal_type(get_result_from_query(select(Hero), session))  # R: result
    reveal_type(get_result_from_query(select(Hero.name), session))  # R: result-scalar
    reveal_type(get_result_from_query(select(Hero.name, Hero.age), session))  # R: result-row


def read_many(session: Session, keys: set[int], names: list[str]) -> None:
    reveal_type(get_rows(session, Hero))  # R: get-rows
    reveal_type(get_rows(session, Hero, name__like="r", sort_field="age"))  # R: get-rows-filtered
    reveal_type(get_rows(session, Hero, stmnt=select(Hero)))  # R: get-rows-statement
    reveal_type(get_rows(session, Hero, stmnt=select(Hero.name)))  # R: get-rows-scalar
    reveal_type(get_rows(session, Hero, stmnt=select(Hero.name, Hero.age)))  # R: get-rows-columns
    get_rows(session, Hero, True, ["team"], True, names, 10, 2, "name", name="dead")
    get_rows(session, Hero, selectin=True, select_in_keys=("team",))
    get_rows(session, Hero, True, ["team"], False, None, 10, 2, None, select(Hero))  # E: ignored
    get_rows(session, Hero, selectin=True, select_in_keys="team")  # E: get-rows-text-as-keys
    get_rows(session, Hero, page="2")  # E: get-rows-page
    get_rows(Hero, session)  # E: get-rows-swapped
    reveal_type(get_rows_within_id_list([1, 2], session, Hero))  # R: within
    reveal_type(get_rows_within_id_list(keys, session, Hero, pk_field="id"))  # R: within-set
    get_rows_within_id_list(1, session, Hero)  # E: within-number


def by_statement(session: Session, minimum: int | None) -> list[Hero]:
    statement = select(Hero) if minimum is None else select(Hero).where(col(Hero.age) > minimum)
    return get_rows(session, Hero, stmnt=statement)[1]


def write(session: Session, hero: Hero, heroes: list[Hero], pair: tuple[Hero, Hero]) -> None:
    reveal_type(write_row(hero, session))  # R: write-row
    reveal_type(write_row(data_row=hero, session_inst=session))  # R: write-row-by-name
    write_row("hero", session)  # E: write-text
    write_row(Hero, session)  # E: write-class
    write_row(heroes, session)  # E: write-list
    reveal_type(insert_data_rows(heroes, session))  # R: insert-list
    reveal_type(insert_data_rows(pair, session))  # R: insert-tuple
    reveal_type(insert_data_rows({1: hero}.values(), session))  # R: insert-values
    insert_data_rows(hero, session)  # E: insert-one
    insert_data_rows((hero for hero in heroes), session)  # E: insert-generator
    reveal_type(get_one_or_create(session, Hero, {"age": 3}, name="Rusty"))  # R: get-or-create
    get_one_or_create(session, Hero, selectin=True, select_in_key="team", name="Rusty")
    get_one_or_create(session, "Hero", name="Rusty")  # E: get-or-create-text
    reveal_type(update_row(1, {"name": "Rusty"}, session, Hero))  # R: update-row
    update_row(hero.id, {}, session, Hero, pk_field="id")
    update_row(1, [("name", "Rusty")], session, Hero)  # E: update-pairs
    update_row(1, session, {"name": "Rusty"}, Hero)  # E: update-swapped
    reveal_type(delete_row(1, session, Hero))  # R: delete-row
    delete_row(hero, session, Hero)  # E: delete-by-row


def write_many(session: Session, keys: Sequence[int], unsaved: list[int | None]) -> None:
    reveal_type(bulk_update_rows(keys, {"age": 3}, session, Hero))  # R: bulk-update
    bulk_update_rows(unsaved, {"age": 3}, session, Hero, "id", 100)
    bulk_update_rows({1, 2}, {"age": 3}, session, Hero)  # E: bulk-update-set
    reveal_type(delete_rows_within_id_list(keys, session, Hero))  # R: delete-within
    reveal_type(delete_rows_within_id_list(keys, session, Hero, soft=True))  # R: delete-soft
    delete_rows_within_id_list(keys, session, Hero, soft=True, deleted_by="me")
    delete_rows_within_id_list(keys, session, Hero, "id", 500, True, "me")
    delete_rows_within_id_list(keys, session, Hero, deleted_by="me")  # E: deleted-by-alone
    delete_rows_within_id_list({1, 2}, session, Hero)  # E: delete-set
    reveal_type(bulk_upsert_mappings([{"id": 1, "name": "Rusty"}], session, Hero))  # R: upsert
    bulk_upsert_mappings([{"id": 1, "name": "Rusty"}], session, Hero, ["id"], ("name",))
    bulk_upsert_mappings([{"id": 1}], session, Hero, "id")  # E: upsert-text
    bulk_upsert_mappings([{"id": 1}], session, Hero, None, "name")  # E: upsert-columns-text
    bulk_upsert_mappings([Hero(name="Rusty")], session, Hero)  # E: upsert-rows
    reveal_type(get_change_history(session, Secret, 1))  # R: history
    get_change_history(session, Secret, (1, "a"))


def one_or_fail(model: type[Model], key: int, session: Session) -> Model:
    _, row = get_row(key, session, model)
    if row is None:
        raise LookupError(key)
    return row


def generic(session: Session, other: AsyncSession) -> None:
    reveal_type(one_or_fail(Team, 1, session))  # R: generic
    get_row(1, other, Hero)  # E: async-session
    get_rows(other, Hero)  # E: async-session-rows
